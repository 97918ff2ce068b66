import asyncio


async def main() -> None:
    laid = asyncio.Event()
    asyncio.get_running_loop().call_later(1, laid.set)
    await laid.wait()
    print("an egg")


if __name__ == "__main__":
    asyncio.run(main())
