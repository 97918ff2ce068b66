# line: 6
import asyncio


async def ask() -> str:
    return input("Name? ")


async def main() -> None:
    ticking = asyncio.create_task(asyncio.sleep(1))
    name = await ask()
    await ticking
    print("Hello", name)


if __name__ == "__main__":
    asyncio.run(main())
