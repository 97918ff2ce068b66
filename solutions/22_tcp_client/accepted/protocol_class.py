"""A Protocol in place of streams: it collects bytes until the newline and hands the line to a future."""

import asyncio

from given import quote_server


class Question(asyncio.Protocol):
    def __init__(self, name: str) -> None:
        self.name = name
        self.buffer = b""
        self.answer = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        transport.write(f"{self.name}\n".encode())

    def data_received(self, data):
        self.buffer += data
        if b"\n" in self.buffer and not self.answer.done():
            self.answer.set_result(self.buffer.split(b"\n")[0].decode())

    def connection_lost(self, error):
        if not self.answer.done():
            self.answer.set_exception(error or ConnectionError("closed without an answer"))


async def task(name: str, port: int) -> str:
    loop = asyncio.get_running_loop()
    transport, question = await loop.create_connection(lambda: Question(name), "127.0.0.1", port)
    try:
        return await question.answer
    finally:
        transport.close()


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
