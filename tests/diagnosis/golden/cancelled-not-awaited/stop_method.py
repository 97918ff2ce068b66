# A plain method cancels the background task; its saving takes a moment, and the program ends before that.
# line: 26

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

    def stop(self):
        self.worker.cancel()


async def main():
    recorder = Recorder("birds")
    recorder.start()
    await asyncio.sleep(3.25)
    recorder.stop()
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
