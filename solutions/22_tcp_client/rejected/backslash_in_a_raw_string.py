# fails: test_task_asks_and_returns_the_answer
# diagnosis: stream-hang
# In a raw string "\n" is a backslash and an n, not a newline; both sides wait for ever.
import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(rf"{name}\n".encode())
    await writer.drain()
    answer = await reader.readline()
    writer.close()
    return answer.decode().strip()


async def main():
    async with quote_server() as port:
        tasks = [asyncio.create_task(task(name, port)) for name in ("tea", "coffee", "milk")]
        for t in tasks:
            print(await t)


if __name__ == "__main__":
    asyncio.run(main())
