import asyncio

limit = asyncio.Semaphore(3)


async def download(song):
    await asyncio.sleep(1)
    print("got", song)


async def polite_download(song):
    async with limit:
        await download(song)


async def main():
    songs = [f"song {number}" for number in range(7)]
    await asyncio.gather(*map(polite_download, songs))


if __name__ == "__main__":
    asyncio.run(main())
