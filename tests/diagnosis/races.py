"""Programs in which several calls share something: with a race, with one that nothing shows, and look-alikes.

Each is made whole by `whole`: two calls of `work` where it has no `main`.
"""

from __future__ import annotations

MAIN = """

async def main():
    await asyncio.gather(work("a", 1), work("a", 2))
"""


def whole(source: str) -> str:
    """Return the program."""
    return f"import asyncio\n{source}{'' if 'def main(' in source else MAIN}"


RACES = {
    "read into a local name": """
counter = 0
async def work(name, n):
    global counter
    x = counter
    await asyncio.sleep(1)
    counter = x + n
""",
    "an await within an addition": """
counter = 0
async def rate():
    await asyncio.sleep(1)
    return 1
async def work(name, n):
    global counter
    counter += await rate()
""",
    "an attribute, read and written in one statement": """
class A: balance = 0
account = A()
async def rate():
    await asyncio.sleep(1)
    return 1
async def work(name, n):
    account.balance = account.balance + await rate()
""",
    "an attribute of an object that all calls share": """
class A:
    def __init__(self): self.balance = 0
    async def add(self, n):
        value = self.balance
        await asyncio.sleep(1)
        self.balance = value + n
async def work(account, n):
    await account.add(n)
async def main():
    account = A()
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(work(account, n))
    print(account.balance)
""",
    "an item of a dict": """
stock = {"a": 5}
async def work(name, n):
    left = stock[name]
    await asyncio.sleep(1)
    stock[name] = left - 1
""",
    "an item of a dict that all calls are given": """
async def work(stock, name):
    left = stock[name]
    await asyncio.sleep(1)
    stock[name] = left - 1
async def main():
    stock = {"tea": 3}
    await asyncio.gather(*(work(stock, "tea") for _ in range(3)))
""",
    "a set: looked up, then added to": """
seen = set()
async def fetch(n): await asyncio.sleep(1)
async def work(name, n):
    if name not in seen:
        await fetch(name)
        seen.add(name)
""",
    "a set: looked up, and left early": """
seen = set()
async def fetch(n): await asyncio.sleep(1)
async def work(name, n):
    if name in seen:
        return
    await fetch(name)
    seen.add(name)
""",
    "a count: tested, then lowered": """
stock = {"a": 1}
async def pay(): await asyncio.sleep(1)
async def work(item, n):
    if stock[item] > 0:
        await pay()
        stock[item] -= 1
""",
    "through coroutines that read and write": """
class Account:
    def __init__(self): self._b = 0
    async def read(self):
        await asyncio.sleep(0.1)
        return self._b
    async def write(self, v):
        await asyncio.sleep(0.1)
        self._b = v
async def work(account, n):
    value = await account.read()
    await account.write(value + n)
async def main():
    account = Account()
    await asyncio.gather(*(work(account, n) for n in range(3)))
""",
    "a variable of the function around": """
async def main():
    count = 0
    async def work(n):
        nonlocal count
        x = count
        await asyncio.sleep(n)
        count = x + 1
    await asyncio.gather(work(1), work(1))
    print(count)
""",
    "a lock made anew in each call": """
counter = 0
async def work(name, n):
    global counter
    lock = asyncio.Lock()
    async with lock:
        x = counter
        await asyncio.sleep(1)
        counter = x + n
""",
    "a lock made anew for each call": """
counter = 0
async def work(name, lock):
    global counter
    async with lock:
        x = counter
        await asyncio.sleep(1)
        counter = x + 1
async def main():
    await asyncio.gather(work("a", asyncio.Lock()), work("a", asyncio.Lock()))
""",
    "a lock round the write only": """
counter = 0
lock = asyncio.Lock()
async def work(name, n):
    global counter
    x = counter
    await asyncio.sleep(1)
    async with lock:
        counter = x + n
""",
    "a lock taken between read and write": """
counter = 0
lock = asyncio.Lock()
async def work(name, n):
    global counter
    x = counter
    async with lock:
        await asyncio.sleep(1)
        counter = x + n
""",
    "a semaphore that lets two in": """
counter = 0
gate = asyncio.Semaphore(2)
async def work(name, n):
    global counter
    async with gate:
        x = counter
        await asyncio.sleep(1)
        counter = x + n
""",
    "two functions over one variable": """
balance = 10
async def put(n):
    global balance
    x = balance
    await asyncio.sleep(1)
    balance = x + n
async def take(n):
    global balance
    x = balance
    await asyncio.sleep(1)
    balance = x - n
async def main():
    await asyncio.gather(put(2), take(3))
""",
    "again and again in a loop": """
total = 0
async def work(name, n):
    global total
    for _ in range(3):
        x = total
        await asyncio.sleep(0)
        total = x + 1
""",
    "through plain functions": """
state = {"n": 0}
def get(): return state["n"]
def put(v): state["n"] = v
async def work(name, n):
    x = get()
    await asyncio.sleep(1)
    put(x + 1)
""",
    "made when it is first needed": """
conn = None
async def connect(): await asyncio.sleep(1); return object()
async def work(name, n):
    global conn
    if conn is None:
        conn = await connect()
""",
    "a list of which the length is tested": """
free = [1, 2]
async def work(name, n):
    if len(free) > 0:
        await asyncio.sleep(1)
        free.pop()
""",
    "a loop that tests before it waits": """
left = 1
async def work(name, n):
    global left
    while left > 0:
        await asyncio.sleep(1)
        left -= 1
""",
    "a method that is handed to map": """
class A:
    def __init__(self): self.n = 0
    async def add(self, k):
        x = self.n
        await asyncio.sleep(1)
        self.n = x + k
async def main():
    a = A()
    await asyncio.gather(*map(a.add, [1, 2]))
""",
    "an attribute of a class": """
class Bank:
    total = 0
    async def add(self, k):
        Bank.total = Bank.total + await self.rate()
    async def rate(self):
        await asyncio.sleep(1)
        return 1
async def main():
    await asyncio.gather(Bank().add(1), Bank().add(2))
""",
    "by another name": """
data = {"x": {"n": 0}}
async def work(name, n):
    row = data["x"]
    old = row["n"]
    await asyncio.sleep(1)
    row["n"] = old + n
""",
    "an item with a default": """
counts = {}
async def work(name, n):
    old = counts.get(name, 0)
    await asyncio.sleep(1)
    counts[name] = old + 1
""",
    "tasks kept in a list": """
class Counter:
    value = 0
async def bump(counter):
    now = counter.value
    await asyncio.sleep(0)
    counter.value = now + 1
async def main():
    counter = Counter()
    tasks = []
    for _ in range(3):
        tasks.append(asyncio.create_task(bump(counter)))
    for task in tasks:
        await task
""",
    "coroutines made before they are gathered": """
class Counter:
    value = 0
async def bump(counter):
    now = counter.value
    await asyncio.sleep(1)
    counter.value = now + 1
async def main():
    counter = Counter()
    jobs = [bump(counter) for _ in range(3)]
    await asyncio.gather(*jobs)
""",
    "a cache, asked for one key twice": """
users = {}
async def load(k): await asyncio.sleep(1); return k
async def work(name, n):
    user = users.get(name)
    if user is None:
        user = await load(name)
        users[name] = user
    return user
""",
    "written in a finally": """
left = 3
async def work(name, n):
    global left
    try:
        now = left
        await asyncio.sleep(1)
    finally:
        left = now - 1
""",
    "a state that is matched": """
state = "idle"
async def work(name, n):
    global state
    match state:
        case "idle":
            await asyncio.sleep(1)
            state = name
        case _:
            pass
""",
    "money for one payment only": """
class Bank:
    def __init__(self): self.a = {"x": 10, "y": 10}
    async def pay(self, source, target, n):
        if self.a[source] < n:
            return
        await asyncio.sleep(0.1)
        self.a[source] -= n
        self.a[target] += n
async def main():
    bank = Bank()
    await asyncio.gather(bank.pay("x", "y", 8), bank.pay("x", "y", 8))
""",
}
"""Two calls have read before either writes."""

