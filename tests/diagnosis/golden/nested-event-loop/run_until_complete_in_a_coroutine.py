# line: 13
import asyncio


async def load(name):
    await asyncio.sleep(1)
    print("loaded", name)


async def main():
    loop = asyncio.get_event_loop()
    for name in ["a", "b"]:
        loop.run_until_complete(load(name))


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(main())
