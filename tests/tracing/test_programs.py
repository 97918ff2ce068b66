"""Programs as people write them, run as Python runs them: what they wrote, how they ended, what is said of it."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from grader.model import Crashed, Deadlocked, LimitExceeded, Raised, Rejected, Returned, TimedOut


def output(said):
    """Return what a program wrote, with its times."""
    return [(line.time, line.text) for line in said.output]


def codes(said):
    """Return the codes of what was found."""
    return [diagnostic.code for diagnostic in said.diagnostics]


def test_loops_in_a_row_go_on_on_one_clock(traced):
    """Each `asyncio.run` begins when the one before has ended."""
    said = traced("""
        import asyncio

        async def work(delay):
            await asyncio.sleep(delay)
            print("worked", delay)

        if __name__ == "__main__":
            asyncio.run(work(2))
            asyncio.run(work(1))
        """)
    assert output(said) == [(2, "worked 2"), (3, "worked 1")]
    assert (said.outcome, said.duration, said.exact, said.diagnostics) == (Returned(), 3, True, ())
    assert [(span.label, span.start, span.end) for span in said.timeline.actual] == [
        ("work(2)", 0, 2 * 10**9),
        ("work(1)", 2 * 10**9, 3 * 10**9),
    ]


def test_a_task_left_behind_is_told_for_the_loop_that_left_it(traced):
    """It is cut off when its own `asyncio.run` ends, not when the script does."""
    said = traced("""
        import asyncio

        async def late():
            await asyncio.sleep(9)

        async def work():
            await asyncio.sleep(1)

        async def main():
            task = asyncio.create_task(late())
            await work()

        asyncio.run(main())
        asyncio.run(asyncio.sleep(5))
        """)
    assert codes(said) == ["lost-task"]
    assert said.diagnostics[0].message == "an event loop ended at t=1 s, and `late()` was cut off"
    assert said.duration == 6


def test_what_asyncio_does_at_the_end_of_a_loop_is_no_task_of_the_programs(traced):
    """The tasks are those of the program, whichever loop ran them."""
    said = traced("""
        import asyncio
        async def main(): await asyncio.sleep(1)
        asyncio.run(main())
        asyncio.run(main())
        """)
    assert list(said.tasks.values()) == ["main()", "main()"]


def test_a_script_has_its_name_arguments_file_and_folder(traced, tmp_path):
    """`sys.argv`, `__name__`, `__file__` and the working folder are those that Python gives."""
    said = traced(
        """
        import os, sys, __main__
        print(sys.argv, __name__, __main__.sys is sys)
        print(__file__ == os.path.join(os.getcwd(), "program.py"))
        print(open("data.txt").read())
        """,
        "--port",
        "8 0",
        files={"data.txt": "data"},
    )
    assert [line.text for line in said.output] == [
        "['program.py', '--port', '8 0'] __main__ True",
        "True",
        "data",
    ]


def test_modules_and_packages_beside_the_file_are_imported_and_shown(traced):
    """Calls in them are calls like others, with their file; relative imports and data beside them work."""
    said = traced(
        """
        import asyncio
        import pkg.net
        from helper import help_out

        async def main():
            await help_out()
            await pkg.net.fetch("a")

        asyncio.run(main())
        """,
        files={
            "helper.py": "import asyncio\nasync def help_out(): await asyncio.sleep(1)\n",
            "pkg/__init__.py": "",
            "pkg/net.py": "import asyncio\nfrom . import table\nasync def fetch(name):\n"
            "    await asyncio.sleep(table.TIME)\n    print(__name__, __file__.endswith('pkg/net.py'))\n",
            "pkg/table.py": "TIME = 2\n",
        },
    )
    assert said.outcome == Returned()
    assert [span.label for span in said.timeline.actual] == ["main()", "help_out()", "fetch('a')"]
    assert output(said) == [(3, "pkg.net True")]


def test_a_folder_without_init_is_imported_from(traced):
    """It is a namespace package, as in Python."""
    said = traced("import parts.one\nprint(parts.one.ONE)\n", files={"parts/one.py": "ONE = 1\n"})
    assert [line.text for line in said.output] == ["1"]


@pytest.mark.parametrize(
    ("call", "status", "written"),
    [
        ("sys.exit()", 0, []),
        ("sys.exit(0)", 0, []),
        ("sys.exit(3)", 3, []),
        ("sys.exit('gone')", 1, ["gone"]),
        ("raise SystemExit", 0, []),
    ],
)
def test_exit_means_what_it_means_to_python(traced, call, status, written):
    """Inside a coroutine, too: it ends the script with a status, and is no mistake."""
    said = traced(f"""
        import asyncio, sys
        async def main():
            await asyncio.sleep(1)
            {call}
        asyncio.run(main())
        """)
    assert said.outcome == Returned(status=status)
    assert [(line.stream, line.text) for line in said.output] == [("stderr", text) for text in written]
    assert (said.duration, said.diagnostics) == (1, ())


def test_what_is_to_be_done_at_exit_is_done(traced):
    """Threads are waited for, then the functions of `atexit` run, in virtual time."""
    said = traced("""
        import atexit, threading, time
        atexit.register(print, "at exit")
        def work():
            time.sleep(2)
            print("thread")
        threading.Thread(target=work).start()
        print("last line")
        """)
    assert output(said) == [(0, "last line"), (2, "thread"), (2, "at exit")]


@pytest.mark.filterwarnings("ignore")
def test_the_old_idiom_runs(traced):
    """A loop of one's own may run several times; a task that goes on in the next run was not left behind."""
    said = traced("""
        import asyncio

        async def slow():
            await asyncio.sleep(3)
            print("slow")

        async def main():
            await asyncio.sleep(1)

        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        loop = asyncio.get_event_loop()
        task = loop.create_task(slow())
        loop.run_until_complete(main())
        loop.run_until_complete(task)
        loop.close()
        """)
    assert (output(said), said.outcome, said.diagnostics) == ([(3, "slow")], Returned(), ())


