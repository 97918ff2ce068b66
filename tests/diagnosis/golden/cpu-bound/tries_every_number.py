# A lock is opened by trying all numbers, and a progress bar stands still meanwhile.
# line: 14
import asyncio
import hashlib

WANTED = hashlib.md5(b"no such number").hexdigest()


class Safe:
    def __init__(self, digits):
        self.digits = digits

    async def crack(self):
        for number in range(10 ** self.digits):
            guess = hashlib.md5(str(number).encode()).hexdigest()
            if guess == WANTED:
                return number
        return None


async def progress():
    for percent in (0, 50, 100):
        print(percent, "%")
        await asyncio.sleep(1)


async def main():
    bar = asyncio.create_task(progress())
    number = await Safe(9).crack()
    await bar
    print("opened with", number)


if __name__ == "__main__":
    asyncio.run(main())
