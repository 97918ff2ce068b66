# fails: test_asks_all_at_the_same_time
# diagnosis: sequential-awaits
# Created and awaited in the same line, one after the other.
import asyncio

from given import quote_server


async def task(name: str, port: int) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{name}\n".encode())
        await writer.drain()
        answer = await reader.readline()
        return answer.decode().rstrip("\n")
    finally:
        writer.close()


async def main():
    async with quote_server() as port:
        a = await asyncio.create_task(task("tea", port))
        b = await asyncio.create_task(task("coffee", port))
        c = await asyncio.create_task(task("milk", port))
        print(a)
        print(b)
        print(c)


if __name__ == "__main__":
    asyncio.run(main())
