# A little animation goes on in its task when the work is done.
# line: 16
import asyncio


class Spinner:
    def __init__(self):
        self.task = None

    async def spin(self):
        while True:
            print(".")
            await asyncio.sleep(1)

    async def __aenter__(self):
        self.task = asyncio.create_task(self.spin())
        return self

    async def __aexit__(self, *error):
        print("done")


async def main():
    async with Spinner():
        await asyncio.sleep(2.5)
    await asyncio.sleep(2)
    print("result: 42")


if __name__ == "__main__":
    asyncio.run(main())