def test_a_task_of_a_loop_that_is_never_run_again_is_left_behind(traced):
    """Nobody cancels it, and it is told at the script's end."""
    said = traced("""
        import asyncio

        async def slow():
            await asyncio.sleep(3)

        async def main():
            await asyncio.sleep(1)

        loop = asyncio.new_event_loop()
        task = loop.create_task(slow())
        loop.run_until_complete(main())
        """)
    assert codes(said) == ["lost-task"]


def test_blocking_counts_only_while_a_loop_runs(traced):
    """`time.sleep` before and after takes its time, and holds nobody up."""
    source = """
        import asyncio, time
        time.sleep(2)
        async def main():
            {inside}
            await asyncio.sleep(1)
        asyncio.run(main())
        time.sleep(2)
        """
    said = traced(source.format(inside="pass"))
    assert (said.duration, said.diagnostics) == (5, ())
    assert codes(traced(source.format(inside="time.sleep(1)"))) == ["blocking-call"]


def test_a_server_meets_its_clients_in_memory(traced):
    """Streams work as they do on a machine's network, and take no time."""
    said = traced("""
        import asyncio

        async def serve(reader, writer):
            writer.write((await reader.readline()).upper())
            await writer.drain()
            writer.close()

        async def ask(port, text):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(text)
            print((await reader.readline()).decode().strip())
            writer.close()
            await writer.wait_closed()

        async def main():
            async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
                port = server.sockets[0].getsockname()[1]
                await asyncio.gather(ask(port, b"a\\n"), ask(port, b"b\\n"))

        asyncio.run(main())
        """)
    assert (sorted(output(said)), said.outcome) == ([(0, "A"), (0, "B")], Returned())
    assert (said.not_simulated, said.diagnostics) == ((), ())


