# fails: test_uses_a_task_group
# diagnosis: required-construct
# A class of the learner's own is called TaskGroup and uses gather; it is not asyncio's.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done"


class TaskGroup:
    async def __aenter__(self):
        self.tasks = []
        return self

    def create_task(self, coroutine):
        t = asyncio.ensure_future(coroutine)
        self.tasks.append(t)
        return t

    async def __aexit__(self, *error):
        await asyncio.gather(*self.tasks)


async def main() -> None:
    async with TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
    print(a.result())
    print(b.result())
    print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
