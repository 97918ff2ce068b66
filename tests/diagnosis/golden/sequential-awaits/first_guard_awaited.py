# The first guard is awaited before the second is called, and before anybody says that it is over.
# line: 16
import asyncio


async def guard(gate, over):
    rounds = 0
    while not over.is_set():
        await asyncio.sleep(1)
        rounds += 1
        print(f"{gate}: round {rounds}")


async def main():
    over = asyncio.Event()
    await guard("north", over)
    await guard("south", over)
    await asyncio.sleep(2.5)
    over.set()
    print("all asleep")

if __name__ == "__main__":
    asyncio.run(main())
