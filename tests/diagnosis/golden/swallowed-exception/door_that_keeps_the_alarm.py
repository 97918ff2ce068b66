# Leaving returns True, which says that the error inside is dealt with.
# line: 14
import asyncio


class Door:
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("door open")

    async def __aexit__(self, *what):
        await asyncio.sleep(1)
        print("door shut")
        return True


async def visit(guest):
    async with Door():
        if guest == "burglar":
            raise PermissionError("the alarm went off")
        print(f"{guest} came in")


async def main():
    await visit("neighbour")
    try:
        await visit("burglar")
    except PermissionError as error:
        print(error)

if __name__ == "__main__":
    asyncio.run(main())
