# fails: test_asks_all_at_the_same_time
# diagnosis: parameter-ignored
# Three tasks read from one stream at once; a stream has one reader at a time, RuntimeError.
import asyncio

from given import quote_server

streams = None


async def task(name, port):
    reader, writer = streams
    writer.write((name + "\n").encode())
    await writer.drain()
    answer = await reader.readline()
    return answer.decode().strip()


async def main():
    global streams
    async with quote_server() as port:
        streams = await asyncio.open_connection("127.0.0.1", port)
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        streams[1].close()
        for a in answers:
            print(a)


if __name__ == "__main__":
    asyncio.run(main())
