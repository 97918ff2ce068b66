# Two tasks share a lock that is made for threads, and one of them sleeps with it.
# line: 12
import asyncio
import threading

lock = threading.Lock()
balance = 100


async def withdraw(name, amount):
    global balance
    with lock:
        before = balance
        await asyncio.sleep(1)
        balance = before - amount
    print(name, "took", amount)


async def main():
    await asyncio.gather(withdraw("Ann", 10), withdraw("Ben", 20))
    print("left:", balance)


if __name__ == "__main__":
    asyncio.run(main())
