# The name that main binds is another one than that of the module.
# line: 14
import asyncio

ready = asyncio.Event()


async def waiter(table):
    await ready.wait()
    print("table", table, "is served")


async def main():
    ready = asyncio.Event()
    tables = [asyncio.create_task(waiter(table)) for table in (1, 2)]
    await asyncio.sleep(1)
    ready.set()
    print("ready")
    await asyncio.gather(*tables)


asyncio.run(main())
