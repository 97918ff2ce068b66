# The pump keeps its error, on which its owner waits.
# line: 13

import asyncio


async def pump(litres):
    await asyncio.sleep(1)
    try:
        if litres > 10:
            raise OverflowError("tank is full")
        print("pumped", litres)
    except OverflowError:
        litres = 0


async def main():
    try:
        await pump(12)
        print("go on")
    except OverflowError as problem:
        print("stop:", repr(problem))
