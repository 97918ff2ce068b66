import asyncio


class Tent:
    def __init__(self):
        self.packed = False

    async def __aenter__(self):
        await asyncio.sleep(1)

    async def __aexit__(self, kind, problem, trace):
        self.packed = True
        print("tent packed")


async def camp():
    async with Tent():
        print("sleeping")
        raise RuntimeError("rain")


async def main():
    try:
        await camp()
        print("morning")
    except RuntimeError as problem:
        print("home again:", repr(problem))
