import asyncio


class Alarm:
    def __init__(self, name):
        self.name = name
        self.ringing = None

    async def ring(self):
        for _ in range(2):
            print(self.name, "rings")
            await asyncio.sleep(1)

    def start(self):
        self.ringing = asyncio.create_task(self.ring())


async def main():
    loop = asyncio.get_running_loop()
    alarm = Alarm("six o'clock")
    loop.call_later(1, lambda: alarm.start())
    await asyncio.sleep(4)
    print("awake")


if __name__ == "__main__":
    asyncio.run(main())
