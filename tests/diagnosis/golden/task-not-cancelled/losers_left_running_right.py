import asyncio


class Race:
    async def lap(self, horse, minutes):
        await asyncio.sleep(minutes)
        return horse

    async def start(self):
        horses = [asyncio.create_task(self.lap(h, m)) for h, m in (("Amber", 2), ("Blaze", 1))]
        done, running = await asyncio.wait(horses, return_when=asyncio.FIRST_COMPLETED)
        for horse in running:
            horse.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        return done.pop().result()


async def main():
    winner = await Race().start()
    print(winner, "wins")


if __name__ == "__main__":
    asyncio.run(main())
