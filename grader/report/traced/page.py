"""Story -> one HTML file, in the style of the report's page and by its rules: no script, no request, all escaped."""

from __future__ import annotations

from grader.model import Tracing

from ..page import environment, parts
from .story import story


def render(traced: Tracing) -> str:
    """Write what is said of a program as a page."""
    templates = environment()
    told = story(traced)
    return templates.get_template("traced.html.j2").render(
        told=told, **parts(templates, told.timeline, traced.source, told.cause)
    )
