# fails: test_main_calls_task
# diagnosis: sync-context-manager
# `with quote_server()` in place of `async with`; TypeError.
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
    with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
    for a in answers:
        print(a)


if __name__ == "__main__":
    asyncio.run(main())
