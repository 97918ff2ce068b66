import asyncio


async def taxi(calls):
    street = await calls.get()
    print("driving to", street)


async def customer(calls):
    await asyncio.sleep(1)
    calls.put_nowait("Mill Lane")


async def main():
    calls = asyncio.Queue()
    await asyncio.gather(taxi(calls), customer(calls))


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
