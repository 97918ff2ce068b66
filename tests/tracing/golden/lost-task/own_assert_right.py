import asyncio

litres = 0


async def pour(amount):
    global litres
    await asyncio.sleep(1)
    litres += amount


async def main():
    jugs = [asyncio.create_task(pour(amount)) for amount in (5, 3)]
    await asyncio.gather(*jugs)
    assert litres == 8, f"{litres} litres in {len(jugs)} jugs"


asyncio.run(main())
