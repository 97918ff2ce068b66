import asyncio


async def crow(times):
    await asyncio.sleep(times)
    print("caw")


async def main():
    await asyncio.gather(crow(1), crow(2))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
