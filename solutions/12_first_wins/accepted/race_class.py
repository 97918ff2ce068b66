"""A class with start, finish and stop; task is a def that returns a coroutine."""

import asyncio


def task(name: str, delay: float):
    return Racer(name, delay).run()


class Racer:
    def __init__(self, name, delay):
        self.name, self.delay = name, delay

    async def run(self):
        try:
            await asyncio.sleep(self.delay)
        except asyncio.CancelledError:
            print(self.name + " cancelled")
            raise
        return self.name


class Race:
    def __init__(self):
        self.tasks = []

    def add(self, name, delay):
        self.tasks.append(asyncio.create_task(task(name, delay)))

    async def winner(self):
        done, _ = await asyncio.wait(self.tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(iter(done)).result()

    async def stop(self):
        for t in self.tasks:
            t.cancel()
        await asyncio.wait(self.tasks)


async def main():
    race = Race()
    race.add("north", 3)
    race.add("south", 1)
    race.add("east", 2)
    winner = await race.winner()
    await race.stop()
    print(winner + " won")


if __name__ == "__main__":
    asyncio.run(main())
