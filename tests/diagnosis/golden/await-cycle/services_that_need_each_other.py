# Two services of one program are ready only when the other one is.
# line: 18
import asyncio


class Service:
    def __init__(self, name, seconds):
        self.name = name
        self.seconds = seconds
        self.needs = None
        self.starting = None

    def start(self):
        self.starting = asyncio.create_task(self.run())

    async def run(self):
        if self.needs is not None:
            await self.needs.starting
        await asyncio.sleep(self.seconds)
        print(self.name, "is up")


async def main():
    database = Service("database", 2)
    config = Service("config", 1)
    database.needs = config
    config.needs = database   # the settings are kept in the database
    for service in (database, config):
        service.start()
    await asyncio.gather(database.starting, config.starting)


if __name__ == "__main__":
    asyncio.run(main())
