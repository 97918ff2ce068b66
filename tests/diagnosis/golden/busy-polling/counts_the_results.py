# The results are counted again and again until there are enough of them.
# line: 17
import asyncio

votes = []


async def vote(person, seconds):
    await asyncio.sleep(seconds)
    votes.append(person)


async def main():
    tasks = []
    for person, seconds in [("Ida", 2), ("Tom", 5), ("Eve", 3)]:
        tasks.append(asyncio.create_task(vote(person, seconds)))
    while True:
        if len(votes) == 3:
            break
        else:
            await asyncio.sleep(0.005)
    print("counted:", ", ".join(votes))


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
