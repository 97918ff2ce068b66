import asyncio


class Poll:
    def __init__(self):
        self.answers = []

    async def ask(self, person, stars):
        await asyncio.sleep(stars)
        self.answers.append(stars)

    def mean(self):
        return sum(self.answers) / len(self.answers)


async def main():
    poll = Poll()
    await asyncio.gather(poll.ask("Ann", 5), poll.ask("Bob", 2), poll.ask("Cem", 3), poll.ask("Dag", 4))
    print("mean:", poll.mean())


if __name__ == "__main__":
    asyncio.run(main())
