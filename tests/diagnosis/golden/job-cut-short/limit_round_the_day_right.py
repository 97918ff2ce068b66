import asyncio

COPIES = 5


class Copyist:
    done = 0

    async def work(self, hours):
        end = asyncio.get_running_loop().time() + hours
        while asyncio.get_running_loop().time() < end and self.done < COPIES:
            await asyncio.sleep(3)
            self.done += 1
            print("copy", self.done)


async def main():
    copyist = Copyist()
    await copyist.work(8)
    print("copies:", copyist.done)


if __name__ == "__main__":
    asyncio.run(main())
