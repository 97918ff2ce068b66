"""BoundedSemaphore, and the class asked for in the type hint is its base."""

from asyncio import BoundedSemaphore, Semaphore, TaskGroup, run

from given import download

AT_ONCE = 3


async def task(number: int, limit: Semaphore) -> int:
    async with limit:
        return await download(number)


async def main() -> None:
    limit = BoundedSemaphore(AT_ONCE)
    async with TaskGroup() as group:
        tasks = [group.create_task(task(number, limit)) for number in range(10)]
    print([*map(lambda t: t.result(), tasks)])


if __name__ == "__main__":
    run(main())
