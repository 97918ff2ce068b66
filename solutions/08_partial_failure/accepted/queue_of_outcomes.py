"""Workers report place, error and result through a queue."""

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def worker(place: int, job: tuple[str, float, bool], outbox: asyncio.Queue) -> None:
    try:
        await outbox.put((place, await task(*job)))
    except RuntimeError as error:
        await outbox.put((place, str(error)))


async def main() -> None:
    outbox: asyncio.Queue[tuple[int, str]] = asyncio.Queue()
    jobs = [("A", 1, True), ("B", 2, False), ("C", 3, True)]
    workers = [asyncio.create_task(worker(place, job, outbox)) for place, job in enumerate(jobs)]
    lines = [""] * len(jobs)
    for _ in jobs:
        place, line = await outbox.get()
        lines[place] = line
    await asyncio.gather(*workers)
    print("\n".join(lines))


if __name__ == "__main__":
    asyncio.run(main())
