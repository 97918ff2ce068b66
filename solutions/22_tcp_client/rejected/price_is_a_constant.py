# fails: test_task_asks_and_returns_the_answer
# diagnosis: hard-coded-output
# The answer is awaited and thrown away; the prices were copied from given.py. Seen with other prices.
import asyncio

from given import quote_server

prices = {"tea": 3, "coffee": 4, "milk": 2}


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(name.encode() + b"\n")
    await writer.drain()
    await reader.readline()
    writer.close()
    return f"{name} costs {prices[name]}"


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
