# The set is made for the first call and handed on. A room is noted when it is clean: two doors lead to the cellar.
# line: 13
import asyncio


DOORS = {"hall": ["kitchen", "bath"], "kitchen": ["cellar"], "bath": ["cellar"], "cellar": []}


async def clean(room, seen):
    if room in seen:
        return
    await asyncio.sleep(1)
    seen.add(room)
    print(f"{room} cleaned")
    await asyncio.gather(*[clean(door, seen) for door in DOORS[room]])


async def main():
    await clean("hall", set())

if __name__ == "__main__":
    asyncio.run(main())
