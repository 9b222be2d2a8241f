# SPDX-License-Identifier: Apache-2.0
"""What is needed against what is met with; wishes; travel."""

import math
from fractions import Fraction

from .item import Item
from .words import half_up, thousandth


class Needs:
    def exposure(self, need, task):
        for carrier in (task, self.opening):
            if need["condition"] in carrier.get("exposures", {}):
                return thousandth(carrier["exposures"][need["condition"]])
        return None

    @staticmethod
    def wanted_of(need):
        return thousandth(next(need[m] for m in ("tolerates", "requires", "at_most") if m in need))

    def is_always_met(self, need):
        return need.get("tolerates") == 4 or need.get("requires") == 0

    def provision(self, need):
        """Whether a provision is kept, exceeded or unknown; None for a limit or ceiling."""
        if "requires" not in need:
            return None
        offered = self.opening.get("provisions", {}).get(need["condition"])
        if self.is_always_met(need) or offered is not None and offered >= need["requires"]:
            return "kept"
        return "unknown" if offered is None else "refused"

    def on_task(self, need, task):
        """What a must-need makes of one task."""
        if "requires" in need or self.is_always_met(need):
            return None
        exposure = self.exposure(need, task)
        if exposure is None:
            return "exposure_unknown"
        if exposure <= self.wanted_of(need):
            return None
        return "ceiling_exceeded" if "at_most" in need else "exposure_above_tolerance"

    def need_item(self, need):
        want, prior = self.wanted_of(need), self.prior["other"]
        item = Item(need["condition"], self.share[need["strength"]], want=want)
        if "requires" in need:
            offered = self.opening.get("provisions", {}).get(need["condition"])
            item.have = None if offered is None else Fraction(offered)
            if self.is_always_met(need):
                return item.known(Fraction(0))
            return item.unknown(prior) if offered is None else item.known(max(Fraction(0), 1 - Fraction(offered) / want))
        exposures = [self.exposure(need, task) for task in self.core]
        stated = [e for e in exposures if e is not None]
        item.have = max(stated, default=None)
        shortfall = Fraction(0)
        if stated and item.have > want and not self.is_always_met(need):
            whole = item.have if "at_most" in need else 4 - want
            shortfall = (item.have - want) / whole
        if None in exposures and shortfall < 1 and not self.is_always_met(need):
            return item.unknown(max(prior, shortfall), high=shortfall)
        return item.known(shortfall)

    def find_wish(self, concept):
        if concept[0].isdigit():
            sector = self.opening.get("sector")
            return None if sector is None else sector.startswith(concept) or concept.startswith(sector)
        required = [r["concept"] for task in self.core for r in task.get("requires", [])]
        if any(self.words.similarity(concept, r, self.policy) > 0 for r in required):
            return True
        return False if all("requires" in task for task in self.core) else None

    def wish_item(self, subject, found, wanted):
        item = Item(subject, self.share["nice" if wanted else "should"], want=Fraction(wanted))
        if found is None:
            return item.unknown(self.prior["other"])
        item.have = Fraction(found)
        return item.known(Fraction(found != wanted))

    def wish_items(self):
        wishes = self.citizen.get("wishes", [])
        items = [self.wish_item(w["concept"], self.find_wish(w["concept"]), False) for w in wishes if w["wants"] == "avoid"]
        sought = [self.find_wish(w["concept"]) for w in wishes if w["wants"] == "seek"]
        if sought:
            found = True if True in sought else None if None in sought else False
            items.append(self.wish_item("wishes", found, True))
        return items

    def find_travel(self):
        places = [self.citizen.get("location"), self.opening.get("location")]
        if None in places or "travel" not in self.citizen:
            return None
        (lat1, lon1), (lat2, lon2) = ([math.radians(float(p[a])) for a in ("lat", "lon")] for p in places)
        h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
        metres = half_up(Fraction(2 * 6371008.8 * math.asin(min(1, math.sqrt(h)))))
        return half_up(metres * 60 / (self.policy["speeds"][self.citizen["travel"]["mode"]] * 1000))

    def travel_item(self):
        most = Fraction(self.citizen["travel"]["max_minutes"])
        item = Item("travel", self.share["must"], want=most)
        if self.travel is None:
            return item.unknown(self.prior["other"])
        item.have = Fraction(self.travel)
        over = self.travel - most
        return item.known(Fraction(0) if over <= 0 else Fraction(1) if over >= most else over / most)
