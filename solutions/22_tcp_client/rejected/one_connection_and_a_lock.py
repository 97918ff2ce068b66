# fails: test_asks_all_at_the_same_time
# diagnosis: over-serialised
# One connection is shared under a lock, so the server gets one question after the other.
import asyncio

from given import quote_server


class Connection:
    streams = None
    lock = asyncio.Lock()


async def task(name, port):
    async with Connection.lock:
        if Connection.streams is None:
            Connection.streams = await asyncio.open_connection("127.0.0.1", port)
        reader, writer = Connection.streams
        writer.write((name + "\n").encode())
        await writer.drain()
        answer = await reader.readline()
        return answer.decode().strip()


async def main():
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        Connection.streams[1].close()
        for a in answers:
            print(a)


if __name__ == "__main__":
    asyncio.run(main())
