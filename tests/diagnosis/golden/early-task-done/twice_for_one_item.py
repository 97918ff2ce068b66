# Once after the work and once more in finally: every item counts double.
# line: 19

import asyncio


class Mill:
    def __init__(self):
        self.sacks = asyncio.Queue()

    async def grind(self):
        while True:
            sack = await self.sacks.get()
            try:
                await asyncio.sleep(1)
                print("ground", sack)
                self.sacks.task_done()
            finally:
                self.sacks.task_done()


async def main():
    mill = Mill()
    for sack in range(4):
        mill.sacks.put_nowait(sack)
    miller = asyncio.create_task(mill.grind())
    await mill.sacks.join()
    print("all sacks ground")
    miller.cancel()
    await asyncio.gather(miller, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
