# The delay is a global variable in place of a parameter.
# line: 9

import asyncio

delay = 1


async def bake(bread):
    await asyncio.sleep(delay)
    print(bread, "baked")


async def main():
    await asyncio.gather(bake("rye"), bake("wheat"))


if __name__ == "__main__":
    asyncio.run(main())
