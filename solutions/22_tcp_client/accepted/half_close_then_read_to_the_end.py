"""After write_eof the server sees the end of the questions, so that it closes and read() comes to an end."""

import asyncio

from given import quote_server


async def task(name: str, port: int) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{name}\n".encode())
        writer.write_eof()
        answer = await reader.read()
    finally:
        writer.close()
    return answer.decode().rstrip("\n")


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
