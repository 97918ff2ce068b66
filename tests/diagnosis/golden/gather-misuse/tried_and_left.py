# The first error leaves the gather and its `try`; nobody waits for the slow one.
# line: 16

import asyncio


async def weigh(box, kilos):
    await asyncio.sleep(kilos)
    if kilos < 2:
        raise ValueError(f"box {box} is empty")
    print("box", box, "weighs", kilos)


async def main():
    try:
        await asyncio.gather(weigh("A", 1), weigh("B", 3))
        print("all weighed")
    except ValueError as problem:
        print("problem:", problem)
