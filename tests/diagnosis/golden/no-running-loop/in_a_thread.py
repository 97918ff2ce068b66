# A thread of its own calls create_task; the loop runs in another one.
# line: 15

import asyncio

jobs = []


async def ring():
    await asyncio.sleep(1)
    print("ring")


def in_thread():
    jobs.append(asyncio.create_task(ring()))


async def main():
    await asyncio.to_thread(in_thread)
    await asyncio.gather(*jobs)


if __name__ == "__main__":
    asyncio.run(main())
