# An object is made when the file is read, and wants a task at once.
# line: 14
import asyncio


async def beat(times):
    for _ in range(times):
        print("tick")
        await asyncio.sleep(1)


class Metronome:
    def __init__(self, times):
        self.task = asyncio.create_task(beat(times))


metronome = Metronome(2)


async def main():
    await metronome.task
    print("the end")


if __name__ == "__main__":
    asyncio.run(main())
