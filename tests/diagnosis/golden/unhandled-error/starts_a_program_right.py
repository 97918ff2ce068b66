import asyncio
import os


async def list_files() -> str:
    return " ".join(await asyncio.to_thread(os.listdir))


async def main() -> None:
    print(len(await list_files()) > 0)


if __name__ == "__main__":
    asyncio.run(main())
