import asyncio
import json
from pathlib import Path

FILES = [Path(asyncio.__file__), Path(json.__file__)]


async def task(path: Path) -> bool:
    with await asyncio.to_thread(open, path, encoding="utf-8") as file:
        return await asyncio.to_thread(file.readline) != ""


async def main() -> None:
    for found in await asyncio.gather(*map(task, FILES)):
        print(found)


if __name__ == "__main__":
    asyncio.run(main())
