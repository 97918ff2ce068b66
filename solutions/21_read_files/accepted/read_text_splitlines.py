"""Path.read_text opens, reads and closes in one go; the lines are split afterwards on the loop."""

import asyncio
from pathlib import Path

import given


async def task(path: Path) -> int:
    text = await asyncio.to_thread(path.read_text, encoding="utf-8")
    return len(text.splitlines())


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        jobs = [tg.create_task(task(path)) for path in given.FILES]
    for path, job in zip(given.FILES, jobs, strict=True):
        print(f"{path.name}: {job.result()} lines")
    print("total:", sum(job.result() for job in jobs), "lines")


if __name__ == "__main__":
    asyncio.run(main())
