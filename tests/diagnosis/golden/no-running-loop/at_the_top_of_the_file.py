# The task is created while the file is loaded.
# line: 12

import asyncio


async def tick():
    await asyncio.sleep(1)
    print("tick")


ticking = asyncio.create_task(tick())


async def main():
    await ticking


if __name__ == "__main__":
    asyncio.run(main())
