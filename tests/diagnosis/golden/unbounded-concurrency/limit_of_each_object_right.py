import asyncio

open_now = 0
most = 0


class Page:
    def __init__(self, number, limit):
        self.number = number
        self.limit = limit

    async def load(self):
        global open_now, most
        async with self.limit:
            open_now += 1
            most = max(most, open_now)
            await asyncio.sleep(1)  # a request, as it were
            open_now -= 1


async def main():
    limit = asyncio.Semaphore(2)
    jobs = [asyncio.ensure_future(Page(number, limit).load()) for number in range(6)]
    await asyncio.wait(jobs)
    print("open at once:", most)


if __name__ == "__main__":
    asyncio.get_event_loop_policy().new_event_loop().run_until_complete(main())
