import asyncio


async def ask(oracle, hours):
    await asyncio.sleep(hours)
    return oracle + " says yes"


async def ask_with_limit(oracle, hours):
    try:
        return await asyncio.wait_for(ask(oracle, hours), timeout=3)
    except asyncio.TimeoutError:
        return "no answer in time"


async def main():
    answers = await asyncio.gather(ask_with_limit("Delphi", 1), ask_with_limit("Dodona", 9))
    for answer in answers:
        print(answer)


if __name__ == "__main__":
    asyncio.run(main())
