# The method that sets the event is named, and not called.
# line: 17
import asyncio

doors_open = asyncio.Event()


async def visitor(name):
    print(name, "is queuing")
    await doors_open.wait()
    print(name, "is inside")


async def porter():
    await asyncio.sleep(3)
    print("doors open")
    doors_open.set


async def main():
    await asyncio.gather(visitor("Ron"), visitor("Mia"), porter())


if __name__ == "__main__":
    asyncio.run(main())
