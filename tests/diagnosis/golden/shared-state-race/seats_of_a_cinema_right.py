import asyncio


class Cinema:
    def __init__(self, seats):
        self.free = list(range(1, seats + 1))
        self.taken = {}

    async def book(self, name):
        if not self.free:
            print("no seat for", name)
            return
        seat = self.free.pop(0)
        await asyncio.sleep(0.5)   # pays with a card
        self.taken[name] = seat
        print(name, "has seat", seat)


async def main():
    cinema = Cinema(3)
    await asyncio.gather(cinema.book("Ida"), cinema.book("Jan"))
    print(len(cinema.free), "left")


if __name__ == "__main__":
    asyncio.run(main())
