"""The blocking socket of old, handed to a thread."""

import asyncio
import socket

from given import quote_server


def ask(name, port):
    with socket.create_connection(("127.0.0.1", port)) as sock, sock.makefile("rw", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        return file.readline().rstrip("\n")


async def task(name, port):
    return await asyncio.to_thread(ask, name, port)


async def main():
    async with quote_server() as port:
        tasks = [asyncio.create_task(task(name, port)) for name in ("tea", "coffee", "milk")]
        for t in tasks:
            print(await t)


if __name__ == "__main__":
    asyncio.run(main())
