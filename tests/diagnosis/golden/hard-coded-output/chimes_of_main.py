# The clocks are silent; main prints what they should strike.
# line: 12
import asyncio


async def chime(clock):
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(chime("tower"), chime("hall"))
    print("tower strikes")
    print("hall strikes")
    print("noon")

if __name__ == "__main__":
    asyncio.run(main())
