"""Values that checks draw: never the same for two submissions, always the same for one."""

import subprocess
import sys

from grader.judge.draw import Draw, digest, hash_seed


def values(seed: bytes) -> list[object]:
    """Draw one of everything."""
    draw = Draw(seed)
    return [draw.name(), draw.names(3), draw.delay(), draw.delays(4), draw.number(), draw.random()]


def test_equal_seeds_draw_equal_values():
    """A second draw of the same check is the same."""
    assert values(b"seed") == values(b"seed")


def test_another_process_with_another_hash_seed_draws_the_same():
    """Nothing depends on Python's own hashing."""
    code = "from grader.judge.draw import Draw, digest; d = Draw(digest(b's', 'x')); print(d.names(5), d.delays(5))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_different_seeds_draw_different_values():
    """Another check, another submission, another secret: other values."""
    assert values(b"seed") != values(b"seen")


def test_delays_are_quarters_of_a_second():
    """Exact in binary, from 0.25 to 8, and different where several are drawn at once."""
    draw = Draw(b"seed")
    assert {draw.delay() for _ in range(2_000)} == {quarter / 4 for quarter in range(1, 33)}
    assert sorted(draw.delays(32)) == [quarter / 4 for quarter in range(1, 33)]


def test_names_drawn_at_once_are_different():
    """Two tasks can be told apart."""
    draw = Draw(b"seed")
    assert all(len(set(draw.names(10))) == 10 for _ in range(100))


def test_the_digest_depends_on_the_secret_and_on_each_part():
    """Where one part ends and the next begins counts too."""
    found = [digest(b"", "ab", "c"), digest(b"", "a", "bc"), digest(b"", "abc"), digest(b"secret", "ab", "c")]
    assert len(set(found)) == 4
    assert digest(b"", "ab", "c") == found[0]


def test_the_hash_seed_is_one_that_python_takes():
    """PYTHONHASHSEED goes from 0 to 4294967295."""
    seeds = [hash_seed(secret, slug) for secret in (b"", b"secret") for slug in ("02_gather", "03_chain")]
    assert len(set(seeds)) == 4
    assert all(0 <= seed < 2**32 for seed in seeds)
