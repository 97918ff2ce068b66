# One limit round gather: the slow one takes the quick one's answer with it.
# line: 14

import asyncio


async def ask(oracle, hours):
    await asyncio.sleep(hours)
    return oracle + " says yes"


async def main():
    try:
        answers = await asyncio.wait_for(asyncio.gather(ask("Delphi", 1), ask("Dodona", 9)), timeout=3)
        for answer in answers:
            print(answer)
    except asyncio.TimeoutError:
        print("no answer in time")


if __name__ == "__main__":
    asyncio.run(main())
