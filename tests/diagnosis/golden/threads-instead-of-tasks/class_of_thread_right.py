import asyncio


class Runner:
    def __init__(self, name, seconds):
        self.runner = name
        self.seconds = seconds

    async def run(self):
        await asyncio.sleep(self.seconds)
        print(self.runner, "is at the finish")


async def race():
    runners = [Runner("Zoe", 2), Runner("Ben", 1)]
    await asyncio.gather(*(runner.run() for runner in runners))
    print("race over")


async def main():
    await race()


if __name__ == "__main__":
    asyncio.run(main())
