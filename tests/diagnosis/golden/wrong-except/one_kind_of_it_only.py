# line: 19
import asyncio

answers = [ConnectionError("no line"), ConnectionError("no line"), "hello"]


async def call():
    await asyncio.sleep(0.5)
    answer = answers.pop(0)
    if isinstance(answer, str):
        return answer
    raise ConnectionError(*answer.args)


async def retry(times):
    for n in range(times):
        try:
            return await call()
        except ConnectionResetError:
            await asyncio.sleep(2**n)


async def main():
    results = await asyncio.gather(retry(3), return_exceptions=True)
    print(*results)


if __name__ == "__main__":
    asyncio.run(main())
