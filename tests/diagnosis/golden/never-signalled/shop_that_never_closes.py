# The counters look at the event before each customer, and nobody sets it: set is named and not called.
# line: 18
import asyncio


async def serve(name, closing):
    customers = 0
    while not closing.is_set():
        await asyncio.sleep(1)
        customers += 1
        print(f"{name} served {customers}")


async def main():
    closing = asyncio.Event()
    both = asyncio.gather(serve("Counter 1", closing), serve("Counter 2", closing))
    await asyncio.sleep(2.5)
    closing.set
    await both
    print("closed")

if __name__ == "__main__":
    asyncio.run(main())
