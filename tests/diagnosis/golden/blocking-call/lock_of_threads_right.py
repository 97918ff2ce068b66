import asyncio

lock = asyncio.Lock()
balance = 100


async def withdraw(name, amount):
    global balance
    async with lock:
        before = balance
        await asyncio.sleep(1)
        balance = before - amount
    print(name, "took", amount)


async def main():
    await asyncio.gather(withdraw("Ann", 10), withdraw("Ben", 20))
    print("left:", balance)


if __name__ == "__main__":
    asyncio.run(main())
