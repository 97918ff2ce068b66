import asyncio


class Painter:
    def __init__(self, name, jobs):
        self.name = name
        self.jobs = jobs

    async def work(self):
        while True:
            job = await self.jobs.get()
            if job == "stop":
                return
            await asyncio.sleep(2)
            print(self.name, "painted the", job)


async def main():
    jobs = asyncio.Queue()
    painters = [Painter("Jo", jobs), Painter("Al", jobs)]
    tasks = [asyncio.create_task(painter.work()) for painter in painters]
    for job in ["door", "fence", "gate"]:
        await jobs.put(job)
    for _ in painters:
        await jobs.put("stop")
    for task in tasks:
        await task
    print("home")


if __name__ == "__main__":
    asyncio.run(main())
