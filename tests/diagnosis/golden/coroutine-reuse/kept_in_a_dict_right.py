import asyncio


async def weather(city):
    await asyncio.sleep(1)
    return f"rain in {city}"


async def main():
    for city in ("Oslo", "Bern", "Oslo"):
        print(await weather(city))


if __name__ == "__main__":
    asyncio.run(main())
