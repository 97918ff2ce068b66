# An attribute is looked at a hundred times in each second.
# line: 18
import asyncio


class Robot:
    """A robot that has to charge before it may drive."""

    def __init__(self):
        self.charged = False

    async def charge(self):
        print("charging")
        await asyncio.sleep(4)
        self.charged = True

    async def drive(self):
        while not self.charged:
            await asyncio.sleep(0.01)
        print("driving")


async def main():
    robot = Robot()
    await asyncio.gather(robot.drive(), robot.charge())


if __name__ == "__main__":
    asyncio.run(main())
