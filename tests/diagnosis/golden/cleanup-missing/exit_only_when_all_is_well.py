# The bridge is raised again only when nobody has stumbled.
# line: 15

import asyncio


class Bridge:
    async def __aenter__(self):
        print("bridge down")
        return self

    async def __aexit__(self, kind, problem, trace):
        await asyncio.sleep(1)
        if kind is None:
            print("bridge up")


async def cross():
    async with Bridge():
        raise ValueError("stumbled")


async def main():
    try:
        await cross()
    except ValueError as problem:
        print("oh:", problem)
