# Tests are marked when the last pupil has handed in.
# line: 22
import asyncio

MARKS = []


async def write_test(pupil, minutes):
    await asyncio.sleep(minutes)
    print(f"{pupil} hands in")
    return pupil


async def mark(pupil):
    await asyncio.sleep(5)
    print(f"{pupil} has a mark")


async def main():
    pupils = {"Lea": 20, "Max": 35, "Ole": 25}
    tests = [asyncio.create_task(write_test(p, m)) for p, m in pupils.items()]
    await asyncio.wait(tests)  # everybody is ready now
    marking = []
    for test in tests:
        marking.append(asyncio.create_task(mark(test.result())))
    await asyncio.wait(marking)


if __name__ == "__main__":
    asyncio.run(main())