@pytest.mark.skipif(importlib.util.find_spec("aiohttp") is None, reason="aiohttp is not installed")
def test_packages_of_the_python_that_runs_it_can_be_imported(traced):
    """A server and a client of aiohttp meet; nothing was declared."""
    said = traced("""
        import asyncio
        import aiohttp
        from aiohttp import web

        async def hello(request):
            await asyncio.sleep(0.5)
            return web.Response(text="hello")

        async def main():
            app = web.Application()
            app.router.add_get("/", hello)
            runner = web.AppRunner(app)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 8080).start()
            async with aiohttp.ClientSession() as session:
                async with session.get("http://127.0.0.1:8080/") as response:
                    print(await response.text())
            await runner.cleanup()

        asyncio.run(main())
        """)
    assert (output(said), said.outcome, codes(said)) == ([(0.5, "hello")], Returned(), [])


def test_a_deadlock_is_told_at_once_with_who_waits_for_whom(traced):
    """Nothing that the program would do at its end is run any more."""
    said = traced("""
        import asyncio

        async def main():
            try:
                await asyncio.Event().wait()
            finally:
                print("never")

        asyncio.run(main())
        """)
    assert isinstance(said.outcome, Deadlocked)
    assert [(waiter.task, waiter.awaiting) for waiter in said.outcome.waiters] == [("main()", "Event.wait()")]
    assert (output(said), codes(said)) == ([], ["never-signalled"])


def test_a_server_that_waits_for_clients_from_outside_is_no_mistake(traced):
    """Nothing can come to a network in memory, and that is said."""
    said = traced("""
        import asyncio

        async def main():
            server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 8000)
            await server.serve_forever()

        asyncio.run(main())
        """)
    assert isinstance(said.outcome, Deadlocked)
    assert said.diagnostics == ()
    assert said.not_simulated == (
        "clients of the server (program.py, line 5): the program has none itself now (--real-time: any can come)",
    )


@pytest.mark.parametrize("handler", ["stop.set", "lambda: stop.set()", "ask_to_stop"])
def test_a_program_that_waits_for_a_signal_is_no_mistake(traced, handler):
    """Nobody sends one to a run, and that is said."""
    said = traced(f"""
        import asyncio
        import signal

        async def main():
            stop = asyncio.Event()
            def ask_to_stop():
                stop.set()
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, {handler})
            await stop.wait()

        asyncio.run(main())
        """)
    assert isinstance(said.outcome, Deadlocked)
    assert (said.diagnostics, said.not_simulated) == ((), ("a signal (program.py, line 9): none comes to a run",))


def test_a_program_that_reads_standard_input_as_a_stream_is_no_mistake(traced):
    """A run has none, and asyncio says so in a callback of its own."""
    said = traced(
        """
        import asyncio
        import sys

        async def main():
            reader = asyncio.StreamReader()
            protocol = asyncio.StreamReaderProtocol(reader)
            await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
            while line := await reader.readline():
                print("you wrote", line)

        asyncio.run(main())
        """
    )
    assert codes(said) == []
    assert any("standard input" in told for told in said.not_simulated)


def test_a_queue_that_nobody_fills_is_a_mistake_also_where_a_signal_would_end_it(traced):
    """What waits for the queue does not wait for the signal."""
    said = traced("""
        import asyncio
        import signal

        async def main():
            stop = asyncio.Event()
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
            await asyncio.Queue().get()

        asyncio.run(main())
        """)
    assert codes(said) == ["queue-deadlock"]


def test_a_program_without_an_end_is_ended_at_the_limit(traced):
    """What it did so far is told, and that it goes on is no mistake."""
    said = traced(
        """
        import asyncio

        async def main():
            while True:
                await asyncio.sleep(10)
                print("tick")

        asyncio.run(main())
        """,
        seconds=35,
    )
    assert isinstance(said.outcome, TimedOut)
    assert (output(said), said.duration, said.diagnostics) == ([(10, "tick"), (20, "tick"), (30, "tick")], 35, ())


