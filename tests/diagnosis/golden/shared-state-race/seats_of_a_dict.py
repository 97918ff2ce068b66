# line: 14
import asyncio

stock = {"tea": 1, "milk": 2}


async def pay() -> None:
    await asyncio.sleep(1)


async def buy(item: str, who: str) -> None:
    if stock[item] > 0:
        await pay()
        stock[item] -= 1
        print(who, "has", item)
    else:
        print(who, "has nothing")


async def main() -> None:
    await asyncio.gather(buy("tea", "Ida"), buy("tea", "Ben"), buy("milk", "Eva"))
    print(stock)


if __name__ == "__main__":
    asyncio.run(main())
