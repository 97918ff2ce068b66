# The program looks at what its tasks have done before they have begun.
# line: 16

import asyncio

litres = 0


async def pour(amount):
    global litres
    await asyncio.sleep(1)
    litres += amount


async def main():
    jugs = [asyncio.create_task(pour(amount)) for amount in (5, 3)]
    assert litres == 8, f"{litres} litres in {len(jugs)} jugs"


asyncio.run(main())
