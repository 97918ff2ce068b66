# line: 12
import asyncio


total = 0


async def pay(amount: int) -> None:
    global total
    before = total
    await asyncio.sleep(1)
    total = before + amount


async def main() -> None:
    await asyncio.gather(pay(2), pay(3))
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
