# line: 15
import asyncio


async def save(name):
    await asyncio.sleep(1)
    print(name, "saved")


async def main():
    saving = asyncio.create_task(save("letter"))
    await asyncio.sleep(0.5)
    print("closing")
    # Let it come to its end.
    await asyncio.sleep(0)
    print(saving.get_name() != "")


asyncio.run(main())
