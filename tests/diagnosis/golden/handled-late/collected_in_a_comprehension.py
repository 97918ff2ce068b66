# line: 16
import asyncio


class Radio:
    songs = ("one", "two", "three")

    async def listen(self):
        for song in self.songs:
            await asyncio.sleep(3)
            yield song


async def main():
    radio = Radio()
    heard = [song async for song in radio.listen()]
    for song in heard:
        print("heard", song)


if __name__ == "__main__":
    asyncio.run(main())
