# SPDX-License-Identifier: Apache-2.0
"""How the questions and levers of a match document differ from the reference's.

A score may be a thousandth apart, so that a difference of two scores may be two. What hangs on such a
difference, order and whether a change helps, is checked by the numbers that the document itself tells.
"""

from fractions import Fraction

from .levers import MOST_LEVERS, VERDICTS, all_levers, is_lever, number
from .questions import questions_of

APART = 2


def thousandths(told):
    return None if told is None else int(Fraction(told) * 1000)


def are_apart(own, told, most):
    told = thousandths(told)
    return own is not told if None in (own, told) else abs(own - told) > most


def differences_in_advice(case, match):
    return list(in_questions(questions_of(case), match["questions"])) + list(in_levers(case, match["levers"]))


def in_questions(own, told):
    by_name = {(q["code"], q["subject"]): q for q in own}
    names = [(q["code"], q["subject"]) for q in told]
    if sorted(names) != sorted(by_name):
        yield f"questions: reference {sorted(by_name)}, engine {sorted(names)}"
        return
    for question, name in zip(told, names):
        expected = by_name[name]
        same = all(question[member] == expected[member] for member in ("ask", "decides"))
        if not same or are_apart(expected["swing"], question["swing"], APART):
            yield f"questions.{name}: reference {expected}, engine {question}"
    order = [(not q["decides"], -q["swing"], by_name[name]["place"]) for q, name in zip(told, names)]
    if order != sorted(order):
        yield f"questions: in the order {order}"


def name_of(changes):
    return tuple((change["by"], change["code"], change["subject"]) for change in changes)


def is_amount(own, told):
    if own is None or isinstance(own, str) or told is None or isinstance(told, str):
        return own == told
    return Fraction(own) == Fraction(told)


def in_levers(case, told):
    found = {name_of(lever["changes"]): lever for lever in all_levers(case, least=1 - APART)}
    names = [name_of(lever["changes"]) for lever in told]
    if len(set(names)) != len(names) or len(names) > MOST_LEVERS or set(names) - set(found):
        yield f"levers: reference {list(found)}, engine {names}"
        return
    for lever, name in zip(told, names):
        yield from in_lever(found[name], lever)
    order = [(-VERDICTS.index(v["verdict"]), len(n), -number(thousandths(v["score"])), found[n]["places"]) for v, n in zip(told, names)]
    if order != sorted(order):
        yield f"levers: in the order {order}"
    for name in set(found) - set(names):
        if is_lever(found[name], 1 + APART) and not is_cut_off(found[name], order):
            yield f"levers: the engine lacks {found[name]}"


def in_lever(own, told):
    amounts = all(is_amount(a[m], b[m]) for a, b in zip(own["changes"], told["changes"]) for m in ("from", "to"))
    if not amounts or own["verdict"] != told["verdict"] or are_apart(own["score"], told["score"], 1) or are_apart(own["gain"], told["gain"], APART):
        yield f"levers: reference {own}, engine {told}"


def is_cut_off(lever, order):
    """Whether there are so many better ones, or as good, that it is not listed."""
    if len(order) < MOST_LEVERS:
        return False
    verdict, n, score, _ = order[-1]
    own = (-VERDICTS.index(lever["verdict"]), len(lever["places"]))
    return own > (verdict, n) or own == (verdict, n) and -number(lever["score"]) >= score - APART
