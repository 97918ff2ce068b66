# The slower ones are cancelled, and the winner is told before they have ended.
# line: 20

import asyncio


async def run(name, seconds):
    try:
        await asyncio.sleep(seconds)
        return name
    except asyncio.CancelledError:
        print(name, "gives up")
        raise


async def main():
    runners = {asyncio.create_task(run(n, s)) for n, s in [("Ida", 3), ("Ole", 2), ("Ben", 1)]}
    finished, rest = await asyncio.wait(runners, return_when=asyncio.FIRST_COMPLETED)
    for r in sorted(rest, key=lambda r: r.get_name()):
        r.cancel()
    winner = finished.pop().result()
    print("winner:", winner)
    await asyncio.gather(*rest, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
