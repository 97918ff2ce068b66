# fails: test_orders_run_side_by_side
# diagnosis: sequential-awaits
# A for loop awaits each order before it goes on to the next; nothing overlaps.
import asyncio
import sys
import given

ORDERS = [1, 2, 3]
results = {}


def log(text):
    print(text, file=sys.stderr)


async def task(order):
    log("looking for order %d" % order)
    user = await given.find_user(order)
    log("user is " + user)
    city = await given.find_city(user)
    print("order %d: %s" % (order, city))
    return city


async def main():
    for order in ORDERS:
        results[order] = await task(order)
    log(results)


if __name__ == "__main__":
    asyncio.run(main())
