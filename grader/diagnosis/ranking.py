"""The rules in their order: root cause first, beside it only what is independent of it (see `explained`).

A rule stands in one of four ranks. Of `START` one diagnosis is given, and nothing else: the program could not be
judged. A `CAUSE` is a mistake that the runs prove. A `CONSEQUENCE` follows from a cause as a rule, and is told only
where there is none. A `SYMPTOM` is told only where nothing else is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

from msgspec import structs

from grader.model import Diagnostic

from . import (
    asked,
    awaiting,
    blocking,
    callbacks,
    cancelling,
    catching,
    cleaning,
    closing,
    clues,
    collecting,
    concurrency,
    contract,
    cutting,
    deadlocks,
    demands,
    endings,
    errors,
    failing,
    generators,
    guessing,
    handed,
    invented,
    limits,
    luck,
    orders,
    output,
    outside,
    overtime,
    parameters,
    patience,
    pipes,
    pools,
    protocols,
    queues,
    raising,
    results,
    servers,
    sharing,
    shown,
    silencing,
    spinning,
    starting,
    streams,
    swallowing,
    tasks,
    threads,
    timeouts,
    uncalled,
    unread,
    unrun,
    unseen,
    unwoken,
    waiting,
)
from .case import Case
from .evidence import Evidence
from .explained import EXPLAINED, FINAL

MOST = 5
"""Diagnostics for one submission."""


class Rank(IntEnum):
    """How much a diagnosis explains."""

    START = 0
    CAUSE = 1
    CONSEQUENCE = 2
    SYMPTOM = 3


class Rule(NamedTuple):
    """Something that finds a mistake."""

    rank: Rank
    find: Callable[[Case], Iterable[Diagnostic]]


RULES = (
    Rule(Rank.START, unread.syntax),
    Rule(Rank.START, unrun.not_loaded),
    Rule(Rank.START, endings.exits),
    Rule(Rank.START, contract.missing),
    Rule(Rank.START, contract.stub),
    Rule(Rank.START, contract.not_a_coroutine),
    Rule(Rank.START, contract.wrong_signature),
    Rule(Rank.CAUSE, errors.unknown_name),
    Rule(Rank.CAUSE, callbacks.handed_over),
    Rule(Rank.CAUSE, callbacks.handed_on),
    Rule(Rank.CAUSE, threads.crossed),
    Rule(Rank.CAUSE, threads.other_loop),
    Rule(Rank.CAUSE, servers.gone),
    Rule(Rank.CAUSE, servers.closed_early),
    Rule(Rank.CAUSE, servers.never_run),
    Rule(Rank.CAUSE, raising.replaced),
    Rule(Rank.CAUSE, swallowing.swallowed),
    Rule(Rank.CAUSE, catching.left_program),
    Rule(Rank.CAUSE, catching.round_the_start),
    Rule(Rank.CAUSE, catching.round_the_making),
    Rule(Rank.CAUSE, catching.starred),
    Rule(Rank.CAUSE, catching.cleanup_passed),
    Rule(Rank.CAUSE, streams.end_ignored),
    Rule(Rank.CAUSE, streams.end_unseen),
    Rule(Rank.CAUSE, pipes.full_pipe),
    Rule(Rank.CAUSE, pipes.input_left_open),
    Rule(Rank.CAUSE, guessing.sleep_instead),
    Rule(Rank.CAUSE, guessing.moved_wait),
    Rule(Rank.CAUSE, luck.by_luck),
    Rule(Rank.CAUSE, luck.either_way),
    Rule(Rank.CAUSE, protocols.coroutines_as_items),
    Rule(Rank.CAUSE, uncalled.always_true),
    Rule(Rank.CAUSE, uncalled.passed_over),
    Rule(Rank.CAUSE, errors.misleading),
    Rule(Rank.CAUSE, servers.handler_failed),
    Rule(Rank.CAUSE, errors.nested_and_caught),
    Rule(Rank.CAUSE, protocols.printed),
    Rule(Rank.CAUSE, contract.gives_nothing),
    Rule(Rank.CAUSE, awaiting.printed),
    Rule(Rank.CAUSE, awaiting.never_awaited),
    Rule(Rank.CAUSE, blocking.threads),
    Rule(Rank.CAUSE, blocking.blocking_call),
    Rule(Rank.CAUSE, endings.memory),
    Rule(Rank.CAUSE, blocking.cpu_bound),
    Rule(Rank.CAUSE, waiting.waited_again),
    Rule(Rank.CAUSE, spinning.busy_polling),
    Rule(Rank.CAUSE, spinning.short_limits),
    Rule(Rank.CAUSE, swallowing.swallowed_on_leaving),
    Rule(Rank.CAUSE, cleaning.managers),
    Rule(Rank.CAUSE, raising.kept),
    Rule(Rank.CAUSE, raising.told_by_type),
    Rule(Rank.CAUSE, endings.recursion),
    Rule(Rank.CAUSE, parameters.waited_elsewhere),
    Rule(Rank.CAUSE, concurrency.held_up),
    Rule(Rank.CAUSE, endings.never_set),
    Rule(Rank.CAUSE, endings.endless_output),
    Rule(Rank.CAUSE, spinning.no_yield_loop),
    Rule(Rank.CAUSE, silencing.kept_inside),
    Rule(Rank.CAUSE, patience.endless),
    Rule(Rank.CAUSE, demands.required),
    Rule(Rank.CAUSE, guessing.one_turn),
    Rule(Rank.CAUSE, tasks.gather_not_awaited),
    Rule(Rank.CAUSE, asked.gather_went_on),
    Rule(Rank.CAUSE, asked.kept),
    Rule(Rank.CAUSE, asked.kept_from_group),
    Rule(Rank.CAUSE, cancelling.not_awaited),
    Rule(Rank.CAUSE, waiting.not_pending),
    Rule(Rank.CAUSE, guessing.looked_after_sleep),
    Rule(Rank.CAUSE, guessing.slept_for_a_signal),
    Rule(Rank.CAUSE, clues.drained_too_early),
    Rule(Rank.CAUSE, clues.none_in_a_text),
    Rule(Rank.CAUSE, parameters.replaced),
    Rule(Rank.CAUSE, cleaning.not_given_back),
    Rule(Rank.CAUSE, outside.handler_of_python),
    Rule(Rank.CAUSE, unwoken.shut_again),
    Rule(Rank.CAUSE, unwoken.another_one),
    Rule(Rank.CAUSE, unwoken.worker_failed),
    Rule(Rank.CAUSE, unwoken.ended_with_its_loop),
    Rule(Rank.CAUSE, deadlocks.deadlock),
    Rule(Rank.CAUSE, sharing.lost_update),
    Rule(Rank.CAUSE, failing.shared_wait),
    Rule(Rank.CAUSE, handed.outlived_its_lock),
    Rule(Rank.CAUSE, limits.unbounded),
    Rule(Rank.CAUSE, limits.made_anew),
    Rule(Rank.CAUSE, limits.made_for_each_object),
    Rule(Rank.CAUSE, limits.without_room),
    Rule(Rank.CAUSE, cutting.limit_round_several),
    Rule(Rank.CAUSE, contract.went_past),
    Rule(Rank.CAUSE, invented.hard_coded),
    Rule(Rank.CAUSE, parameters.ignored),
    Rule(Rank.CAUSE, limits.unbounded_in_a_check),
    Rule(Rank.CAUSE, cutting.end_guessed),
    Rule(Rank.CAUSE, starting.not_started),
    Rule(Rank.CAUSE, starting.never_began),
    Rule(Rank.CAUSE, starting.measured_making),
    Rule(Rank.CAUSE, limits.workers),
    Rule(Rank.CAUSE, pools.of_one),
    Rule(Rank.CAUSE, concurrency.sequential),
    Rule(Rank.CAUSE, limits.over_serialised),
    Rule(Rank.CAUSE, pools.too_small),
    Rule(Rank.CAUSE, concurrency.slept_first),
    Rule(Rank.CAUSE, queues.early_done),
    Rule(Rank.CAUSE, timeouts.untaken),
    Rule(Rank.CAUSE, timeouts.ran_out),
    Rule(Rank.CAUSE, cutting.job_cut_short),
    Rule(Rank.CAUSE, cutting.job_given_up),
    Rule(Rank.CAUSE, failing.called_off),
    Rule(Rank.CAUSE, failing.left_by_gather),
    Rule(Rank.CAUSE, cutting.gave_up),
    Rule(Rank.CAUSE, cutting.raised_by_hand),
    Rule(Rank.CAUSE, overtime.in_a_thread),
    Rule(Rank.CAUSE, tasks.not_kept),
    Rule(Rank.CAUSE, tasks.lost),
    Rule(Rank.CAUSE, unseen.swallowed),
    Rule(Rank.CAUSE, concurrency.barrier),
    Rule(Rank.CAUSE, collecting.collected),
    Rule(Rank.CAUSE, overtime.outlived),
    Rule(Rank.CAUSE, timeouts.kept_quiet),
    Rule(Rank.CAUSE, patience.outwaited),
    Rule(Rank.CAUSE, cleaning.missing),
    Rule(Rank.CAUSE, generators.left_halfway),
    Rule(Rank.CAUSE, closing.left_open),
    Rule(Rank.CONSEQUENCE, endings.without_end),
    Rule(Rank.CONSEQUENCE, endings.never_reached),
    Rule(Rank.CONSEQUENCE, endings.never_ends),
    Rule(Rank.CONSEQUENCE, concurrency.awaited_too_soon),
    Rule(Rank.CONSEQUENCE, shown.not_their_results),
    Rule(Rank.CONSEQUENCE, shown.not_their_errors),
    Rule(Rank.CONSEQUENCE, output.swapped_arguments),
    Rule(Rank.CONSEQUENCE, output.end_mark),
    Rule(Rank.CONSEQUENCE, output.not_returned),
    Rule(Rank.CONSEQUENCE, cancelling.let_out),
    Rule(Rank.CONSEQUENCE, handed.outlived_its_block),
    Rule(Rank.CONSEQUENCE, errors.unhandled),
    Rule(Rank.CONSEQUENCE, output.printed_inside),
    Rule(Rank.SYMPTOM, catching.passed_by),
    Rule(Rank.SYMPTOM, waiting.one_of_done),
    Rule(Rank.SYMPTOM, closing.never_closed),
    Rule(Rank.SYMPTOM, sharing.may_be_lost),
    Rule(Rank.SYMPTOM, asked.caught_too_much),
    Rule(Rank.SYMPTOM, asked.untold),
    Rule(Rank.SYMPTOM, waiting.pending_unread),
    Rule(Rank.SYMPTOM, tasks.ended_in_a_sleep),
    Rule(Rank.SYMPTOM, orders.read_too_early),
    Rule(Rank.SYMPTOM, orders.by_position),
    Rule(Rank.SYMPTOM, orders.order),
    Rule(Rank.SYMPTOM, concurrency.one_by_one),
    Rule(Rank.SYMPTOM, starting.began_at_its_await),
    Rule(Rank.SYMPTOM, unseen.silent_handler),
    Rule(Rank.SYMPTOM, cutting.results_lost),
    Rule(Rank.SYMPTOM, results.none_printed),
    Rule(Rank.SYMPTOM, unrun.unrun),
    Rule(Rank.SYMPTOM, demands.by_hand),
    Rule(Rank.SYMPTOM, output.wrong_output),
)
"""In the order in which causes win over one another."""


def diagnose(evidence: Evidence) -> tuple[Diagnostic, ...]:
    """Name the mistakes of a submission, the root cause first; at most five, one for each code and line.

    A submission of which a check failed gets one at least. Without failed checks only what the run of `main` proves is
    told, so that a right program gets none.
    """
    case = Case(evidence)
    found: list[Diagnostic] = []
    for rule in RULES:
        if found and rule.rank is not Rank.CAUSE:
            break
        for diagnostic in rule.find(case):
            if _is_new(diagnostic, found):
                checks = () if found else _shown_by(evidence, rule, diagnostic)
                found.append(structs.replace(diagnostic, checks=checks))
        if found and (rule.rank is Rank.START or found[0].code in FINAL):
            break
    return tuple(found[:MOST])


def _shown_by(evidence: Evidence, rule: Rule, found: Diagnostic) -> tuple[str, ...]:
    """Return the checks of which each would lead to the same diagnosis, if it were the only one that failed."""
    return tuple(
        finding.check
        for finding in evidence.findings
        if any(
            (other.code, other.line) == (found.code, found.line)
            for other in rule.find(Case(replace(evidence, findings=(finding,), main=None, demands=())))
        )
    )


def _is_new(diagnostic: Diagnostic, found: list[Diagnostic]) -> bool:
    if any(diagnostic.code in EXPLAINED.get(other.code, ()) for other in found):
        return False
    return all((diagnostic.code, diagnostic.line) != (other.code, other.line) for other in found)
