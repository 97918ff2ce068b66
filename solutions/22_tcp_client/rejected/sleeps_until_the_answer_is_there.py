# fails: test_prints_the_answers_in_order
# diagnosis: sleep-instead-of-await
# main sleeps 3 seconds in place of awaiting its tasks; a little too short, or too long.
import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write((name + "\n").encode())
    await writer.drain()
    line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return line.decode().strip()


async def main():
    async with quote_server() as port:
        tasks = [asyncio.create_task(task(n, port)) for n in ("tea", "coffee", "milk")]
        await asyncio.sleep(3)
        for t in tasks:
            print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
