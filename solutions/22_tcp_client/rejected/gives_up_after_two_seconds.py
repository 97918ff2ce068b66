# fails: test_prints_the_answers_in_order
# diagnosis: timeout-misuse
# A time-out that nobody asked for: milk takes longer than the 2.5 seconds that each task may take.
import asyncio

from given import quote_server


async def task(name: str, port: int) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{name}\n".encode())
        await writer.drain()
        answer = await reader.readline()
        return answer.decode().rstrip("\n")
    finally:
        writer.close()


async def main():
    async with quote_server() as port:
        jobs = [asyncio.wait_for(task(n, port), 2.5) for n in ("tea", "coffee", "milk")]
        for a in await asyncio.gather(*jobs):
            print(a)


if __name__ == "__main__":
    asyncio.run(main())
