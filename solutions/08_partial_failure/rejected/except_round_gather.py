# fails: test_one_failure_stops_no_other
# diagnosis: gather-misuse
# try stands round gather: only the first error comes out; A's result is lost and C is left running.

import asyncio


async def task(name: str, delay: float, ok: bool) -> str:
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return f"{name} ok"


async def main() -> None:
    try:
        results = await asyncio.gather(task("A", 1, True), task("B", 2, False), task("C", 3, True))
        for result in results:
            print(result)
    except RuntimeError as error:
        print(error)


if __name__ == "__main__":
    asyncio.run(main())
