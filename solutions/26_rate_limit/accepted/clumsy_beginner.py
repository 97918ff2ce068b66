"""A clumsy beginner: a list of all times, an index that is counted, German names."""

import asyncio
import time

class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.zeiten = []
        self.schloss = asyncio.Lock()

    async def __aenter__(self):
        await self.schloss.acquire()
        try:
            anzahl = len(self.zeiten)
            if anzahl >= self.rate:
                # der Eintritt, von dem dieser abhängt
                alter = self.zeiten[anzahl - self.rate]
                jetzt = time.perf_counter()
                vergangen = jetzt - alter
                if vergangen < self.per:
                    await asyncio.sleep(self.per - vergangen)
            self.zeiten.append(time.perf_counter())
        finally:
            self.schloss.release()

    async def __aexit__(self, typ, wert, spur):
        pass

async def task(number, limiter):
    async with limiter:
        print("request " + str(number))

async def main():
    limiter = RateLimiter(3, 1)
    t1 = asyncio.create_task(task(1, limiter))
    t2 = asyncio.create_task(task(2, limiter))
    t3 = asyncio.create_task(task(3, limiter))
    t4 = asyncio.create_task(task(4, limiter))
    t5 = asyncio.create_task(task(5, limiter))
    t6 = asyncio.create_task(task(6, limiter))
    t7 = asyncio.create_task(task(7, limiter))
    await t1
    await t2
    await t3
    await t4
    await t5
    await t6
    await t7


if __name__ == "__main__":
    asyncio.run(main())
