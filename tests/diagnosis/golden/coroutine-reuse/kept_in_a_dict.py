# One coroutine object for each city, awaited once for each question.
# line: 15

import asyncio


async def weather(city):
    await asyncio.sleep(1)
    return f"rain in {city}"


async def main():
    reports = {city: weather(city) for city in ("Oslo", "Bern")}
    for city in ("Oslo", "Bern", "Oslo"):
        print(await reports[city])


if __name__ == "__main__":
    asyncio.run(main())