def test_a_program_that_never_gives_control_back_is_ended_by_its_steps_or_its_processor_time(traced, monkeypatch):
    """A limit that is no matter of time is a mistake."""
    from grader.tracing import tracing

    monkeypatch.setattr(tracing, "STEPS", 1_000)
    said = traced("""
        import asyncio

        async def main():
            while True:
                await asyncio.sleep(0)

        asyncio.run(main())
        """)
    assert isinstance(said.outcome, LimitExceeded)
    assert codes(said) != []


def test_an_exception_is_told_with_its_line(traced):
    """The line is the file's own, also where a module of another file raised it."""
    said = traced(
        """
        import asyncio
        import broken

        async def main():
            await asyncio.sleep(1)
            broken.fail({})

        asyncio.run(main())
        """,
        files={"broken.py": "def fail(names):\n    return names['a']\n"},
    )
    assert isinstance(said.outcome, Raised)
    assert (said.outcome.error, said.outcome.phase, said.duration) == ("KeyError", "run", 1)
    assert [(found.code, found.file, found.line) for found in said.diagnostics] == [
        ("unhandled-error", "program.py", 7)
    ]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"program.py": "def main(:\n"}, ("syntax-error", "program.py", 1)),
        ({"program.py": "import other\n", "other.py": "x = 1\ndef (:\n"}, ("syntax-error", "other.py", 2)),
        ({"program.py": "import nothing_of_this_name\n"}, ("import-error", "program.py", 1)),
        ({"program.py": "import asyncio\n\nawait asyncio.sleep(1)\n"}, ("await-outside-async", "program.py", 3)),
    ],
)
def test_a_program_that_does_not_start_is_told_with_file_and_line(traced, files, found):
    """Rules that need no run speak for it."""
    said = traced(files["program.py"], files=files)
    assert isinstance(said.outcome, Rejected | Raised)
    assert [(one.code, one.file, one.line) for one in said.diagnostics] == [found]


def test_a_text_that_the_program_compiles_itself_is_not_taken_for_its_own(traced):
    """A syntax error of such a text is an exception like any other."""
    said = traced("compile('(', 'template', 'exec')\n")
    assert isinstance(said.outcome, Raised)
    assert said.outcome.error == "SyntaxError"


def test_ending_the_process_is_told(traced):
    """`os._exit` skips all that Python does at its end."""
    said = traced("import os\nos._exit(4)\n")
    assert isinstance(said.outcome, Crashed)
    assert codes(said) == ["exits-the-process"]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("asyncio.open_connection('example.com', 80)", "the address of example.com"),
        ("asyncio.open_connection('93.184.216.34', 80)", "a connection to 93.184.216.34:80"),
        (
            "asyncio.open_connection('127.0.0.1', 80)",
            "a connection to 127.0.0.1:80, where no server of the program’s listened",
        ),
        ("asyncio.to_thread(__import__('socket').gethostbyname, 'example.com')", "the address of example.com"),
    ],
)
def test_what_was_wanted_of_the_network_outside_is_told_once_for_each_line(traced, call, told):
    """It is refused, as on a machine without a network, and stands under what could not be simulated."""
    said = traced(f"""
        import asyncio

        async def main():
            for _ in range(2):
                try:
                    await {call}
                except OSError:
                    print("refused")

        asyncio.run(main())
        """)
    assert [line.text for line in said.output] == ["refused", "refused"]
    assert len(said.not_simulated) == 1
    assert said.not_simulated[0].startswith(told)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind")
def test_a_subprocess_runs_in_real_time_and_that_is_said(traced):
    """The times are not exact any more."""
    said = traced("""
        import asyncio
        async def main():
            process = await asyncio.create_subprocess_shell("sleep 0.3; echo hello", stdout=-1)
            print((await process.communicate())[0])
        asyncio.run(main())
        """)
    assert [line.text for line in said.output] == ["b'hello\\n'"]
    assert not said.exact
    assert said.not_simulated == (
        "a subprocess was waited for in real time: from then on the times are this run’s, and not exact",
    )


