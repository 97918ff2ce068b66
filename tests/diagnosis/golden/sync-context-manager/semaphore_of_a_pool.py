# A global semaphore limits the cooks, with the `with` of threads.
# line: 10

import asyncio

stoves = None


async def cook(dish):
    with stoves:
        await asyncio.sleep(1)
        print(dish, "is done")


async def main():
    global stoves
    stoves = asyncio.Semaphore(2)
    await asyncio.gather(*[cook(dish) for dish in ["soup", "rice", "fish"]])


if __name__ == "__main__":
    asyncio.run(main())
