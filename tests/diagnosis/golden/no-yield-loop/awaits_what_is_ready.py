# line: 12
import asyncio


async def peek(basket: list[str]) -> bool:
    return "egg" in basket


async def main() -> None:
    basket: list[str] = []
    asyncio.get_running_loop().call_later(1, basket.append, "egg")
    while not await peek(basket):
        pass
    print("an egg")


if __name__ == "__main__":
    asyncio.run(main())
