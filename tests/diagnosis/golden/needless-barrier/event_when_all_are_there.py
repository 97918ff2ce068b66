# Guests eat when the last one has come, though nobody asked them to wait.
# line: 17
import asyncio


class Party:
    def __init__(self, guests):
        self.missing = guests
        self.complete = asyncio.Event()

    async def guest(self, name, minutes):
        await asyncio.sleep(minutes)
        print(name, "arrives")
        self.missing -= 1
        if self.missing == 0:
            self.complete.set()
        await self.complete.wait()
        await asyncio.sleep(10)
        print(name, "has eaten")


async def main():
    party = Party(2)
    await asyncio.gather(party.guest("Pim", 5), party.guest("Ria", 25))


if __name__ == "__main__":
    asyncio.run(main())
