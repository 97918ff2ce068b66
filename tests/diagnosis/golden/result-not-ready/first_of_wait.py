# line: 13
import asyncio


async def race(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    runners = {asyncio.ensure_future(race(*r)) for r in [("hare", 2), ("snail", 9)]}
    await asyncio.wait(runners, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(runner.result() for runner in runners))


if __name__ == "__main__":
    asyncio.run(main())
