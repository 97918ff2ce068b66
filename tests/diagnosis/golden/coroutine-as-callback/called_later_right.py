import asyncio


async def ring() -> None:
    print("ring")


async def main() -> None:
    await asyncio.sleep(1)
    await ring()
    await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
