# A searcher that is called off answers with an empty list, and is counted among those that searched.
# line: 15

import asyncio


class Library:
    def __init__(self):
        self.answers = []

    async def search(self, shelf, hours):
        try:
            await asyncio.sleep(hours)
            result = [shelf]
        except asyncio.CancelledError:
            print("search of", shelf, "called off")
            result = []
        self.answers.append(result)
        print(shelf, "searched:", result)
        return result


async def main():
    library = Library()
    left = asyncio.create_task(library.search("left", 1))
    right = asyncio.create_task(library.search("right", 9))
    await left
    right.cancel()
    try:
        await right
    except asyncio.CancelledError:
        pass
    print(len(library.answers), "answers")


asyncio.get_event_loop().run_until_complete(main()) if __name__ == "__main__" else None
