"""A done callback sets a future, once; main awaits the future."""

import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    first = asyncio.get_running_loop().create_future()

    def finished(t):
        if not t.cancelled() and not first.done():
            first.set_result(t.result())

    tasks = []
    for name, delay in (("north", 3), ("south", 1), ("east", 2)):
        t = asyncio.create_task(task(name, delay))
        t.add_done_callback(finished)
        tasks.append(t)
    winner = await first
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
