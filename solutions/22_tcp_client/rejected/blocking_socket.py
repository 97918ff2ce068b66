# fails: test_never_blocks
# diagnosis: blocking-call
# An ordinary socket on the event loop's thread: the server, which runs on the same loop, cannot even accept.
import asyncio
import socket

from given import quote_server


async def task(name, port):
    s = socket.create_connection(("127.0.0.1", port))
    s.sendall((name + "\n").encode())
    data = s.recv(1024)
    s.close()
    return data.decode().strip()


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
