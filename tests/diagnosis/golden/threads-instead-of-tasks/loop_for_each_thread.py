# Every coroutine gets a thread, and every thread an event loop.
# line: 19
import asyncio
import threading


async def boil_egg(guest, minutes):
    await asyncio.sleep(minutes)
    print("egg for", guest)


def in_thread(guest, minutes):
    asyncio.run(boil_egg(guest, minutes))


async def main():
    threads = []
    for guest, minutes in (("Ulf", 5), ("Ina", 4)):
        thread = threading.Thread(target=in_thread, args=(guest, minutes))
        threads.append(thread)
        thread.start()
    for thread in threads:
        thread.join()
    print("breakfast!")


if __name__ == "__main__":
    asyncio.run(main())
