import asyncio

jobs = []


async def ring():
    await asyncio.sleep(1)
    print("ring")


def in_task():
    jobs.append(asyncio.create_task(ring()))


async def main():
    in_task()
    await asyncio.gather(*jobs)


if __name__ == "__main__":
    asyncio.run(main())
