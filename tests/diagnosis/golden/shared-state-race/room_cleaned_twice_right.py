import asyncio


DOORS = {"hall": ["kitchen", "bath"], "kitchen": ["cellar"], "bath": ["cellar"], "cellar": []}


async def clean(room, seen):
    if room in seen:
        return
    seen.add(room)
    await asyncio.sleep(1)
    print(f"{room} cleaned")
    await asyncio.gather(*[clean(door, seen) for door in DOORS[room]])


async def main():
    await clean("hall", set())

if __name__ == "__main__":
    asyncio.run(main())
