# fails: test_each_has_its_own_limit
# diagnosis: handled-late
# gather collects both outcomes, and both lines are printed at 2 s; the fast answer was there at 1 s.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def main() -> None:
    names = ["fast", "slow"]
    results = await asyncio.gather(
        asyncio.wait_for(task("fast", 1), 2),
        asyncio.wait_for(task("slow", 10), 2),
        return_exceptions=True,
    )
    for name, result in zip(names, results):
        if isinstance(result, asyncio.TimeoutError):
            print(f"{name} timed out")
        else:
            print(result)


if __name__ == "__main__":
    asyncio.run(main())
