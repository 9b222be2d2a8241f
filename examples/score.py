# SPDX-License-Identifier: Apache-2.0
import smaajob

case = "examples/cases/michael-handyman"
match = smaajob.match(f"{case}/citizen.json", f"{case}/opening.json")
print(match.verdict, match.score)
