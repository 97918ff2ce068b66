import asyncio


async def main() -> None:
    count = 0

    async def visit(page: str) -> None:
        nonlocal count
        count = number = count + 1
        print(page, "is number", number)
        await asyncio.sleep(1)

    await asyncio.gather(visit("home"), visit("news"), visit("help"))
    print(count, "pages")


if __name__ == "__main__":
    asyncio.run(main())
