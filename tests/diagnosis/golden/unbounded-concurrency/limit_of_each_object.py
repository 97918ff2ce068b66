# Each object makes a limit of its own, and there is one object for each page.
# line: 12
import asyncio

open_now = 0
most = 0


class Page:
    def __init__(self, number):
        self.number = number
        self.limit = asyncio.Semaphore(2)

    async def load(self):
        global open_now, most
        async with self.limit:
            open_now += 1
            most = max(most, open_now)
            await asyncio.sleep(1)  # a request, as it were
            open_now -= 1


async def main():
    jobs = [asyncio.ensure_future(Page(number).load()) for number in range(6)]
    await asyncio.wait(jobs)
    print("open at once:", most)


if __name__ == "__main__":
    asyncio.get_event_loop_policy().new_event_loop().run_until_complete(main())
