"""The loop's own socket methods, on a socket that does not block."""

import asyncio
import socket

from given import quote_server


async def task(name, port):
    loop = asyncio.get_running_loop()
    with socket.socket() as sock:
        sock.setblocking(False)
        await loop.sock_connect(sock, ("127.0.0.1", port))
        await loop.sock_sendall(sock, f"{name}\n".encode())
        data = b""
        while not data.endswith(b"\n"):
            piece = await loop.sock_recv(sock, 1024)
            if not piece:
                break
            data += piece
    return data.decode().rstrip("\n")


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
