import asyncio

votes = []


async def vote(person, seconds):
    await asyncio.sleep(seconds)
    votes.append(person)


async def main():
    tasks = []
    for person, seconds in [("Ida", 2), ("Tom", 5), ("Eve", 3)]:
        tasks.append(asyncio.create_task(vote(person, seconds)))
    for task in tasks:
        await task
    print("counted:", ", ".join(votes))


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
