import asyncio

dancers = []


async def dance(place):
    if place < 2:
        left = dancers[(place + 1) % 3]
        await left
    await asyncio.sleep(0.5)
    print("dancer", place, "bows")


async def main():
    for place in range(3):
        dancers.append(asyncio.ensure_future(dance(place)))
    for dancer in dancers:
        await dancer


asyncio.run(main())
