# A taxi looks into the queue of calls until there is one, and so nobody can put one in.
# line: 7
import asyncio


async def taxi(calls):
    while calls.empty():
        pass
    street = calls.get_nowait()
    print("driving to", street)


async def customer(calls):
    await asyncio.sleep(1)
    calls.put_nowait("Mill Lane")


async def main():
    calls = asyncio.Queue()
    await asyncio.gather(taxi(calls), customer(calls))


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
