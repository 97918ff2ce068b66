# line: 16
import asyncio

state = {}


async def patrol():
    while True:
        await asyncio.sleep(1)


async def main():
    state["guard"] = guard = asyncio.get_event_loop().create_task(patrol())
    await asyncio.sleep(3)
    guard.cancel()
    print("stopped:", guard.exception())


if __name__ == "__main__":
    asyncio.run(main())
