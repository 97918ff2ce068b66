"""Ask a server three questions at once."""

import asyncio

from given import quote_server


async def task(name: str, port: int) -> str:
    """Ask the server on 127.0.0.1 for the price of `name`, and return its answer without the newline."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        # The newline tells the server that the question is complete; without it both sides would wait for ever.
        writer.write(f"{name}\n".encode())
        await writer.drain()
        # The server keeps the connection open, so the end of the answer is the end of the line, not of the stream.
        answer = await reader.readline()
    finally:
        # However the conversation ends, the connection is given back.
        writer.close()
    return answer.decode().removesuffix("\n")


async def main() -> None:
    """Ask for tea, coffee and milk at the same time, and print the answers in that order."""
    async with quote_server() as port:
        # Three connections, three questions under way: the slowest answer says how long it takes.
        answers = await asyncio.gather(*(task(name, port) for name in ("tea", "coffee", "milk")))
    for answer in answers:
        print(answer)


if __name__ == "__main__":
    asyncio.run(main())
