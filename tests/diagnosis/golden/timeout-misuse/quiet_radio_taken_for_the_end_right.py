import asyncio


async def drive(calls):
    while True:
        call = await calls.get()
        if call is None:
            return
        await asyncio.sleep(1)
        print(f"drove {call}")


async def main():
    calls = asyncio.Queue()
    for call in ("Ada", "Bob", "Cem", None):
        calls.put_nowait(call)
    await drive(calls)
    print("back home")

if __name__ == "__main__":
    asyncio.run(main())
