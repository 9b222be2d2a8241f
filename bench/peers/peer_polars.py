# SPDX-License-Identifier: Apache-2.0
"""polars: lazy joins and groups, some citizens at a time."""

import os

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import polars as pl  # noqa: E402
import sql  # noqa: E402
from fixed import FLOOR, PRIOR_OTHER, WHOLE  # noqa: E402

PAIR = ["c", "o"]


def most(of, none=0):
    return pl.col(of).max().fill_null(none)


class Peer:
    name = "polars"
    at_once = 25

    def __init__(self, tables):
        self.frames = {}
        for name, columns in sql.TABLES.items():
            types = {"TEXT": pl.Categorical, "DOUBLE": pl.Float64}
            schema = {c.split()[0]: types.get(c.split()[1], pl.Int64) for c in columns.split(", ")}
            self.frames[name] = pl.DataFrame(list(sql.rows_of(tables, name)), schema=schema, orient="row")
        self.frames["opening"] = self.frames["opening"].sort("z", nulls_last=True)
        self.frames["dearest"] = self.frames["dearest"].sort("most")

    def lazy(self, name):
        return self.frames[name].lazy()

    def near(self, citizens):
        """Pairs that are near enough, or of which nobody can tell; a citizen's openings lie in a band of the sorted table."""
        openings, found = self.frames["opening"], []
        z = openings["z"]
        n_placed = len(z) - z.null_count()
        for c in citizens.iter_rows(named=True):
            south = z[:n_placed].search_sorted(c["z"] - c["chord"], "left")
            north = z[:n_placed].search_sorted(c["z"] + c["chord"], "right")
            band = openings[south:north].filter(sum((pl.col(axis) - c[axis]) ** 2 for axis in "xyz") <= c["chord"] ** 2)
            both = pl.concat((band, openings[n_placed:]))
            both = both.filter(((pl.col("gates") & c["no_gates"]) == 0) & (pl.col("no_pay") + pl.col("no_practice") < 2))
            found.append(both.select(pl.lit(c["c"], pl.Int64).alias("c"), "o", pl.col("z").is_not_null().alias("placed")))
        return pl.concat(found)

    def rank_some(self, first, last, top):
        citizens = self.frames["citizen"].filter(pl.col("c").is_between(first, last) & (pl.col("dead") == 0))
        if not len(citizens):
            return []
        pairs = self.near(citizens).lazy().join(self.lazy("hours"), on=PAIR).filter(pl.col("priced") >= 0).collect().lazy()
        tasked = self.judge_tasks(pairs, citizens.lazy()).collect().lazy()
        summed = (
            tasked.join(pairs, on=PAIR)
            .join(self.judge_needs(tasked), on=PAIR, how="left")
            .join(self.judge_wishes(tasked), on=PAIR, how="left")
            .join(citizens.lazy().select("c", "pending", "needs_unknown", "answered", "travel_prior", "located"), on="c")
            .join(self.lazy("opening").select("o", "rank", "gates", "no_pay", "no_practice", "untold", "weight"), on="o")
        )
        decided = self.decide(summed).sort("mean")
        scored = decided.join_asof(self.lazy("dearest"), left_on="mean", right_on="most", strategy="forward")
        ordered = scored.sort(["c", "score", "verdict", "rank"], descending=[False, True, True, False])
        return ordered.group_by("c", maintain_order=True).head(top).select("c", "score", "verdict", "rank").collect().rows()

    def judge_tasks(self, pairs, citizens):
        default = pl.when(pl.col("importance") == 0).then("must_cost").when(pl.col("importance") == 1).then("should_cost").otherwise("nice_cost")
        held = pl.coalesce("state_held", "state")
        asked = (
            pairs.select(PAIR)
            .join(self.lazy("requirement"), on="o")
            .join(citizens.select("c", "must_cost", "should_cost", "nice_cost", "state", "complete"), on="c")
            .join(self.lazy("holding"), on=["c", "kind"], how="left", suffix="_held")
            .group_by(["c", "o", "t"])
            .agg(
                (pl.col("weight") * pl.coalesce("cost", default)).sum().alias("cost"),
                pl.when(held == 0).then(0).when(held == 1).then("below").otherwise("unheard").max().alias("worst"),
                pl.when(pl.col("weight") > 0).then(pl.coalesce("known", "complete")).otherwise(0).max().alias("known"),
            )
        )
        limited = (
            pairs.select(PAIR)
            .join(self.lazy("need").filter(pl.col("must") == 1).select("c", "condition", "most"), on="c")
            .join(self.lazy("task").select("o", "t"), on="o")
            .join(self.lazy("exposed"), on=["t", "condition"], how="left")
            .group_by(["c", "t"])
            .agg(pl.when(pl.col("value").is_null()).then(2).when(pl.col("value") > pl.col("most")).then(3).otherwise(0).max().alias("limit"))
        )
        return (
            asked.join(limited, on=["c", "t"], how="left")
            .with_columns(pl.max_horizontal("worst", pl.col("limit").fill_null(0)).alias("worst"))
            .group_by(PAIR)
            .agg(pl.col("cost").sum(), pl.col("known").max(), *((pl.col("worst") == i).any().alias(name) for i, name in enumerate(("paid", "practice", "unclear"))))
            .filter(pl.any_horizontal("paid", "practice", "unclear"))
        )  # fmt: skip

    def judge_needs(self, pairs):
        return (
            pairs.select(PAIR)
            .join(self.lazy("need"), on="c")
            .join(self.lazy("offered"), on=["o", "condition"], how="left")
            .join(self.lazy("need_cost"), on=["kind", "answer"], how="left", suffix="_told")
            .group_by(PAIR)
            .agg(
                pl.coalesce("cost_told", "cost").sum().alias("need_cost"),
                *(pl.coalesce(f"{name}_told", name).max().alias(f"need_{name}") for name in ("known", "refused", "untold")),
            )
        )

    def judge_wishes(self, pairs):
        found, seek = pl.col("found").fill_null(0), pl.col("seek") == 1
        avoided = pl.when(seek).then(0).when(found == 2).then(WHOLE["should"]).when(found == 1).then(PRIOR_OTHER["should"]).otherwise(0)
        return (
            pairs.select(PAIR)
            .join(self.lazy("wish"), on="c")
            .join(self.lazy("found"), on=["kind", "o"], how="left")
            .group_by(PAIR)
            .agg(avoided.sum().alias("avoided"), found.filter(seek).max().alias("sought"), (~seek & (found != 1)).any().alias("wish_known"))
        )

    @staticmethod
    def decide(summed):
        def col(name):
            return pl.col(name).fill_null(0)

        located = pl.col("placed") & (pl.col("located") == 1)
        sought = pl.when(pl.col("sought") == 0).then(WHOLE["nice"]).when(pl.col("sought") == 1).then(PRIOR_OTHER["nice"]).otherwise(0)
        needs = pl.when(pl.col("needs_unknown") == 1).then(PRIOR_OTHER["must"]).otherwise(pl.min_horizontal(col("need_cost"), FLOOR))
        cost = (
            pl.col("priced") // 2
            + pl.when(located).then(0).otherwise("travel_prior")
            + 400 * pl.min_horizontal((pl.col("cost") + pl.col("untold")) // pl.col("weight"), FLOOR)
            + 250 * needs
            + 100 * pl.min_horizontal(col("avoided") + sought, FLOOR)
        )
        known = (pl.col("priced") % 2 == 1) | (pl.col("known") > 0) | (col("need_known") > 0) | located
        known |= pl.col("wish_known").fill_null(False) | (pl.col("sought") != 1).fill_null(False)
        no_pay = (pl.col("no_pay") == 1) | (col("need_refused") > 0) | pl.col("practice") & ~pl.col("paid") & ~pl.col("unclear")
        unanswered = pl.col("gates") & (-1 - pl.col("answered"))
        unclear = (pl.col("pending") + pl.col("needs_unknown") + col("need_untold") > 0) | ~pl.col("paid") | (unanswered != 0)
        return summed.filter(known & ~(no_pay & (pl.col("no_practice") == 1))).select(
            "c", "rank", pl.when(no_pay).then(1).when(unclear).then(2).otherwise(3).alias("verdict"), ((cost + 999) // 1000).alias("mean")
        )

    def rank(self, citizens, top):
        rows = []
        for first in range(citizens.start, citizens.stop, self.at_once):
            rows += self.rank_some(first, min(first + self.at_once, citizens.stop) - 1, top)
        return sql.gather(citizens, rows)
