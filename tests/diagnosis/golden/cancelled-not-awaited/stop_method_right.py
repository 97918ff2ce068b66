import asyncio


class Recorder:
    def __init__(self, name):
        self.name = name
        self.worker = None

    def start(self):
        self.worker = asyncio.create_task(self.record())

    async def record(self):
        seconds = 0
        try:
            while True:
                await asyncio.sleep(1)
                seconds += 1
        finally:
            await asyncio.sleep(0.5)  # saving takes a moment
            print(self.name, "saved,", seconds, "s")

    async def stop(self):
        self.worker.cancel()
        await asyncio.wait([self.worker])


async def main():
    recorder = Recorder("birds")
    recorder.start()
    await asyncio.sleep(3.25)
    await recorder.stop()
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
