import asyncio

litres = 0


async def pour(amount):
    global litres
    await asyncio.sleep(0.5)
    litres += amount


async def main():
    await asyncio.gather(pour(5), pour(3))
    assert litres == 8


asyncio.run(main())
