# The program's own `assert` says that something was lost; the race says what.
# line: 13

import asyncio

litres = 0


async def pour(amount):
    global litres
    level = litres
    await asyncio.sleep(0.5)
    litres = level + amount


async def main():
    await asyncio.gather(pour(5), pour(3))
    assert litres == 8


asyncio.run(main())
