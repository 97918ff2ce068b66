"""Each answer is printed as soon as it and those before it are known."""

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
        tasks = [asyncio.create_task(task(name, port)) for name in ("tea", "coffee", "milk")]
        for t in tasks:
            print(await t)


if __name__ == "__main__":
    asyncio.run(main())
