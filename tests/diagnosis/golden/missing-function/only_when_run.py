# The functions are defined under the test of the name.
# line: 8

import asyncio

if __name__ == "__main__":

    async def main():
        await asyncio.sleep(1)
        print("done")

    asyncio.run(main())
