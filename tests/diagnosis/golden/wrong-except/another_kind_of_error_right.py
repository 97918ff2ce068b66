import asyncio


class OutOfStock(Exception):
    pass


class NotFound(LookupError):
    pass


async def buy(item):
    await asyncio.sleep(1)
    if item == "ladder":
        raise OutOfStock(item)
    return f"one {item}"


async def main():
    for item in ("rake", "ladder", "spade"):
        try:
            print(await buy(item))
        except (NotFound, OutOfStock):
            print(f"no {item} today")


if __name__ == "__main__":
    asyncio.run(main())
