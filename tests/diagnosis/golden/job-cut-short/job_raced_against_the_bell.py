# Each job races against the bell, and the loser of the race is cancelled.
# line: 10

import asyncio


async def fold(bell):
    sheets = 0
    while not bell.is_set():
        sheet = asyncio.ensure_future(asyncio.sleep(1))
        ring = asyncio.ensure_future(bell.wait())
        await asyncio.wait([sheet, ring], return_when=asyncio.FIRST_COMPLETED)
        ring.cancel()
        if not sheet.done():
            sheet.cancel()
            break
        sheets += 1
        print("sheet", sheets)
    print("folded", sheets)


async def main():
    bell = asyncio.Event()
    folder = asyncio.create_task(fold(bell))
    await asyncio.sleep(2.5)
    bell.set()
    await folder
    await asyncio.sleep(0.5)
    print("swept")


if __name__ == "__main__":
    asyncio.run(main())
