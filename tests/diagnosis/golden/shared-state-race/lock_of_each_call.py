# line: 14
import asyncio

total = 0


async def pay(amount: int, lock: asyncio.Lock) -> None:
    global total
    await lock.acquire()
    try:
        before = total
        await asyncio.sleep(0.5)
        # Every call has taken its lock, and none waited for another.
        total = before + amount
    finally:
        lock.release()


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for amount in (1, 2, 3):
            group.create_task(pay(amount, asyncio.Lock()))
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
