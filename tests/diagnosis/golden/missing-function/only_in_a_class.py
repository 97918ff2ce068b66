# The functions are methods of a class.
# line: 8

import asyncio


class Program:
    async def main(self):
        await asyncio.sleep(1)
        print("done")


if __name__ == "__main__":
    asyncio.run(Program().main())
