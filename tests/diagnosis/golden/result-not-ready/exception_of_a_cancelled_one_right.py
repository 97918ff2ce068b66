import asyncio

state = {}


async def patrol():
    while True:
        await asyncio.sleep(1)


async def main():
    state["guard"] = guard = asyncio.get_event_loop().create_task(patrol())
    await asyncio.sleep(3)
    guard.cancel()
    await asyncio.wait([guard])
    print("stopped:", guard.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
