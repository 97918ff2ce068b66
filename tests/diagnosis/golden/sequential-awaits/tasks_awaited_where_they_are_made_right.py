import asyncio


class Telescope:
    def __init__(self, name, seconds):
        self.name = name
        self.seconds = seconds

    async def photograph(self, star):
        await asyncio.sleep(self.seconds)
        return f"{star} by {self.name}"


async def main():
    telescopes = [Telescope("Big Eye", 3), Telescope("Owl", 2)]
    pictures = []
    tasks = []
    for telescope in telescopes:
        tasks.append(asyncio.create_task(telescope.photograph("Vega")))
    for task in tasks:
        pictures.append(await task)
    for picture in pictures:
        print(picture)


if __name__ == "__main__":
    asyncio.run(main())
