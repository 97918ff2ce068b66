import asyncio


async def roll():
    await asyncio.sleep(1)
    return 4


async def main():
    dice = [asyncio.create_task(roll()), asyncio.create_task(roll())]
    await asyncio.wait(dice)
    print(sum(die.result() for die in dice))


if __name__ == "__main__":
    asyncio.run(main())
