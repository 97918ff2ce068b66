# fails: test_never_blocks
# diagnosis: blocking-call
# The socket is connected by a blocking call on the loop's thread and given to streams afterwards.
import asyncio
import socket

from given import quote_server


async def task(name, port):
    sock = socket.create_connection(("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=sock)
    writer.write((name + "\n").encode())
    line = await reader.readline()
    writer.close()
    return line.decode().strip()


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
