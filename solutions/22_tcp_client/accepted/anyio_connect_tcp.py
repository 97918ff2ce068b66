"""anyio's TCP stream and task group, on asyncio."""

import asyncio

import anyio
from anyio.streams.buffered import BufferedByteReceiveStream
from given import quote_server


async def task(name: str, port: int) -> str:
    async with await anyio.connect_tcp("127.0.0.1", port) as stream:
        await stream.send(name.encode() + b"\n")
        answer = await BufferedByteReceiveStream(stream).receive_until(b"\n", 1000)
    return answer.decode()


async def main() -> None:
    names = ["tea", "coffee", "milk"]
    answers = {}

    async def ask(name: str, port: int) -> None:
        answers[name] = await task(name, port)

    async with quote_server() as port, anyio.create_task_group() as tg:
        for name in names:
            tg.start_soon(ask, name, port)
    for name in names:
        print(answers[name])


if __name__ == "__main__":
    asyncio.run(main())
