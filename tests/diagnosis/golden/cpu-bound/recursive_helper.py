# A Fibonacci number is worked out by recursion, in a plain helper.
# line: 13
import asyncio


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


async def compute(n):
    result = fib(n)
    print(f"fib({n}) = {result}")


async def heartbeat():
    for beat in range(3):
        print("beat", beat)
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(heartbeat(), compute(40))


if __name__ == "__main__":
    asyncio.run(main())
