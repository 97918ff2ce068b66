import asyncio


async def weigh(box, kilos):
    await asyncio.sleep(kilos)
    if kilos < 2:
        raise ValueError(f"box {box} is empty")
    print("box", box, "weighs", kilos)


async def main():
    try:
        async with asyncio.TaskGroup() as scale:
            scale.create_task(weigh("A", 1))
            scale.create_task(weigh("B", 3))
        print("all weighed")
    except* ValueError as problems:
        for problem in problems.exceptions:
            print("problem:", problem)
