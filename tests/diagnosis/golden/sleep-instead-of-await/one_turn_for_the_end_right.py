import asyncio


async def save(name):
    await asyncio.sleep(1)
    print(name, "saved")


async def main():
    saving = asyncio.create_task(save("letter"))
    await asyncio.sleep(0.5)
    print("closing")
    await saving
    print(saving.get_name() != "")


asyncio.run(main())
