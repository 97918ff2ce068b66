# fails: test_task_closes_its_connection
# diagnosis: resource-not-closed
# The close stands behind the return and is never reached.
import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    await writer.drain()
    return (await reader.readline()).decode().rstrip("\n")
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
