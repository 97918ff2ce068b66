# Nobody keeps the task: it ends well only because nothing is collected meanwhile.
# line: 17

import asyncio


class Heart:
    beats = 0

    async def beat(self):
        while self.beats < 5:
            self.beats += 1
            print("beat", self.beats)
            await asyncio.sleep(0.3)

    def start(self):
        asyncio.create_task(self.beat())


async def main():
    h = Heart()
    h.start()
    await asyncio.sleep(3)
    print("total beats", h.beats)


asyncio.run(main())