def test_two_runs_say_the_same(traced):
    """Equal programs, equal words."""
    source = """
        import asyncio, random, time
        async def work(): await asyncio.sleep(random.random())
        async def main():
            await asyncio.gather(*(work() for _ in range(5)))
            print(time.time(), {"a", "b", "c"})
        asyncio.run(main())
        """
    assert traced(source) == traced(source)


def test_the_environment_is_the_users(traced, monkeypatch):
    """A program of one's own sees its variables."""
    monkeypatch.setenv("SERVICE_URL", "http://service")
    assert [line.text for line in traced("import os\nprint(os.environ['SERVICE_URL'])\n").output] == ["http://service"]


@pytest.mark.slow
def test_in_real_time_waits_are_real_and_the_network_is_the_machines(traced):
    """A client that is another process reaches a server of the program's."""
    said = traced(
        """
        import asyncio, sys

        CLIENT = "import socket, sys; print(socket.create_connection(('127.0.0.1', int(sys.argv[1]))).recv(9).decode())"

        async def serve(reader, writer):
            writer.write(b"hello")
            writer.close()

        async def main():
            async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
                port = str(server.sockets[0].getsockname()[1])
                client = await asyncio.create_subprocess_exec(sys.executable, "-c", CLIENT, port, stdout=-1)
                print((await client.communicate())[0].decode().strip())
                await asyncio.sleep(0.25)

        asyncio.run(main())
        """,
        real_time=True,
    )
    assert ([line.text for line in said.output], said.outcome) == (["hello"], Returned())
    assert said.duration > 0.25
    assert not said.exact
    assert said.not_simulated == ("time passed for real, as was asked for: the times are this run’s, and not exact",)


def test_in_real_time_a_deadlock_is_seen_too(traced):
    """Where nothing real can come, nothing is waited for."""
    said = traced(
        """
        import asyncio
        async def main():
            await asyncio.sleep(0.01)
            await asyncio.Event().wait()
        asyncio.run(main())
        """,
        real_time=True,
    )
    assert isinstance(said.outcome, Deadlocked)


def test_in_real_time_the_limit_ends_it(traced):
    """The limit is one of real time then."""
    said = traced("import asyncio\nasyncio.run(asyncio.sleep(60))\n", real_time=True, seconds=0.25)
    assert (said.outcome.__class__, said.duration) == (TimedOut, 0.25)


def test_either_way_to_start_a_runner_will_do(traced):
    """A spawned one says the same as a forked one, but for its name."""
    source = "import asyncio, sys\nasyncio.run(asyncio.sleep(1))\nprint(sys.argv)\n"
    one, other = (traced(source, "x", backend=name) for name in ("fork", "spawn"))
    assert (one.output, one.outcome, one.duration) == (other.output, other.outcome, other.duration)


def test_waits_one_after_the_other_are_asked_about_and_no_mistake(traced):
    """Nobody said that they should overlap."""
    said = traced("""
        import asyncio

        async def connect(name):
            await asyncio.sleep(1)

        async def main():
            await connect("a")
            await connect("b")

        asyncio.run(main())
        """)
    assert [(one.code, one.certain) for one in said.diagnostics] == [("sequential-awaits", False)]
    assert (said.mistakes, said.is_right) == ((), True)


def test_a_policy_of_the_programs_own_makes_its_loops_and_what_a_script_catches_is_no_mistake(traced):
    """Nor is the end of all tasks, where one of them is the end of the program."""
    said = traced("""
        import asyncio, sys

        class Policy(asyncio.DefaultEventLoopPolicy):
            def new_event_loop(self):
                print("a loop")
                return super().new_event_loop()

        async def slow():
            await asyncio.sleep(2)

        async def leave():
            sys.exit(3)

        async def main():
            leaving = asyncio.create_task(leave())
            await asyncio.sleep(9)

        asyncio.set_event_loop_policy(Policy())
        loop = asyncio.new_event_loop()
        try:
            loop.run_until_complete(asyncio.wait_for(slow(), 1))
        except TimeoutError:
            print("late")
        asyncio.run(main())
        """)
    assert output(said) == [(0, "a loop"), (1, "late"), (1, "a loop")]
    assert (said.outcome, codes(said)) == (Returned(status=3), [])


