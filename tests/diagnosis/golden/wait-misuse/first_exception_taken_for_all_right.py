import asyncio

ok = []


class Courier:
    async def ride(self, town, hours):
        await asyncio.sleep(hours)
        if town == "Ulm":
            raise OSError("a flat tyre")
        ok.append(town)


async def main():
    courier = Courier()
    rides = [asyncio.ensure_future(courier.ride(t, h)) for t, h in (("Ulm", 1), ("Bonn", 3))]
    await asyncio.wait(rides)
    for ride in rides:
        if ride.done() and ride.exception():
            print("problem:", ride.exception())
    print("arrived:", ok)


if __name__ == "__main__":
    asyncio.run(main())
