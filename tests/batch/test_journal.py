"""Results are kept as they come, and the ones before them."""

import pytest

from grader.batch.journal import Entry, opened
from grader.errors import UsageError


def entry(student="ann", report=b"1", basis="b", program="p"):
    return Entry(student=student, exercise="02_gather", program=program, basis=basis, report=report)


def test_what_is_kept_is_there_when_the_journal_is_opened_again(tmp_path):
    """Also for another process, at this moment."""
    with opened(tmp_path / "j") as journal:
        journal.keep(entry())
        with opened(tmp_path / "j") as other:
            assert other.result("02_gather", "ann") == entry()
            assert other.result("03_chain", "ann") is other.result("02_gather", "bob") is None


def test_the_result_before_stays_beside_the_new_one(tmp_path):
    """One step back: whose grade moved is read from the two."""
    with opened(tmp_path / "j") as journal:
        for report in (b"1", b"2", b"3"):
            journal.keep(entry(report=report))
        assert journal.result("02_gather", "ann") == entry(report=b"3")
        assert journal.earlier("02_gather", "ann") == entry(report=b"2")


def test_who_is_forgotten_is_in_no_file(tmp_path):
    """Not in a table, and not in what a table left free."""
    with opened(tmp_path / "j") as journal:
        journal.keep(entry("bob"))
        for report in (b"a secret of hers", b"another secret"):
            journal.keep(entry(report=report))
        assert b"secret" in b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert journal.forget("ann") == 2
        assert b"secret" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert journal.result("02_gather", "bob") == entry("bob")


def test_a_file_that_is_no_journal_is_told(tmp_path):
    """And left as it is."""
    (tmp_path / "j").write_bytes(b"my thesis" * 1000)
    with pytest.raises(UsageError, match="cannot be used as a journal"), opened(tmp_path / "j"):
        pass
    assert (tmp_path / "j").read_bytes() == b"my thesis" * 1000
