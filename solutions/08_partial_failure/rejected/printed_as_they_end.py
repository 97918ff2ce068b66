# fails: test_lines_in_the_order_asked
# diagnosis: output-order
# The helpers print their line at once; right for 1, 2 and 3 s, but with other delays the order is lost.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def show(name, delay, ok):
    try:
        print(await task(name, delay, ok))
    except RuntimeError as error:
        print(error)


async def main():
    await asyncio.gather(show("A", 1, True), show("B", 2, False), show("C", 3, True))


if __name__ == "__main__":
    asyncio.run(main())
