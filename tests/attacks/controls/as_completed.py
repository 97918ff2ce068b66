import asyncio


async def fetch_all(fetch, ids):
    async def numbered(number):
        return number, await fetch(number)

    payloads = {}
    for next_one in asyncio.as_completed([numbered(number) for number in ids]):
        number, payload = await next_one
        payloads[number] = payload
    return [payloads[number] for number in ids]
