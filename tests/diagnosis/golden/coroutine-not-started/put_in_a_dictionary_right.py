import asyncio


async def develop(photo, seconds):
    await asyncio.sleep(seconds)
    return f"{photo} developed"


async def main():
    films = {"beach": 3, "hills": 2}
    work = {}
    for photo, seconds in films.items():
        work[photo] = asyncio.create_task(develop(photo, seconds))
    print("darkroom is busy")
    for photo in films:
        print(await work[photo])


if __name__ == "__main__":
    asyncio.run(main())
