# fails: test_main_runs_the_clients
# diagnosis: blocking-call
# socketserver's serve_forever never gives the event loop back; the clients do not even start.
import asyncio
import socketserver
import time

from given import clients


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            time.sleep(1)
            self.wfile.write(line.upper())


async def task(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.serve_forever()
        for line in await clients(server.server_address[1]):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
