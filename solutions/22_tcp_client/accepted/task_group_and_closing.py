"""A TaskGroup, and contextlib.closing around the writer."""

import asyncio
from contextlib import closing

import given


async def task(name: str, port: int) -> str:
    reader, writer = await asyncio.open_connection(host="127.0.0.1", port=port)
    with closing(writer):
        writer.writelines([name.encode(), b"\n"])
        await writer.drain()
        answer = await reader.readuntil(b"\n")
    return answer[:-1].decode()


async def main() -> None:
    async with given.quote_server() as port:
        async with asyncio.TaskGroup() as group:
            jobs = [group.create_task(task(name, port)) for name in ["tea", "coffee", "milk"]]
    print("\n".join(job.result() for job in jobs))


if __name__ == "__main__":
    asyncio.run(main())
