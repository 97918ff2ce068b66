import asyncio


async def query(db, delay):
    print("asking", db)
    await asyncio.sleep(delay)
    print("answer from", db)
    return db


async def main():
    tasks = [asyncio.create_task(query("fast", 1)), asyncio.create_task(query("slow", 5))]
    done, pending = await asyncio.wait(tasks, timeout=2)
    for t in done:
        print("result:", t.result())
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    await asyncio.sleep(4)
    print("other work finished")


asyncio.run(main())
