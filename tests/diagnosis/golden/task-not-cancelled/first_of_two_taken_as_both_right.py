import asyncio


async def run(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is in")
    return name


async def main():
    runners = {asyncio.create_task(run("hare", 3)), asyncio.create_task(run("tortoise", 1))}
    done, pending = await asyncio.wait(runners, return_when=asyncio.FIRST_COMPLETED)
    for loser in pending:
        loser.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for winner in done:
        print("winner:", winner.result())
    await asyncio.sleep(5)
    print("prize giving")


if __name__ == "__main__":
    asyncio.run(main())
