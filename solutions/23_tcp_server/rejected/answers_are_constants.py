# fails: test_prints_what_the_clients_return
# diagnosis: hard-coded-output
# The clients are run, and the lines of the instructions are printed. Seen with other lines.
import asyncio

from given import clients


async def task(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    await clients(server.sockets[0].getsockname()[1])
    print("GOOD MORNING")
    print("A TEA, PLEASE")
    print("HELLO")
    print("ANY NEWS?")
    print("IS IT RAINING?")
    print("GOOD BYE")
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
