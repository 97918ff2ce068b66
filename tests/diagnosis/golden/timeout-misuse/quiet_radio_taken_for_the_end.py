# When no call has come for five seconds the driver goes home; the passengers are long at home then.
# line: 9
import asyncio


async def drive(calls):
    while True:
        try:
            call = await asyncio.wait_for(calls.get(), 5)
        except TimeoutError:
            return
        await asyncio.sleep(1)
        print(f"drove {call}")


async def main():
    calls = asyncio.Queue()
    for call in ("Ada", "Bob", "Cem"):
        calls.put_nowait(call)
    await drive(calls)
    print("back home")

if __name__ == "__main__":
    asyncio.run(main())
