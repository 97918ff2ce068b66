"""Threads take turns on the virtual clock."""

import _thread
import asyncio
import concurrent.futures
import queue
import socket
import threading

import pytest

from grader.engine.virtual.loop import VirtualLoop
from grader.engine.virtual.turns import WAITS_FOR_REAL, Deadlock

from .programs import run


def test_a_sleep_in_a_worker_takes_virtual_time(world):
    """`to_thread(time.sleep, 2)` ends at t=2, beside a sleep of the loop that ends before."""

    async def main():
        ended = []

        async def one(name, wait):
            await wait
            ended.append((name, world.now()))

        await asyncio.gather(one("thread", asyncio.to_thread(world.sleep, 2)), one("loop", asyncio.sleep(1)))
        return ended

    assert run(main, world.turns) == ([("loop", 1.0), ("thread", 2.0)], 2.0)


def test_sleeps_in_workers_run_side_by_side(world):
    """The shortest ends first, all of them after the longest."""

    async def main():
        ended = []

        def nap(length):
            world.sleep(length)
            ended.append(length)

        await asyncio.gather(*(asyncio.to_thread(nap, length) for length in (0.3, 0.2, 0.1)))
        return ended

    assert run(main, world.turns) == ([0.1, 0.2, 0.3], 0.3)


@pytest.mark.parametrize(("size", "end"), [(1, 4.0), (2, 2.0), (3, 2.0), (4, 1.0)])
def test_a_pool_runs_as_many_jobs_at_once_as_it_has_threads(world, size, end):
    """Four jobs of a second, in the order in which they were handed over."""

    async def main():
        loop, started = asyncio.get_running_loop(), []

        def job(number):
            started.append(number)
            world.sleep(1)

        with concurrent.futures.ThreadPoolExecutor(size) as pool:
            await asyncio.gather(*(loop.run_in_executor(pool, job, number) for number in range(4)))
        return started

    assert run(main, world.turns) == ([0, 1, 2, 3], end)


def test_which_thread_of_a_pool_does_which_job_is_fixed(world):
    """A program that prints the name of its thread prints the same every time."""

    async def main():
        with concurrent.futures.ThreadPoolExecutor(2, "worker") as pool:
            jobs = [pool.submit(lambda: (world.sleep(1), threading.current_thread().name)[1]) for _ in range(5)]
        return [job.result() for job in jobs]

    assert run(main, world.turns).value == ["worker_0", "worker_1", "worker_0", "worker_1", "worker_0"]


def test_a_thread_can_call_back_into_the_loop(world):
    """`call_soon_threadsafe` from a thread of the program's own wakes the loop at the thread's time."""

    async def main():
        loop, came = asyncio.get_running_loop(), asyncio.Event()

        def work():
            world.sleep(3)
            loop.call_soon_threadsafe(came.set)

        threading.Thread(target=work).start()
        await came.wait()

    assert run(main, world.turns).end == 3.0


def test_a_thread_can_run_a_coroutine_on_the_loop(world):
    """`run_coroutine_threadsafe(…).result()` waits in virtual time."""

    async def main():
        loop = asyncio.get_running_loop()
        work = lambda: asyncio.run_coroutine_threadsafe(asyncio.sleep(2, "slept"), loop).result()  # noqa: E731
        return await asyncio.to_thread(work)

    assert run(main, world.turns) == ("slept", 2.0)


def test_join_waits_for_the_thread_in_virtual_time(world):
    """And with a timeout no longer than that."""

    async def main():
        thread = threading.Thread(target=world.sleep, args=(2,))
        thread.start()
        thread.join(0.5)
        first = (world.now(), thread.is_alive())
        thread.join()
        return first, (world.now(), thread.is_alive())

    assert run(main, world.turns).value == ((0.5, True), (2.0, False))


def test_a_lock_is_handed_on_in_the_order_in_which_it_was_asked_for(world):
    """Five workers that sleep while they hold it take five seconds."""

    async def main():
        lock, held = threading.Lock(), []

        def work(number):
            with lock:
                world.sleep(1)
                held.append((number, world.now()))

        await asyncio.gather(*(asyncio.to_thread(work, number) for number in range(5)))
        return held

    assert run(main, world.turns).value == [(0, 1.0), (1, 2.0), (2, 3.0), (3, 4.0), (4, 5.0)]


def test_everything_that_waits_for_another_thread_waits_in_virtual_time(world):
    """Event, Condition, Semaphore, Barrier, Queue, Lock, RLock, Future, Timer: a second each, and time-outs of half."""

    loop = None

    def later(action):
        threading.Timer(1, action).start()

    def event():
        event = threading.Event()
        later(event.set)
        return event.wait(0.5), event.wait()

    def condition():
        condition = threading.Condition()

        def notify():
            with condition:
                condition.notify_all()

        later(notify)
        with condition:
            return condition.wait(0.5), condition.wait()

    def semaphore():
        semaphore = threading.Semaphore(0)
        later(semaphore.release)
        return semaphore.acquire(timeout=0.5), semaphore.acquire()

    def barrier():
        barrier = threading.Barrier(2)
        later(barrier.wait)
        barrier.wait()
        return False, True

    def of(kind):
        def get():
            items = kind()
            later(lambda: items.put(True))
            try:
                items.get(timeout=0.5)
            except queue.Empty:
                return False, items.get()

        return get

    def rlock():
        lock, taken = threading.RLock(), threading.Event()

        def hold():
            with lock, lock:
                taken.set()
                world.sleep(1)

        threading.Thread(target=hold).start()
        taken.wait()
        return lock.acquire(timeout=0.5), lock.acquire()

    def lock():
        lock = threading.Lock()
        lock.acquire()
        later(lock.release)
        return lock.acquire(timeout=0.5), lock.acquire()

    def future():
        with concurrent.futures.ThreadPoolExecutor() as pool:
            job = pool.submit(world.sleep, 1)
            try:
                job.result(timeout=0.5)
            except TimeoutError:
                return False, job.result() is None

    def on_the_loop():
        job = asyncio.run_coroutine_threadsafe(asyncio.sleep(1, True), loop)
        try:
            job.result(timeout=0.5)
        except TimeoutError:
            return False, job.result()

    async def main():
        nonlocal loop
        loop = asyncio.get_running_loop()
        found = []
        waits = (event, condition, semaphore, barrier, of(queue.Queue), of(queue.SimpleQueue), lock, rlock, future)
        for wait in (*waits, on_the_loop):
            start = world.now()
            found.append((await asyncio.to_thread(wait), world.now() - start))
        return found

    assert run(main, world.turns).value == [((False, True), 1.0)] * 10


