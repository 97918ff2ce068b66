import asyncio

total = 0


async def pay(amount: int, lock: asyncio.Lock) -> None:
    global total
    await lock.acquire()
    try:
        before = total
        await asyncio.sleep(0.5)
        total = before + amount
    finally:
        lock.release()


async def main() -> None:
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for amount in (1, 2, 3):
            group.create_task(pay(amount, lock))
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
