# line: 8
import asyncio


class Kettle:
    async def boil(self, minutes: float) -> None:
        print("heating")
        await asyncio.to_thread(asyncio.sleep, minutes)
        print("the water boils")


async def main():
    kettle = Kettle()
    await asyncio.gather(kettle.boil(3), kettle.boil(2))


asyncio.get_event_loop().run_until_complete(main())
