# fails: test_next_begins_when_one_ends
# diagnosis: needless-barrier
# Calls are collected until there are three, then gathered together and the list is emptied: batches again.
import asyncio
import given

async def task(number, limit):
    async with limit:
        x = await given.download(number)
    return x

async def main():
    limit = asyncio.Semaphore(3)
    ergebnisse = []
    gruppe = []
    for nummer in range(10):
        gruppe.append(task(nummer, limit))
        if len(gruppe) == 3 or nummer == 9:
            teil = await asyncio.gather(*gruppe)
            for e in teil:
                ergebnisse.append(e)
            gruppe = []
    print(ergebnisse)

if __name__ == "__main__":
    asyncio.run(main())
