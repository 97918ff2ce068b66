import asyncio


class Radio:
    songs = ("one", "two", "three")

    async def listen(self):
        for song in self.songs:
            await asyncio.sleep(3)
            yield song


async def main():
    radio = Radio()
    async for song in radio.listen():
        print("heard", song)


if __name__ == "__main__":
    asyncio.run(main())
