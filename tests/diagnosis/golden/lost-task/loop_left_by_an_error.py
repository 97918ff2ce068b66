# The first error ends the loop in which each task is awaited: the try stands round all of it.
# line: 19
import asyncio

MIRRORS = {"north": (1, True), "east": (2, False), "south": (4, True)}


async def download(mirror):
    seconds, works = MIRRORS[mirror]
    await asyncio.sleep(seconds)
    if not works:
        raise ConnectionError(f"{mirror} is down")
    return f"{mirror}: 10 kB"


async def main():
    downloads = [asyncio.create_task(download(mirror)) for mirror in MIRRORS]
    try:
        for one in downloads:
            print(await one)
    except ConnectionError as error:
        print(error)


asyncio.run(main())
