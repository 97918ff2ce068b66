# A parcel is marked done when it is taken out, and delivered afterwards.
# line: 15
import asyncio


class Depot:
    def __init__(self, parcels):
        self.queue = asyncio.Queue()
        for parcel in parcels:
            self.queue.put_nowait(parcel)

    async def driver(self):
        while True:
            parcel = await self.queue.get()
            self.queue.task_done()
            await asyncio.sleep(2)
            print("delivered", parcel)


async def main():
    depot = Depot(["A", "B", "C"])
    drivers = [asyncio.create_task(depot.driver()) for _ in range(2)]
    await depot.queue.join()
    for driver in drivers:
        driver.cancel()
    await asyncio.gather(*drivers, return_exceptions=True)
    print("depot is empty")


if __name__ == "__main__":
    asyncio.run(main())
