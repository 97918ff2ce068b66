# fails: test_task_finds_user_then_city
# diagnosis: never-awaited
# find_user is not awaited; str() silences the TypeError, but makes a name out of the coroutine object.
import asyncio
import given


class Order:
    def __init__(self, number):
        self.number = number

    async def process(self):
        # TypeError: find_city() needs a user's name as str, got coroutine
        # -> convert it
        user = str(given.find_user(self.number))
        city = await given.find_city(user)
        print("order " + str(self.number) + ": " + city)
        return city


async def task(order):
    return await Order(order).process()


async def main():
    jobs = []
    for n in (1, 2, 3):
        jobs.append(asyncio.create_task(task(n)))
    for job in jobs:
        await job


if __name__ == "__main__":
    asyncio.run(main())
