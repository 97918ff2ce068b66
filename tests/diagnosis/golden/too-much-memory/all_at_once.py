# A list of all seats of all halls is made before the first one is sold.
# line: 13
import asyncio


class Cinema:
    def __init__(self, halls, seats):
        self.halls = halls
        self.seats = seats

    def all_seats(self):
        seats = [0] * self.seats
        return seats * self.halls

    async def sell(self):
        seats = self.all_seats()
        await asyncio.sleep(1)
        seats[0] = 1
        print("sold", sum(seats))


async def main():
    await Cinema(100_000, 50_000).sell()


if __name__ == "__main__":
    asyncio.run(main())
