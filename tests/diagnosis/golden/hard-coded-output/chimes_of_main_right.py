import asyncio


async def chime(clock):
    await asyncio.sleep(1)
    print(f"{clock} strikes")


async def main():
    await asyncio.gather(chime("tower"), chime("hall"))
    print("noon")

if __name__ == "__main__":
    asyncio.run(main())
