# fails: test_task_asks_and_returns_the_answer
# diagnosis: await-non-awaitable
# write() only fills a buffer and gives None; awaiting that raises TypeError.
import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await writer.write(f"{name}\n".encode())
    answer = await reader.readline()
    writer.close()
    return answer.decode().strip()


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
