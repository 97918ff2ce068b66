# A counter needs a lock; the whole visit is done under it.
# line: 12
import asyncio


class Museum:
    def __init__(self):
        self.visitors = 0
        self.lock = asyncio.Lock()

    async def visit(self, name, minutes):
        async with self.lock:
            self.visitors += 1
            await asyncio.sleep(minutes)
            print(f"{name} leaves")


async def main():
    museum = Museum()
    await asyncio.gather(
        museum.visit("Uma", 3),
        museum.visit("Noa", 2),
        museum.visit("Kai", 1),
    )
    print(museum.visitors, "visitors")


if __name__ == "__main__":
    asyncio.run(main())
