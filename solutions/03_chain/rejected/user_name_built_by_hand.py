# fails: test_task_finds_user_then_city
# diagnosis: hard-coded-output
# The user that was found is thrown away and its name is built by hand; right only as long as users are called user-N.
import asyncio
import given

async def task(order):
    await given.find_user(order)          # wait until the user is found
    user = "user-" + str(order)
    city = await given.find_city(user)
    print("order", order, end="")
    print(":", city)
    return city

async def main():
    t1 = asyncio.create_task(task(1))
    t2 = asyncio.create_task(task(2))
    t3 = asyncio.create_task(task(3))
    await t1
    await t2
    await t3

if __name__ == "__main__":
    asyncio.run(main())
