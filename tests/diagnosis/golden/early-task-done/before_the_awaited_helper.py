# The mark stands between the get and the call that does the work; two takers, one at a time in the bath.
# line: 19

import asyncio


async def bathe(dog: str) -> None:
    """One dog, one bath."""
    await asyncio.sleep(0.5)
    print(dog, "is wet")
    await asyncio.sleep(0.5)
    print(dog, "is dry")


async def keeper(dogs: "asyncio.Queue[str]") -> None:
    while not dogs.empty():
        dog = dogs.get_nowait()
        print("next:", dog)
        dogs.task_done()
        await bathe(dog)


async def main() -> None:
    dogs: "asyncio.Queue[str]" = asyncio.Queue()
    for dog in ("Rex", "Bella", "Max"):
        dogs.put_nowait(dog)
    keepers = [asyncio.create_task(keeper(dogs)) for _ in range(2)]
    await dogs.join()
    print("closing time")
    await asyncio.gather(*keepers)


if __name__ == "__main__":
    asyncio.run(main())
