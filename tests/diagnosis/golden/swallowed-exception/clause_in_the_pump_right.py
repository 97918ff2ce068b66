import asyncio


async def pump(litres):
    await asyncio.sleep(1)
    if litres > 10:
        raise OverflowError("tank is full")
    print("pumped", litres)


async def main():
    try:
        await pump(12)
        print("go on")
    except OverflowError as problem:
        print("stop:", repr(problem))
