# async with in a method that is defined with def.
# line: 9

import asyncio


class Orchestra:
    def play(self):
        async with asyncio.TaskGroup() as group:
            group.create_task(self.tune("oboe"))

    async def tune(self, instrument):
        await asyncio.sleep(1)
        print(instrument, "is in tune")


async def main():
    Orchestra().play()


if __name__ == "__main__":
    asyncio.run(main())
