"""A clumsy beginner: five tasks in five variables, each awaited."""

import asyncio
from given import Account

async def task(account, amount, lock):
    async with lock:
        a = await account.read()
        b = a + amount
        await account.write(b)
        return None

async def main():
    account = Account(100)
    lock = asyncio.Lock()
    t1 = asyncio.create_task(task(account, 10, lock))
    t2 = asyncio.create_task(task(account, 10, lock))
    t3 = asyncio.create_task(task(account, 10, lock))
    t4 = asyncio.create_task(task(account, 10, lock))
    t5 = asyncio.create_task(task(account, 10, lock))
    await t1
    await t2
    await t3
    await t4
    await t5
    result = await account.read()
    print("balance " + str(result))

if __name__ == "__main__":
    asyncio.run(main())
