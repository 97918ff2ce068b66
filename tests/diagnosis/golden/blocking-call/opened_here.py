# line: 10
import asyncio
import json
from pathlib import Path

FILES = [Path(asyncio.__file__), Path(json.__file__)]


async def task(path: Path) -> bool:
    with open(path, encoding="utf-8") as file:
        return file.readline() != ""


async def main() -> None:
    for found in await asyncio.gather(*map(task, FILES)):
        print(found)


if __name__ == "__main__":
    asyncio.run(main())