def test_every_callback_that_raised_is_told_with_its_line(traced):
    """The event loop writes of them to its log only."""
    said = traced("""
        import asyncio
        def broken(task): raise ValueError("a callback")
        def late(): return 1 / 0
        async def job(): await asyncio.sleep(1)
        async def main():
            task = asyncio.create_task(job())
            task.add_done_callback(broken)
            asyncio.get_running_loop().call_later(2, late)
            await asyncio.sleep(3)
        asyncio.run(main())
        """)
    assert [(found.code, found.line) for found in said.diagnostics] == [
        ("swallowed-exception", 3),
        ("swallowed-exception", 4),
    ]


def test_what_is_over_at_once_and_held_nobody_up_is_asked_about(traced):
    """What a package reads of itself, or starts while it is imported, is no matter of the program's."""
    said = traced(
        """
        import asyncio, sys, tempfile
        sys.path.insert(0, "site-packages")

        async def other(): await asyncio.sleep(1)

        async def main():
            import package
            package.certificates()
            tempfile.mkdtemp(dir=".")
            await asyncio.create_task(other())

        asyncio.run(main())
        """,
        files={
            "site-packages/package.py": """
                import pathlib, subprocess, sys
                subprocess.run([sys.executable, "-c", ""])
                def certificates(): return pathlib.Path(__file__).read_text()
                """
        },
    )
    found = [(diagnostic.code, diagnostic.line, diagnostic.certain) for diagnostic in said.diagnostics]
    assert found == [("blocking-call", 10, False)]


def test_loops_that_are_not_asyncios_are_replaced_or_refused_and_that_is_said(traced):
    """uvloop's waits for real and tells of nothing, and trio knows nothing of asyncio."""
    said = traced(
        """
        import asyncio, sys
        sys.path.insert(0, "lib-elsewhere")
        import trio, uvloop

        async def main():
            await asyncio.sleep(1)
            print("done")

        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(main())
        trio.run(main)
        """,
        files={
            "lib-elsewhere/uvloop.py": "class Loop: pass\ndef new_event_loop(): return Loop()\n",
            "lib-elsewhere/trio.py": "def run(main): print('for real')\n",
        },
    )
    assert output(said) == [(1, "done")]
    assert said.not_simulated == (
        "uvloop’s event loop (program.py, line 10): asyncio’s own took its place",
        "trio’s event loop (program.py, line 12): a trace knows asyncio’s alone",
    )
    assert isinstance(said.outcome, Raised)


def test_a_traceback_that_a_program_writes_has_no_frame_of_the_engine(traced):
    """It has those that it has elsewhere: the program's lines, and asyncio's."""
    said = traced("""
        import asyncio, traceback
        async def main(): raise ValueError("spam")
        try:
            asyncio.run(main())
        except ValueError:
            traceback.print_exc()
        """)
    text = "\n".join(line.text for line in said.output)
    assert "runners.py" in text and "ValueError: spam" in text and "program.py" in text
    assert "grader/engine" not in text


@pytest.mark.skipif(importlib.util.find_spec("anyio") is None, reason="anyio is not installed")
def test_a_wait_inside_a_library_is_no_circle_of_tasks(traced):
    """No task is waited for: something was to come, and nobody is left who brings it."""
    said = traced("""
        import anyio

        async def main():
            send, receive = anyio.create_memory_object_stream()
            async for item in receive:
                print(item)

        anyio.run(main)
        """)
    assert [(found.code, found.line) for found in said.diagnostics] == [("never-signalled", 6)]
