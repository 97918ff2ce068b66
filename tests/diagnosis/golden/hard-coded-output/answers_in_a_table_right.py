import asyncio

KNOWN = {"Oslo": 4, "Rome": 21}


async def ask_station(city):
    await asyncio.sleep(2)
    return KNOWN[city]


class Weather:
    def __init__(self, cities):
        self.cities = cities

    async def show(self):
        answers = await asyncio.gather(*map(ask_station, self.cities))
        for city, degrees in zip(self.cities, answers):
            print(city, degrees)


async def main():
    await Weather(["Oslo", "Rome"]).show()


if __name__ == "__main__":
    asyncio.run(main())
