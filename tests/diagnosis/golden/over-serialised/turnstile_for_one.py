# Two guests may go in every three seconds; the turnstile lets in one.
# line: 14
import asyncio

from collections import deque


class Turnstile:
    def __init__(self, people, seconds):
        self.people, self.seconds = people, seconds
        self.times = deque()
        self.turn = asyncio.Lock()

    async def __aenter__(self):
        async with self.turn:
            now = asyncio.get_running_loop().time()
            if len(self.times) >= 1:
                await asyncio.sleep(self.times[-1] + self.seconds - now)
            self.times.append(asyncio.get_running_loop().time())

    async def __aexit__(self, *what):
        pass


async def look(guest):
    print(f"{guest} is in")


async def visit(guest, stile):
    async with stile:
        await look(guest)


async def main():
    stile = Turnstile(2, 3)
    await asyncio.gather(*(visit(guest, stile) for guest in ("Ann", "Ben", "Cleo", "Dan")))

if __name__ == "__main__":
    asyncio.run(main())
