# line: 12
import asyncio


async def number() -> int:
    await asyncio.sleep(1)
    return 7


async def main() -> None:
    future = asyncio.run_coroutine_threadsafe(number(), asyncio.get_running_loop())
    print(future.result())


if __name__ == "__main__":
    asyncio.run(main())
