# fails: test_main_tells_what_became_of_each
# diagnosis: job-cut-short
# Both tasks are in a TaskGroup as they are: the failure of one cancels the other. Seen where one fails early.
import asyncio

from given import Service


async def task(service, attempts):
    for attempt in range(attempts):
        try:
            return await service.call()
        except ConnectionError:
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(2**attempt)


async def main():
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks.append(group.create_task(task(Service(2), 3)))
            tasks.append(group.create_task(task(Service(9), 3)))
    except* ConnectionError:
        pass
    for name, t in zip(["first", "second"], tasks):
        if t.cancelled() or t.exception():
            print(f"{name}: gave up")
        else:
            print(f"{name}: {t.result()}")


if __name__ == "__main__":
    asyncio.run(main())
