# A class of the program's own bears the name, and does it with ensure_future.
# line: 8

# required: asyncio.TaskGroup.create_task
import asyncio


class TaskGroup:
    """Collects tasks and waits for them."""

    def __init__(self):
        self.tasks = []

    async def __aenter__(self):
        return self

    def create_task(self, coroutine):
        task = asyncio.ensure_future(coroutine)
        self.tasks.append(task)
        return task

    async def __aexit__(self, kind, error, trace):
        for task in self.tasks:
            await task


async def row(boat):
    await asyncio.sleep(1)
    print(boat, "across")


async def main():
    async with TaskGroup() as tg:
        tg.create_task(row("Alma"))
        tg.create_task(row("Bertha"))


if __name__ == "__main__":
    asyncio.run(main())
