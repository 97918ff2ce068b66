import asyncio


async def book(ferry, seats):
    await asyncio.sleep(1)
    if seats > 4:
        raise ValueError(f"{ferry} is full")
    return f"{seats} seats on {ferry}"


async def main():
    try:
        print(await asyncio.gather(book("Alba", 2), book("Bora", 6)))
    except ValueError as error:
        print(error)
    print("booked")


asyncio.run(main())
