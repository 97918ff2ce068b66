"""asyncio.wait for the first, again and again until a common deadline; the rest is cancelled."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def main() -> None:
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 2
    pending = {
        asyncio.create_task(task("fast", 1), name="fast"),
        asyncio.create_task(task("slow", 10), name="slow"),
    }
    while pending:
        left = deadline - loop.time()
        done, pending = await asyncio.wait(pending, timeout=max(left, 0), return_when=asyncio.FIRST_COMPLETED)
        for t in done:
            print(t.result())
        if not done:
            break
    for t in sorted(pending, key=lambda t: t.get_name()):
        t.cancel()
        await asyncio.wait([t])
        print(f"{t.get_name()} timed out")


if __name__ == "__main__":
    asyncio.run(main())
