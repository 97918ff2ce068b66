import asyncio


class Robot:
    """A robot that has to charge before it may drive."""

    def __init__(self):
        self.charged = asyncio.Event()

    async def charge(self):
        print("charging")
        await asyncio.sleep(4)
        self.charged.set()

    async def drive(self):
        await self.charged.wait()
        print("driving")


async def main():
    robot = Robot()
    await asyncio.gather(robot.drive(), robot.charge())


if __name__ == "__main__":
    asyncio.run(main())
