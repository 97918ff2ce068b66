# The picture is made smaller before the executor sees anything of it.
# line: 20
import asyncio
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=2)


class Album:
    def __init__(self, pictures):
        self.pictures = pictures

    def shrink(self, picture):
        return picture.lower()

    async def shrink_all(self):
        loop = asyncio.get_running_loop()
        small = []
        for picture in self.pictures:
            small.append(await loop.run_in_executor(pool, self.shrink(picture)))
        return small


async def main():
    album = Album(["SEA", "LAKE"])
    print(await album.shrink_all())


if __name__ == "__main__":
    asyncio.run(main())
