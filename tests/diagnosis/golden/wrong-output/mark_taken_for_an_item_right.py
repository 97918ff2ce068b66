import asyncio


async def pick(trees, basket):
    for tree in trees:
        await asyncio.sleep(0.5)
        await basket.put(tree + " apples")
    await basket.put(None)


async def carry(basket, cart):
    apples = ""
    while apples is not None:
        apples = await basket.get()
        if apples is not None:
            await cart.put(apples)


async def main():
    basket, cart = asyncio.Queue(2), asyncio.Queue()
    await asyncio.gather(pick(["old", "young"], basket), carry(basket, cart))
    loaded = []
    while cart.qsize():
        loaded.append(cart.get_nowait())
    print("loaded", loaded)


asyncio.run(main())
