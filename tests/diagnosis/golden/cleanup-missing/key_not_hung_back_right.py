import asyncio


class Workshop:
    def __init__(self):
        self.key = asyncio.Lock()

    async def build(self, what, hours):
        await self.key.acquire()
        try:
            await asyncio.sleep(hours)
            if hours > 2:
                raise RuntimeError(f"the {what} broke")
        finally:
            self.key.release()
        print(what, "is ready")


async def main():
    workshop = Workshop()
    results = await asyncio.gather(
        workshop.build("boat", 3),
        workshop.build("stool", 1),
        return_exceptions=True,
    )
    for problem in results:
        if problem:
            print("sorry:", problem)


if __name__ == "__main__":
    asyncio.run(main())
