import asyncio


class Orchestra:
    async def play(self):
        async with asyncio.TaskGroup() as group:
            group.create_task(self.tune("oboe"))

    async def tune(self, instrument):
        await asyncio.sleep(1)
        print(instrument, "is in tune")


async def main():
    await Orchestra().play()


if __name__ == "__main__":
    asyncio.run(main())
