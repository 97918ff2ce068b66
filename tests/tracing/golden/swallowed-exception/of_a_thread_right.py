import asyncio


def robot():
    raise OSError("battery empty")


async def main():
    try:
        await asyncio.to_thread(robot)
    except OSError as error:
        print(error)


asyncio.run(main())
