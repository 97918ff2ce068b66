import asyncio


async def guard(gate, over):
    rounds = 0
    while not over.is_set():
        await asyncio.sleep(1)
        rounds += 1
        print(f"{gate}: round {rounds}")


async def main():
    over = asyncio.Event()
    both = asyncio.gather(guard("north", over), guard("south", over))
    await asyncio.sleep(2.5)
    over.set()
    await both
    print("all asleep")

if __name__ == "__main__":
    asyncio.run(main())
