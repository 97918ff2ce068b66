# SystemExit is raised with a message, as one does in scripts.
# line: 9
import asyncio


async def find_ticket(tickets: list[str], number: int) -> str:
    await asyncio.sleep(1)
    if number >= len(tickets):
        raise SystemExit(f"there is no ticket {number}")
    return tickets[number]


async def main() -> None:
    tickets = ["row 1", "row 2"]
    for number in (0, 2, 1):
        print(await find_ticket(tickets, number))


if __name__ == "__main__":
    asyncio.run(main())
