import asyncio


async def boil_egg(guest, minutes):
    await asyncio.sleep(minutes)
    print("egg for", guest)


async def main():
    tasks = []
    for guest, minutes in (("Ulf", 5), ("Ina", 4)):
        tasks.append(asyncio.create_task(boil_egg(guest, minutes)))
    for task in tasks:
        await task
    print("breakfast!")


if __name__ == "__main__":
    asyncio.run(main())
