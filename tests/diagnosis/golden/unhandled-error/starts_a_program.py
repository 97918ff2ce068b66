# line: 6
import asyncio


async def list_files() -> str:
    process = await asyncio.create_subprocess_exec("ls", stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return out.decode()


async def main() -> None:
    print(len(await list_files()) > 0)


if __name__ == "__main__":
    asyncio.run(main())
