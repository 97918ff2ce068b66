import asyncio


async def beat(times):
    for _ in range(times):
        print("tick")
        await asyncio.sleep(1)


class Metronome:
    def __init__(self, times):
        self.task = asyncio.create_task(beat(times))


async def main():
    metronome = Metronome(2)
    await metronome.task
    print("the end")


if __name__ == "__main__":
    asyncio.run(main())
