# A plain method reads the result of a task that is still at work.
# line: 16

import asyncio


class Scale:
    def __init__(self):
        self.task = asyncio.ensure_future(self.weigh())

    async def weigh(self):
        await asyncio.sleep(2)
        return 70

    def show(self):
        return f"{self.task.result()} kg"


async def main():
    scale = Scale()
    print("step on")
    await asyncio.sleep(0)
    print(scale.show())
    await scale.task


if __name__ == "__main__":
    asyncio.run(main())
