import asyncio


class Bridge:
    async def __aenter__(self):
        print("bridge down")
        return self

    async def __aexit__(self, kind, problem, trace):
        await asyncio.sleep(1)
        print("bridge up")


async def cross():
    async with Bridge():
        raise ValueError("stumbled")


async def main():
    try:
        await cross()
    except ValueError as problem:
        print("oh:", problem)
