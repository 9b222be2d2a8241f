# SPDX-License-Identifier: Apache-2.0
"""pandas: one citizen at a time; Series looked up by their index, grouped sums, early filters."""

import pandas as pd
import sql
from fixed import DEAREST, FLOOR, PRIOR_OTHER, WHOLE

VERDICTS = ("paid", "practice", "unclear")


class Peer:
    name = "pandas"

    def __init__(self, tables):
        frames = {}
        for name, columns in sql.TABLES.items():
            frames[name] = pd.DataFrame(list(sql.rows_of(tables, name)), columns=[c.split()[0] for c in columns.split(", ")])
        self.citizens = frames["citizen"].set_index("c")
        self.openings = frames["opening"].set_index("o").astype({axis: "float64" for axis in "xyz"}).sort_values("z")
        self.n_placed = int(self.openings["z"].notna().sum())
        self.requirements, self.tasks = frames["requirement"].set_index("o"), frames["task"].set_index("o")
        self.by_citizen = {
            name: dict(iter(frames[name].groupby("c"))) for name in ("holding", "need", "wish", "hours")
        }  # fmt: skip
        self.offered = {condition: rows.set_index("o")["answer"] for condition, rows in frames["offered"].groupby("condition")}
        self.exposed = {condition: rows.set_index("t")["value"] for condition, rows in frames["exposed"].groupby("condition")}
        self.need_costs = {kind: rows.set_index("answer") for kind, rows in frames["need_cost"].groupby("kind")}
        self.found = {kind: rows.set_index("o")["found"] for kind, rows in frames["found"].groupby("kind")}
        self.hours = {c: rows.set_index("o")["priced"] for c, rows in self.by_citizen["hours"].items()}
        self.nothing = pd.Series(dtype="int64")
        self.dearest = pd.Index(DEAREST[:0:-1])

    def rank(self, citizens, top):
        return [self.rank_one(c, top) for c in citizens]

    def near(self, citizen):
        placed, nowhere = self.openings.iloc[: self.n_placed], self.openings.iloc[self.n_placed :]
        south, north = placed["z"].searchsorted([citizen.z - citizen.chord, citizen.z + citizen.chord])
        band = placed.iloc[south:north]
        apart = (band["x"] - citizen.x) ** 2 + (band["y"] - citizen.y) ** 2 + (band["z"] - citizen.z) ** 2
        both = pd.concat((band[apart <= citizen.chord**2], nowhere))
        gates = int(citizen.no_gates)
        return both[((both["gates"] & gates) == 0) & (both["no_pay"] + both["no_practice"] < 2)]

    def rank_one(self, c, top):
        citizen = self.citizens.loc[c]
        if citizen.dead:
            return []
        pairs = self.near(citizen)
        pairs = pairs.assign(priced=self.hours[c].reindex(pairs.index))
        pairs = pairs[pairs["priced"] >= 0]
        if pairs.empty:
            return []
        pairs = pairs.join(self.judge_tasks(c, citizen, pairs), how="inner")
        located = pairs["z"].notna() & bool(citizen.located)
        known = (pairs["priced"] % 2 > 0) | located | (pairs["known"] > 0)
        cost = pairs["priced"] // 2 + (~located) * int(citizen.travel_prior)
        cost += 400 * ((pairs["cost"] + pairs["untold"]) // pairs["weight"]).clip(upper=FLOOR)
        needs, told, refused, untold = self.judge_needs(c, citizen, pairs.index)
        wishes, found = self.judge_wishes(c, pairs.index)
        cost += 250 * needs + 100 * wishes
        no_pay = (pairs["no_pay"] == 1) | refused | pairs["practice"] & ~pairs["paid"] & ~pairs["unclear"]
        unclear = untold | ~pairs["paid"] | ((pairs["gates"] & ~int(citizen.answered)) != 0)
        unclear |= bool(citizen.pending or citizen.needs_unknown)
        verdict = (3 - unclear.astype("int64")).mask(no_pay, 1)
        score = 1000 - self.dearest.searchsorted(-(-cost // 1000))
        ranked = pd.DataFrame({"score": score, "verdict": verdict, "rank": pairs["rank"]})
        ranked = ranked[(known | told | found) & ~(no_pay & (pairs["no_practice"] == 1))]
        ranked = ranked.nlargest(top, "score", keep="all").sort_values(["score", "verdict", "rank"], ascending=[False, False, True])
        return list(ranked.head(top).itertuples(index=False, name=None))

    def judge_tasks(self, c, citizen, pairs):
        asked = self.requirements.loc[self.requirements.index.isin(pairs.index)]
        defaults = asked["importance"].map({0: citizen.must_cost, 1: citizen.should_cost, 2: citizen.nice_cost}).astype("int64")
        held = self.by_citizen["holding"].get(c)
        if held is None:
            cost, state, known = defaults, pd.Series(citizen.state, asked.index), pd.Series(citizen.complete, asked.index)
        else:
            held = held.set_index("kind").reindex(asked["kind"]).set_axis(asked.index)
            cost, state, known = held["cost"].fillna(defaults), held["state"].fillna(citizen.state), held["known"].fillna(citizen.complete)
        worst = asked["unheard"].mask(state == 1, asked["below"]).mask(state == 0, 0)
        task = worst.groupby(asked["t"]).max()
        task = self.limit_tasks(c, task)
        of = self.tasks.loc[self.tasks.index.isin(pairs.index)].reset_index().set_index("t")["o"]
        found = {name: (task == i).groupby(of.reindex(task.index)).any() for i, name in enumerate(VERDICTS)}
        sums = pd.DataFrame({"cost": cost.astype("int64") * asked["weight"], "known": known * (asked["weight"] > 0)}).groupby(level=0)
        found = pd.DataFrame({"cost": sums["cost"].sum(), "known": sums["known"].max(), **found})
        return found[found["paid"] | found["practice"] | found["unclear"]]

    def limit_tasks(self, c, task):
        needs = self.by_citizen["need"].get(c)
        for need in needs[needs["must"] == 1].itertuples() if needs is not None else ():
            value = self.exposed.get(need.condition, self.nothing).reindex(task.index)
            limit = (3 * (value > need.most)).mask(value.isna(), 2)
            task = task.where(task >= limit, limit)
        return task

    def judge_needs(self, c, citizen, index):
        no = pd.Series(False, index)
        if citizen.needs_unknown:
            return PRIOR_OTHER["must"], no, no, no
        total, found = pd.Series(0, index), {"known": no, "refused": no, "untold": no}
        needs = self.by_citizen["need"].get(c)
        for need in needs.itertuples() if needs is not None else ():
            answers = self.offered.get(need.condition, self.nothing).reindex(index)
            told = self.need_costs[need.kind].reindex(answers).set_axis(index) if need.kind in self.need_costs else None
            total += need.cost if told is None else told["cost"].fillna(need.cost).astype("int64")
            for name in found:
                own = getattr(need, name)
                found[name] = found[name] | (bool(own) if told is None else told[name].fillna(own) > 0)
        return total.clip(upper=FLOOR), *found.values()

    def judge_wishes(self, c, index):
        total, known, sought = pd.Series(0, index), pd.Series(False, index), None
        wishes = self.by_citizen["wish"].get(c)
        for wish in wishes.itertuples() if wishes is not None else ():
            found = self.found.get(wish.kind, self.nothing).reindex(index).fillna(0).astype("int64")
            if wish.seek:
                sought = found if sought is None else sought.where(sought >= found, found)
            else:
                total += found.map({0: 0, 1: PRIOR_OTHER["should"], 2: WHOLE["should"]})
                known |= found != 1
        if sought is not None:
            total += sought.map({0: WHOLE["nice"], 1: PRIOR_OTHER["nice"], 2: 0})
            known |= sought != 1
        return total.clip(upper=FLOOR), known
