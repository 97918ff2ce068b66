# fails: test_task_asks_and_returns_the_answer
# diagnosis: result-not-returned
# task prints the answer in place of returning it.
import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(name.encode() + b"\n")
    await writer.drain()
    answer = await reader.readline()
    print(answer.decode().strip())
    writer.close()


async def main():
    async with quote_server() as port:
        await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))


if __name__ == "__main__":
    asyncio.run(main())
