# Each task is awaited in the line that makes it.
# line: 21
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
    for telescope in telescopes:
        task = asyncio.create_task(telescope.photograph("Vega"))
        pictures.append(await task)
    for picture in pictures:
        print(picture)


if __name__ == "__main__":
    asyncio.run(main())
