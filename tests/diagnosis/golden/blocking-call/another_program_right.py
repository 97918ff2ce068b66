# The event loop goes on while the other program runs.
# allows: subprocesses
import asyncio


async def announce(word: str) -> str:
    await asyncio.sleep(1)
    process = await asyncio.create_subprocess_exec("echo", word, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return out.decode().strip()


async def main() -> None:
    print(await asyncio.gather(announce("spam"), announce("eggs")))


if __name__ == "__main__":
    asyncio.run(main())
