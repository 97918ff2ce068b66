# fails: test_serves_all_at_the_same_time
# diagnosis: coroutine-not-started
# The lambda only keeps the coroutines; they are awaited after the clients, which wait for them for ever.
import asyncio

from given import clients

jobs = []


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
    server = await asyncio.start_server(lambda r, w: jobs.append(task(r, w)), "127.0.0.1", 0)
    lines = await clients(server.sockets[0].getsockname()[1])
    await asyncio.gather(*jobs)
    for line in lines:
        print(line)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
