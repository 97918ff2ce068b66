# fails: test_lines_in_the_order_asked
# diagnosis: output-order
# as_completed gives the outcomes in the order in which they end, which is A, B, C only with these delays.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    for nearest in asyncio.as_completed([task("A", 1, True), task("B", 2, False), task("C", 3, True)]):
        try:
            print(await nearest)
        except RuntimeError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
