# A loaf takes two seconds. The time of the loaf is a wait for the bell: when it rings the loaf is left raw.
# line: 10
import asyncio


async def bake(stop):
    loaves = 0
    while True:
        try:
            await asyncio.wait_for(stop.wait(), 2)
            break
        except TimeoutError:
            loaves += 1
            print(f"loaf {loaves} baked")
    print("oven off")


async def main():
    stop = asyncio.Event()
    oven = asyncio.create_task(bake(stop))
    await asyncio.sleep(2.5)
    stop.set()
    await oven

if __name__ == "__main__":
    asyncio.run(main())
