import asyncio


async def main() -> None:
    letters: asyncio.Queue = asyncio.Queue()
    asyncio.get_running_loop().call_later(1, letters.put_nowait, "a card")
    print(await letters.get())


if __name__ == "__main__":
    asyncio.run(main())
