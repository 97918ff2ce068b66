import asyncio

tickets = 1


async def payment():
    await asyncio.sleep(0.05)


async def buy(person):
    global tickets
    if tickets > 0:
        tickets = tickets - 1
        await payment()
        print(person, "has a ticket")
    else:
        print(person, "is too late")


async def main():
    await asyncio.gather(buy("x"), buy("y"), buy("z"))
    print("left", tickets)


asyncio.run(main())
