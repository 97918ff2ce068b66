import asyncio


async def ask(input: str) -> str:
    return input.removeprefix("Name? ")


async def main() -> None:
    ticking = asyncio.create_task(asyncio.sleep(1))
    name = await ask(input="Name? Ada")
    await ticking
    print("Hello", name)


if __name__ == "__main__":
    asyncio.run(main())
