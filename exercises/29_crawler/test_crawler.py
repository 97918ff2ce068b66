"""Checks of 29_crawler: everything together."""

from grader import any_order, anything, at, call, points, service

SITE = {
    "/": ["/north", "/east", "/south", "/west"],
    "/north": ["/snow", "/ice", "/north"],
    "/east": ["/ice", "/sun", "/"],
    "/south": ["/sun", "/sand"],
    "/west": ["/sand", "/snow", "/east"],
    "/snow": ["/sea"],
    "/ice": ["/sea", "/snow"],
    "/sun": ["/sea"],
    "/sand": [],
    "/sea": ["/"],
}
"""Each page of the second level is linked from two of the first; all of them lead to one."""


@points(1)
async def test_main_calls_task(submission):
    """`main` leaves the pages to `task`"""
    run = await submission.run("main", replace={"task": service(seconds=1)}, cancel_after=30, may_raise=True)

    calls = run.calls("task")
    assert calls == any_order(*[call(anything)] * max(len(calls), 1))


@points(2, depends=test_main_calls_task)
async def test_fetches_every_page_once(submission, rng):
    """Every page that a link leads to is fetched, and none of them twice"""
    site, broken = _site(rng)
    run = await submission.run("main", replace=_fetch(site, seconds=1))

    assert run.calls("given.fetch") == any_order(*map(call, [*site, *broken]))


@points(2, depends=test_main_calls_task)
async def test_prints_what_it_found(submission, rng):
    """When all pages are done `main` prints those that were fetched, the broken ones, and how many were fetched"""
    site, broken = _site(rng)
    run = await submission.run("main", replace=_fetch(site, seconds=1))

    assert run.output.texts == _lines(site, broken)


@points(2, depends=test_fetches_every_page_once)
async def test_never_more_than_three(submission, rng):
    """Never more than three pages are fetched at once, whatever time they take"""
    site, broken = _site(rng)
    run = await submission.run("main", replace=_fetch(site, _times(site, broken, rng)))

    assert run.calls("given.fetch").most_at_once <= 3


@points(2, depends=test_fetches_every_page_once)
async def test_three_as_long_as_one_waits(submission, rng):
    """As long as a page is known that nobody has fetched, three are under way; `main` ends with the last one"""
    for _ in range(2):
        site, broken = _site(rng)
        run = await submission.run("main", replace=_fetch(site, _times(site, broken, rng)))

        calls = run.calls("given.fetch")
        assert calls.always_at_once(3, leads_to=lambda url, site=site: site.get(url, [])) == []
        assert run.duration == calls.last_end


@points(2, depends=test_fetches_every_page_once)
async def test_right_whatever_takes_how_long(submission):
    """No page is fetched twice, and none is lost, whichever of them comes first"""

    def each_once(run):
        assert run.calls("given.fetch") == any_order(*map(call, SITE))
        assert run.output.texts == _lines(SITE)

    fetch = service(seconds=1, returns=lambda url, site=SITE: site[url], may_vary=True)
    await submission.explore("main", each_once, schedules=20, replace={"given.fetch": fetch})


@points(1, depends=test_fetches_every_page_once)
async def test_other_errors_go_out(submission, rng):
    """Only `LookupError` says that a page is broken: any other error leaves `main`"""
    site, _ = _site(rng)
    failing = rng.choice([url for url in site if url != "/"])
    run = await submission.run("scenario:errors_of_main", replace=_fetch(site, seconds=1, failing=failing))

    assert run.returned == ["OSError"]


@points(2, depends=test_main_calls_task)
async def test_prints_the_eleven_lines(submission):
    """The program prints its eleven lines at t=4, and nothing else"""
    run = await submission.run("main")

    pages = "/", "/animals", "/cat", "/dog", "/moon", "/oak", "/plants", "/stars", "/stones"
    assert run.output == [at(4, *pages, "broken: /lost", "9 pages")]
    assert run.duration == 4


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_behind(submission):
    """Nothing is unfinished when `main` returns, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _site(rng):
    """Draw a site: the links of each page, and the pages that links lead to though they do not exist.

    Each page of the second level is linked from two of the first, which are done at the same time where all pages
    take the same time; links repeat, lead back, in circles, and to the page itself.
    """
    names = [f"/{name.replace(' ', '-').lower()}" for name in rng.names(13)]
    first, second, third, broken = names[:5], names[5:9], names[9:11], names[11:]
    site = {"/": [*first, first[0], broken[0]]}
    for place, url in enumerate(first):
        site[url] = [second[place % 4], second[(place + 1) % 4], "/", url]
    for place, url in enumerate(second):
        site[url] = [third[place % 2], second[place - 1], broken[1]]
    for url in third:
        site[url] = rng.choice(([], [url, "/"]))
    for links in site.values():
        rng.shuffle(links)
    return site, broken


def _times(site, broken, rng):
    """Draw how long each page takes."""
    return {url: rng.choice((0.25, 0.5, 1, 2, 4)) for url in (*site, *broken)}


def _fetch(site, seconds, *, failing=None):
    """Put a service in place of `fetch`: it knows these pages, which take these times; one may fail in another way."""

    def error(url):
        if url == failing:
            return OSError("the network is down")
        return None if url in site else LookupError(f"there is no page {url}")

    times = seconds if isinstance(seconds, dict) else {}
    fetch = service(
        seconds=lambda url: times.get(url, 1),
        returns=lambda url: site.get(url, []),
        raises=error,
    )
    return {"given.fetch": fetch}


def _lines(site, broken=()):
    """Return the lines of `main` for a site."""
    return [*sorted(site), *(f"broken: {url}" for url in sorted(broken)), f"{len(site)} pages"]
