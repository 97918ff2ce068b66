import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def scan(page):
    time.sleep(1)
    return f"page {page}"


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=3) as pool:
        jobs = [loop.run_in_executor(pool, scan, number) for number in (1, 2, 3)]
        print(await asyncio.gather(*jobs))
