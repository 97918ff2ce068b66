import asyncio


class Workshop:
    async def build(self, what):
        async with self.key:
            await asyncio.sleep(1)
            if what == "boat":
                raise RuntimeError(f"the {what} broke")
            print(what, "is ready")

    async def open(self):
        self.key = asyncio.Lock()
        for problem in await asyncio.gather(self.build("boat"), self.build("stool"), return_exceptions=True):
            if problem:
                print("sorry:", problem)


async def main():
    await Workshop().open()


if __name__ == "__main__":
    asyncio.run(main())
