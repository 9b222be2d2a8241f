# SPDX-License-Identifier: Apache-2.0
"""smaajob matches citizens and small jobs, with every reason.

>>> import smaajob
>>> match = smaajob.match(
...     {"format": "smaajob.citizen/1", "id": "c-17", "needs": [], "hours": {"min": 4, "max": 10}},
...     {"format": "smaajob.opening/1", "id": "o-9", "terms": {"paid": "yes"},
...      "tasks": [{"id": "boxes", "hours": {"max": 8}, "requires": []}]})
>>> print(match.verdict, match.plan.paid_hours, match.timing.advice)
fit 8.0 paid_now
"""

from . import _native
from ._advice import Change, Lever, Question
from ._citizen import Citizen, CitizenBuilder
from ._difference import (
    Both,
    Difference,
    ItemChange,
    ReasonChange,
    Same,
    TaskChange,
    TaskState,
    difference,
)
from ._error import SmaajobError
from ._explanation import Explanation, Paragraph, languages
from ._many import Caseload, Market, check_packed, packed_kind
from ._match import (
    Criterion,
    Item,
    Match,
    Plan,
    Reason,
    Score,
    Shift,
    Sides,
    TaskMatch,
    Timing,
    match,
    score,
)
from ._opening import IMPOSSIBLE, Opening, OpeningBuilder, TaskBuilder
from ._policy import Policy, PolicyBuilder
from ._ranking import Ranked, Ranking, Rankings, rank
from ._record import Override, Record, Replay, record
from ._rows import BadRow, RowsError
from ._schema import schema
from ._scores import Matches, Scores, scores
from ._vocabulary import Condition, Label, Vocabulary, VocabularyBuilder
from ._words import (
    Actor,
    Advice,
    Answer,
    Ask,
    Choice,
    Code,
    ConditionType,
    Context,
    CriterionId,
    Day,
    Evidence,
    Kind,
    Mode,
    Moment,
    PackedKind,
    PayBasis,
    Prerequisites,
    Purpose,
    Reader,
    ReasonList,
    Renewal,
    Section,
    Side,
    Source,
    State,
    Strength,
    TaskVerdict,
    Term,
    Variation,
    Verdict,
    Wants,
)

__version__: str = _native.get_version()
"""The version of the library."""
model_version: str = _native.get_model_version()
"""The version of the model: it changes when any score can change."""

__all__ = [
    "Actor",
    "Advice",
    "Answer",
    "Ask",
    "BadRow",
    "Both",
    "Caseload",
    "Change",
    "Choice",
    "Citizen",
    "CitizenBuilder",
    "Code",
    "Condition",
    "ConditionType",
    "Context",
    "Criterion",
    "CriterionId",
    "Day",
    "Difference",
    "Evidence",
    "Explanation",
    "IMPOSSIBLE",
    "Item",
    "ItemChange",
    "Kind",
    "Label",
    "Lever",
    "Market",
    "Match",
    "Matches",
    "Mode",
    "Moment",
    "Opening",
    "OpeningBuilder",
    "Override",
    "PackedKind",
    "Paragraph",
    "PayBasis",
    "Plan",
    "Policy",
    "PolicyBuilder",
    "Prerequisites",
    "Purpose",
    "Question",
    "Ranked",
    "Ranking",
    "Rankings",
    "Reader",
    "Reason",
    "ReasonChange",
    "ReasonList",
    "Record",
    "Renewal",
    "Replay",
    "RowsError",
    "Same",
    "Score",
    "Scores",
    "Section",
    "Shift",
    "Side",
    "Sides",
    "SmaajobError",
    "Source",
    "State",
    "Strength",
    "TaskBuilder",
    "TaskChange",
    "TaskMatch",
    "TaskState",
    "TaskVerdict",
    "Term",
    "Timing",
    "Variation",
    "Verdict",
    "Vocabulary",
    "VocabularyBuilder",
    "Wants",
    "check_packed",
    "difference",
    "languages",
    "match",
    "packed_kind",
    "rank",
    "record",
    "schema",
    "score",
    "scores",
    "model_version",
    "__version__",
]

for _value in [globals()[_name] for _name in __all__]:
    if isinstance(_value, type):
        _value.__module__ = __name__
del _value
