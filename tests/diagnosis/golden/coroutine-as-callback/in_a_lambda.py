# A lambda calls a coroutine function, and a timer calls the lambda.
# line: 19
import asyncio


class Alarm:
    def __init__(self, name):
        self.name = name

    async def ring(self):
        for _ in range(2):
            print(self.name, "rings")
            await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    alarm = Alarm("six o'clock")
    loop.call_later(1, lambda: alarm.ring())
    await asyncio.sleep(4)
    print("awake")


if __name__ == "__main__":
    asyncio.run(main())