MAY_RACE = {
    "kept apart by their times": """
balance = 1
async def work(name, n):
    global balance
    await asyncio.sleep(3 * n)
    x = balance
    await asyncio.sleep(1)
    balance = x - 1
""",
    "an object of unknown origin": """
async def add(account):
    x = account.n
    await asyncio.sleep(1)
    account.n = x + 1
def make(account):
    return [add(account), add(account)]
class A: n = 0
async def main():
    await asyncio.gather(*make(A()))
""",
    "one of two is cancelled before it writes": """
counter = 0
async def work(after):
    global counter
    x = counter
    await asyncio.sleep(after)
    counter = x + 1
async def main():
    one, other = asyncio.create_task(work(1)), asyncio.create_task(work(5))
    await asyncio.sleep(2)
    other.cancel()
    await one
""",
    "what comes back decides whether it is written": """
counter = 0
async def ask(name):
    await asyncio.sleep(1)
    return name == "b"
async def work(name, n):
    global counter
    x = counter
    if await ask(name):
        counter = x + 1
""",
}
"""They did not, or it cannot be told that they mean the same."""

LOOK_ALIKES = {
    "under one lock": """
counter = 0
lock = asyncio.Lock()
async def work(name, n):
    global counter
    async with lock:
        x = counter
        await asyncio.sleep(1)
        counter = x + n
""",
    "under a lock taken and released": """
counter = 0
lock = asyncio.Lock()
async def work(name, n):
    global counter
    await lock.acquire()
    try:
        x = counter
        await asyncio.sleep(1)
        counter = x + n
    finally:
        lock.release()
""",
    "under a semaphore of one": """
counter = 0
lock = asyncio.Semaphore(1)
async def work(name, n):
    global counter
    async with lock:
        x = counter
        await asyncio.sleep(1)
        counter = x + n
""",
    "under a lock that all are given": """
class A: n = 0
async def work(account, lock):
    async with lock:
        x = account.n
        await asyncio.sleep(1)
        account.n = x + 1
async def main():
    account, lock = A(), asyncio.Lock()
    await asyncio.gather(*(work(account, lock) for _ in range(3)))
""",
    "under a lock that the caller holds": """
counter = 0
async def add(n):
    global counter
    x = counter
    await asyncio.sleep(1)
    counter = x + n
async def work(lock, n):
    async with lock:
        await add(n)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(work(lock, 1), work(lock, 2))
""",
    "local names": """
async def work(name, n):
    counter = 0
    for _ in range(3):
        x = counter
        await asyncio.sleep(1)
        counter = x + n
    box = {}
    if "a" not in box:
        await asyncio.sleep(1)
        box["a"] = 1
""",
    "an object made in the call": """
class A: n = 0
async def add(a):
    x = a.n
    await asyncio.sleep(1)
    a.n = x + 1
async def work(name, n):
    a = A()
    await add(a)
""",
    "different items": """
stock = {"a": 1, "b": 1}
async def work(name, n):
    left = stock[name]
    await asyncio.sleep(1)
    stock[name] = left - 1
async def main():
    await asyncio.gather(work("a", 1), work("b", 1))
""",
    "a cache, asked for different keys": """
cache = {}
async def fetch(k): await asyncio.sleep(1); return k
async def work(name):
    if name not in cache:
        cache[name] = await fetch(name)
    return cache[name]
async def main():
    await asyncio.gather(*(work(n) for n in "abc"))
""",
    "different objects": """
class A:
    def __init__(self): self.n = 0
    async def add(self):
        x = self.n
        await asyncio.sleep(1)
        self.n = x + 1
async def main():
    a, b = A(), A()
    await asyncio.gather(a.add(), b.add())
    many = [A() for _ in range(3)]
    await asyncio.gather(*(one.add() for one in many))
""",
    "read again after the await": """
counter = 0
async def work(name, n):
    global counter
    print(counter)
    await asyncio.sleep(1)
    counter = counter + 1
""",
    "one call after the other": """
counter = 0
async def work(name, n):
    global counter
    x = counter
    await asyncio.sleep(1)
    counter = x + n
async def main():
    await work("a", 1)
    await work("a", 1)
    for n in range(2):
        await asyncio.create_task(work("a", n))
""",
    "flags, results, logs and counters": """
done = False
results = {}
log = []
active = peak = 0
async def fetch(n): await asyncio.sleep(1); return n
async def work(name, n):
    global done, active, peak
    active += 1
    if active > peak:
        peak = active
    log.append(name)
    results[name] = await fetch(n)
    log.append(await fetch(n))
    done = True
    active -= 1
""",
    "tested again after the await": """
stock = {"a": 1}
async def pay(): await asyncio.sleep(1)
async def work(item, n):
    if stock[item] > 0:
        await pay()
        if stock[item] > 0:
            stock[item] -= 1
""",
    "compared again after the await": """
balance = 1
async def work(item, n):
    global balance
    while True:
        old = balance
        await asyncio.sleep(1)
        if balance == old:
            balance = old + n
            break
""",
    "waited for in a loop": """
stock = 2
async def work(item, n):
    global stock
    while stock < 1:
        await asyncio.sleep(1)
    stock -= 1
""",
    "the latest text only": """
latest = shown = ""
async def task(text): await asyncio.sleep(1); return text
async def work(text, n):
    global latest, shown
    latest = text
    found = await task(text)
    if latest == text:
        shown = found
""",
    "workers at a queue": """
async def worker(queue, done):
    while not queue.empty():
        item = await queue.get()
        await asyncio.sleep(1)
        done[item] = done.get(item, 0) + 1
        done["n"] = len(done)
        queue.task_done()
async def main():
    queue = asyncio.Queue()
    for n in range(4): queue.put_nowait(n)
    done = {}
    await asyncio.gather(worker(queue, done), worker(queue, done))
""",
    "a list that workers empty": """
todo = [1, 2, 3, 4]
async def work(name, n):
    while todo:
        item = todo.pop()
        await asyncio.sleep(1)
""",
    "a lock for each item": """
locks = {"a": asyncio.Lock()}
stock = {"a": 1}
async def work(name, n):
    async with locks[name]:
        x = stock[name]
        await asyncio.sleep(1)
        stock[name] = x - 1
""",
    "one after the other, under a lock": """
balance = 1
lock = asyncio.Lock()
async def work(name, n):
    global balance
    await asyncio.sleep(3 * n)
    async with lock:
        x = balance
        await asyncio.sleep(1)
        balance = x - 1
""",
    "a cache of futures": """
cache = {}
async def fetch(k): await asyncio.sleep(1); return k
async def work(name, n):
    if name not in cache:
        cache[name] = asyncio.ensure_future(fetch(name))
    return await cache[name]
""",
    "the await is on another branch": """
total = 0
async def work(name, n):
    global total
    if total > 10:
        await asyncio.sleep(1)
    else:
        total = total + n
    await asyncio.sleep(1)
""",
    "a cache that looks again under the lock": """
cache = {}
lock = asyncio.Lock()
async def fetch(k): await asyncio.sleep(1); return k
async def work(key, n):
    if key in cache:
        return cache[key]
    async with lock:
        if key not in cache:
            cache[key] = await fetch(key)
    return cache[key]
""",
    "tickets drawn in one go": """
class A:
    def __init__(self): self.n = 0
    async def draw(self):
        self.n += 1
        mine = self.n
        await asyncio.sleep(1)
        print(mine)
async def main():
    a = A()
    await asyncio.gather(a.draw(), a.draw())
""",
    "a bucket of tokens": """
class Bucket:
    def __init__(self): self.tokens = 1
    async def take(self):
        while self.tokens < 1:
            await asyncio.sleep(0.5)
        self.tokens -= 1
    async def fill(self):
        for _ in range(3):
            await asyncio.sleep(1)
            self.tokens = min(self.tokens + 1, 2)
async def main():
    b = Bucket()
    await asyncio.gather(b.take(), b.take(), b.take(), b.fill())
""",
    "items under a condition": """
items = []
async def take(cond):
    async with cond:
        while not items:
            await cond.wait()
        return items.pop()
async def main():
    cond = asyncio.Condition()
    ts = [asyncio.create_task(take(cond)) for _ in range(2)]
    for n in range(2):
        await asyncio.sleep(1)
        async with cond:
            items.append(n)
            cond.notify()
    await asyncio.gather(*ts)
""",
    "a stamp and a version": """
last = 0
version = 0
async def work(name, n):
    global last, version
    loop = asyncio.get_running_loop()
    last = loop.time()
    version += 1
    mine = version
    await asyncio.sleep(1)
    age = loop.time() - last
    if mine != version:
        return
    print(age)
""",
    "a flag that stops others": """
class W:
    def __init__(self): self.running = True; self.closed = False
    async def run(self):
        while self.running:
            await asyncio.sleep(1)
        self.closed = True
    async def stop(self):
        await asyncio.sleep(2)
        self.running = False
async def main():
    w = W()
    await asyncio.gather(w.run(), w.run(), w.stop())
""",
    "objects of a list, one for each call": """
class A:
    def __init__(self): self.n = 0
    async def add(self):
        x = self.n
        await asyncio.sleep(1)
        self.n = x + 1
async def main():
    accounts = [A(), A()]
    async with asyncio.TaskGroup() as g:
        for a in accounts:
            g.create_task(a.add())
    await asyncio.gather(*[asyncio.create_task(a.add()) for a in accounts])
""",
    "sums and lines after the wait": """
total = 0
names = []
async def f(): await asyncio.sleep(1); return 2
async def work(name, n):
    global total
    names.append(name)
    part = await f()
    total += part
    print(f"{total} {len(names)}")
""",
    "a list of futures": """
waiters = []
async def work(name, n):
    fut = asyncio.get_running_loop().create_future()
    waiters.append(fut)
    if len(waiters) == 2:
        for w in waiters:
            w.set_result(1)
        waiters.clear()
    await fut
""",
    "a pool in a queue": """
class Pool:
    def __init__(self):
        self.free = asyncio.Queue()
        self.used = 0
        for n in range(1): self.free.put_nowait(n)
    async def use(self):
        c = await self.free.get()
        self.used += 1
        try:
            await asyncio.sleep(1)
        finally:
            self.free.put_nowait(c)
            self.used -= 1
async def main():
    p = Pool()
    await asyncio.gather(p.use(), p.use())
""",
    "a place in a list for each call": """
results = [0, 0]
async def work(name, n):
    before = results[n - 1]
    await asyncio.sleep(1)
    results[n - 1] = before + 1
""",
    "a flag used as a lock": """
busy = False
async def work(name, n):
    global busy
    while busy:
        await asyncio.sleep(0.1)
    busy = True
    await asyncio.sleep(1)
    busy = False
""",
    "a baton handed on by events": """
n = 0
async def turn(mine, theirs):
    global n
    for _ in range(2):
        await mine.wait()
        mine.clear()
        x = n
        await asyncio.sleep(1)
        n = x + 1
        theirs.set()
async def main():
    a, b = asyncio.Event(), asyncio.Event()
    a.set()
    await asyncio.gather(turn(a, b), turn(b, a))
""",
}
"""Right as they are."""
