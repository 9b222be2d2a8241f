# SPDX-License-Identifier: Apache-2.0
"""The journey each way against what the citizen can make."""

from authoring import DROP, of, vector

VECTORS = []
for minutes, most, x in ((0, 30, 0), (29, 30, 0), (30, 30, 0), (31, 30, 1 / 30), (45, 30, 0.5), (59, 30, 29 / 30), (60, 30, 1),
                         (61, 30, 1), (1440, 30, 1), (0, 0, 0), (1, 0, 1), (1440, 1440, 0)):  # fmt: skip
    VECTORS.append(vector(
        f"{minutes} of at most {most} minutes {'are within reach' if not x else 'are too far'}",
        {"verdict": "blocked" if x else "fit", "blockers": ["travel_too_far travel"] if x else [],
         "travel.value": round(1 - 0.9 * x, 3), "travel.travel.have": minutes, "travel.travel.want": most,
         "travel.travel.state": "short" if x else "met", "travel.travel.share": 0.9, "potential": of(travel=1 - 0.9 * x)},
        citizen={"travel.max_minutes": most}, travel_minutes=minutes))  # fmt: skip

# A tenth of a degree north is 11 120 metres.
NORTH = {"location": {"lat": 57.15, "lon": 9.92}}
for mode, minutes in (("walk", 167), ("bike", 56), ("transit", 33), ("car", 17)):
    VECTORS.append(vector(f"11.12 km by {mode} are {minutes} minutes",
                          {"travel.travel.have": minutes, "verdict": "fit"},
                          citizen={"travel": {"mode": mode, "max_minutes": minutes}}, opening=NORTH))  # fmt: skip
    VECTORS.append(vector(f"11.12 km by {mode} are too far at {minutes - 1} minutes",
                          {"travel.travel.have": minutes, "blockers": ["travel_too_far travel"], "timing": "not_now"},
                          citizen={"travel": {"mode": mode, "max_minutes": minutes - 1}}, opening=NORTH))  # fmt: skip

UNKNOWN = {"verdict": "fit", "travel.value": 0.55, "travel.low": 0.1, "travel.high": 1, "travel.travel.state": "unknown",
           "travel.travel.have": None, "score": of(travel=0.55), "attention+": ["transport_fragile travel"]}  # fmt: skip
VECTORS += [
    vector("one place is no journey", {"travel.travel.have": 0, "travel.value": 1}),
    vector("minutes that are given come before the two places", {"travel.travel.have": 12}, opening=NORTH, travel_minutes=12),
    vector("minutes that are given need no places", {"travel.travel.have": 12, "verdict": "fit", "attention-": ["transport_fragile"]},
           citizen={"location": DROP}, opening={"location": DROP}, travel_minutes=12),
    vector("a journey is unknown without the citizen's place", UNKNOWN, citizen={"location": DROP}),
    vector("a journey is unknown without the opening's place", UNKNOWN, opening={"location": DROP}),
    vector("a journey is nothing to judge when the citizen does not say how it is made",
           {"travel.items": [], "score": 1, "coverage": 1, "attention+": ["transport_fragile travel"]}, citizen={"travel": DROP}, opening=NORTH),
    vector("minutes given are nothing to judge when the citizen does not say how many there may be",
           {"travel.items": [], "verdict": "fit", "attention+": ["transport_fragile travel"]}, citizen={"travel": DROP}, travel_minutes=1440),
    vector("speeds are the policy's", {"travel.travel.have": 11, "verdict": "fit"}, opening=NORTH, policy={"speeds": {"bike": 60}}),
    vector("a tenth of a degree east is shorter in the north: 6.05 km, half a minute up",
           {"travel.travel.have": 30, "verdict": "fit"}, opening={"location": {"lat": 57.05, "lon": 10.02}}),
    vector("places on two sides of the date line are near", {"travel.travel.have": 56},
           citizen={"location": {"lat": 0, "lon": 179.95}, "travel.max_minutes": 60}, opening={"location": {"lat": 0, "lon": -179.95}}),
    vector("places on two sides of the globe are far",
           {"verdict": "blocked", "travel.value": 0.1}, citizen={"location": {"lat": 90, "lon": 0}}, opening={"location": {"lat": -90, "lon": 180}}),
]  # fmt: skip
