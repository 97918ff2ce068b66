"""A clumsy beginner: the error is kept in a variable and raised inside, two try blocks in main."""

import asyncio

class Connection:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        text = self.name + " open"
        print(text)

    async def __aexit__(self, a, b, c):
        await asyncio.sleep(0.5)
        text = self.name + " closed"
        print(text)

async def task(name, delay, ok):
    c = Connection(name, delay)
    async with c:
        if ok == True:
            print(name + " used")
        if ok == False:
            error = RuntimeError(name + " broke")
            raise error

async def main():
    a = asyncio.create_task(task("A", 1, True))
    b = asyncio.create_task(task("B", 2, False))
    try:
        await a
    except RuntimeError as e:
        print("error: " + str(e))
    try:
        await b
    except RuntimeError as e:
        print("error: " + str(e))

if __name__ == "__main__":
    asyncio.run(main())
