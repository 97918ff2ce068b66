import asyncio
import json
from pathlib import Path

FILES = [Path(asyncio.__file__), Path(json.__file__)]


def text_of(path: Path) -> str:
    # Reads the file in the thread of whoever calls it.
    return path.read_text("utf-8")


def has_lines(path: Path) -> bool:
    return text_of(path).count("\n") > 0


async def check(path: Path) -> bool:
    await asyncio.sleep(1)
    return await asyncio.to_thread(has_lines, path)


async def main() -> None:
    print(await asyncio.gather(*(check(path) for path in FILES)))


if __name__ == "__main__":
    asyncio.run(main())
