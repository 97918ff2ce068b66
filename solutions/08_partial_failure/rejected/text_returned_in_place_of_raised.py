# fails: test_task_returns_or_raises
# diagnosis: wrong-output
# task returns the error's text in place of raising it; main needs no try then, but task breaks its contract.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        return f"{name} failed"
    return f"{name} ok"


async def main() -> None:
    for line in await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True)):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
