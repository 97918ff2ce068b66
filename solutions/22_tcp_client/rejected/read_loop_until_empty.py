# fails: test_task_asks_and_returns_the_answer
# diagnosis: stream-hang
# The loop reads until read gives nothing, which happens when the server closes; it does not.
import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    await writer.drain()
    answer = b""
    while True:
        data = await reader.read(100)
        if not data:
            break
        answer += data
    writer.close()
    return answer.decode().strip()


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
