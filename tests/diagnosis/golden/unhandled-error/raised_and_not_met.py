# A ferry that is full raises, and main has nothing to say to that.
# line: 14
import asyncio


async def book(ferry, seats):
    await asyncio.sleep(1)
    if seats > 4:
        raise ValueError(f"{ferry} is full")
    return f"{seats} seats on {ferry}"


async def main():
    print(await asyncio.gather(book("Alba", 2), book("Bora", 6)))
    print("booked")


asyncio.run(main())
