"""The report as data."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from grader.model import Report, Tracing
from grader.report import render
from grader.report.json import schema

from .reports import ALL, hostile, sequential

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "report.schema.json"


def test_the_published_schema_is_that_of_the_types():
    """`python -c "from grader.report.json import schema; print(schema(), end='')"` writes it anew."""
    assert schema().encode("utf-8") == PUBLISHED.read_bytes()
    assert schema(Tracing).encode("utf-8") == PUBLISHED.with_name("trace.schema.json").read_bytes()


@pytest.mark.parametrize("name", ALL)
def test_every_report_keeps_to_the_schema(name):
    """What is written is what is published."""
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(render(ALL[name](), "json")))


@pytest.mark.parametrize("change", [{"score": "4"}, {"schema": None}, {"more": 1}, {"outcome": {"kind": "bored"}}])
def test_the_schema_refuses_what_is_no_report(change):
    """A schema that took everything would prove nothing."""
    wrong = json.loads(render(sequential(), "json")) | change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json.loads(schema()))


def test_the_schema_is_one():
    """It keeps to JSON Schema 2020-12 itself."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize("name", sorted(set(ALL) - {"hostile"}))
def test_a_report_can_be_read_back(name):
    """A saved report can be rendered again."""
    assert msgspec.json.decode(render(ALL[name](), "json", audience="instructor"), type=Report) == ALL[name]()


def test_keys_stand_in_the_order_of_the_types():
    """Two reports can be compared line by line."""
    assert tuple(json.loads(render(sequential(), "json"))) == Report.__struct_encode_fields__


def test_it_ends_in_a_newline_and_is_indented():
    """The file is one that people and their tools can read."""
    text = render(sequential(), "json")
    assert text.startswith('{\n  "schema": 1,\n  "exercise": "02_gather",\n')
    assert text.endswith("\n}\n")


def test_lone_surrogates_are_written_as_text():
    """UTF-8 cannot hold them; the rest of the report is as it was."""
    text = render(hostile(), "json")
    assert json.loads(text)["hint"] == hostile().hint.encode("utf-8", "backslashreplace").decode("utf-8")
    text.encode("utf-8")