def test_a_lock_that_nobody_will_let_go_is_a_deadlock(world):
    """On the loop's thread it is told in the midst of the program."""

    async def main():
        lock = threading.Lock()
        with lock:
            lock.acquire()

    with pytest.raises(Deadlock):
        run(main, world.turns)


def test_a_thread_that_waits_for_ever_is_a_deadlock(world):
    """The loop waits for the thread, the thread for nobody."""
    event = threading.Event()

    async def main():
        waiting = asyncio.ensure_future(asyncio.to_thread(event.wait))
        try:
            await waiting
        except asyncio.CancelledError:
            event.set()
            raise

    with pytest.raises(Deadlock):
        run(main, world.turns)


def test_a_loop_runs_in_the_thread_that_runs_it(world):
    """A second loop, made here and run in a thread, is woken there."""

    async def main():
        loop = VirtualLoop(world.turns)
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(1, "there"), loop)
        value = await asyncio.wrap_future(future)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
        return value

    assert run(main, world.turns) == ("there", 1.0)


def test_an_exception_in_a_worker_reaches_the_one_who_awaits(world):
    """As it does on a real clock."""

    async def main():
        with pytest.raises(ZeroDivisionError):
            await asyncio.to_thread(lambda: 1 / 0)

    run(main, world.turns)


def test_threads_and_jobs_are_noticed(world):
    """Each once; the threads that a pool starts for itself are not."""

    async def main():
        await asyncio.to_thread(int)
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
        return list(world.noticed)

    assert run(main, world.turns).value == ["an executor", "threading.Thread"]


def test_jobs_that_wait_for_a_thread_can_be_cancelled(world):
    """`shutdown(cancel_futures=True)` lets the running one end."""

    async def main():
        pool = concurrent.futures.ThreadPoolExecutor(1)
        jobs = [pool.submit(world.sleep, 1) for _ in range(3)]
        await asyncio.sleep(0.5)
        pool.shutdown(cancel_futures=True)
        return [job.cancelled() for job in jobs]

    assert run(main, world.turns) == ([False, True, True], 1.0)


def test_a_thread_that_takes_no_part_waits_for_a_lock_in_real_time(world):
    """For it the lock is what it always was."""
    lock, found = threading.Lock(), []
    lock.acquire()
    done = _thread.allocate_lock()
    done.acquire()

    def outside():
        found.append((world.turns.takes_part(), lock.acquire(timeout=0.01)))
        done.release()

    _thread.start_new_thread(outside, ())
    done.acquire()
    assert found == [(False, False)]


def test_a_real_wait_on_the_main_thread_lets_a_thread_have_its_first_turn(world):
    """What the main thread reads for real, outside of the loop's waits, a thread that was started before it writes."""

    async def main():
        ours, theirs = socket.socketpair()
        with ours, theirs:
            thread = threading.Thread(target=lambda: theirs.sendall(b"fed"))
            thread.start()
            said = ours.recv(3)
            thread.join()
        return said

    assert run(main, world.turns).value == b"fed"
    assert world.turns.real_time == WAITS_FOR_REAL


def test_threads_started_while_the_main_thread_waits_for_real_go_on_without_it(world):
    """The second thread is started by the first, and the third has to wait for the fourth."""

    async def main():
        ours, theirs = socket.socketpair()
        inner, outer = socket.socketpair()

        def first():
            threads = [threading.Thread(target=work) for work in (third, fourth)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            theirs.sendall(b"all")

        def third():
            assert inner.recv(1) == b"."

        def fourth():
            outer.sendall(b".")

        with ours, theirs, inner, outer:
            thread = threading.Thread(target=first)
            thread.start()
            said = ours.recv(3)
            thread.join()
        return said

    assert run(main, world.turns).value == b"all"


@pytest.mark.parametrize("talks", [True, False])
def test_a_main_thread_that_computes_or_talks_to_the_judge_keeps_its_turn(world, talks):
    """However often the thread that was started before looks at what the main thread does."""
    ours, theirs = socket.socketpair()
    looks, order = [], []

    def is_talking():
        looks.append(None)
        if len(looks) == 10:
            theirs.sendall(b".")
        return talks

    async def main():
        world.turns.is_talking = is_talking
        thread = threading.Thread(target=order.append, args=("thread",))
        thread.start()
        if talks:
            ours.recv(1)
        while len(looks) < 10:
            pass
        order.append("main")
        thread.join()

    with ours, theirs:
        run(main, world.turns)
    assert order == ["main", "thread"]
