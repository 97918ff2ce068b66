import asyncio


class Party:
    def __init__(self, guests):
        self.missing = guests

    async def guest(self, name, minutes):
        await asyncio.sleep(minutes)
        print(name, "arrives")
        self.missing -= 1
        await asyncio.sleep(10)
        print(name, "has eaten")


async def main():
    party = Party(2)
    await asyncio.gather(party.guest("Pim", 5), party.guest("Ria", 25))


if __name__ == "__main__":
    asyncio.run(main())
