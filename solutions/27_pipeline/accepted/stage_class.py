"""A class for a stage, with a match statement; task is a plain def that returns the coroutine of its method."""

import asyncio


class Stage:
    def __init__(self, name, work, inbox, outbox):
        self.name = name
        self.work = work
        self.inbox = inbox
        self.outbox = outbox

    async def handle(self, item):
        await asyncio.sleep(self.work)
        print(f"{self.name} {item}")

    async def run(self):
        running = True
        while running:
            match await self.inbox.get():
                case None:
                    running = False
                    await self.outbox.put(None)
                case item:
                    await self.handle(item)
                    await self.outbox.put(item)


def task(name, work, inbox, outbox):
    return Stage(name, work, inbox, outbox).run()


async def main():
    orders, cut, painted, packed = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    for item in [1, 2, 3, 4, 5, 6, None]:
        orders.put_nowait(item)
    stages = [
        asyncio.create_task(task("cut", 1, orders, cut)),
        asyncio.create_task(task("paint", 2, cut, painted)),
        asyncio.create_task(task("pack", 1, painted, packed)),
    ]
    shipped = []
    while (item := await packed.get()) is not None:
        shipped.append(item)
    await asyncio.gather(*stages)
    print("shipped", shipped)


if __name__ == "__main__":
    asyncio.run(main())
