# SPDX-License-Identifier: Apache-2.0
"""A report as plots and as tables: report.md is what docs/benchmarks.md shows."""

import statistics
from collections import Counter

import svg

PAIRWISE, RANKING = "smaajob, every pair", "smaajob, ranking"


def median(numbers):
    return statistics.median(numbers) if numbers else None


def share(part, whole):
    return f"{100 * part / whole:.3g} %"


def source_of(document, part):
    machine, versions = document["machine"], document["versions"]
    caches = ", ".join(f"{name} {size}" for name, size in machine["caches"].items())
    return [
        f"Source: bench/run.sh{' --quick' if document['quick'] else ''}, smaajob {versions['smaajob']} ({document['parts'][part]}), {document['made']}; population of seed 1, ESCO's concepts.",
        f"{machine['processor']}, {machine['cores']} cores, {machine['architecture']}.", f"Caches: {caches}.",
    ]  # fmt: skip


def draw(document, folder):
    draw_peers(document, folder)
    if any("decided" in row for row in document.get("scaling", [])):
        draw_scaling(document, folder)
        draw_single(document, folder)
    draw_roofline(document, folder)
    text = "\n\n".join(part for part in (tell_machine(document), tell_core(document), tell_bridge(document), tell_peers(document), tell_scaling(document), tell_single(document), tell_roofline(document)) if part)  # fmt: skip
    head = "# The report that bench/run.sh made\n\nWhat is measured, and how to read it: [benchmarks](../benchmarks.md).\n\n"
    (folder / "report.md").write_text(head + text + "\n", encoding="utf-8")


# peers


def rates_of(told):
    return {row["peer"]: row["pairs_per_second"] for row in told["rows"]}


def draw_peers(document, folder):
    for openings in sorted({told["openings"] for told in document.get("peers", [])}):
        both = {told["spread"]: rates_of(told) for told in document["peers"] if told["openings"] == openings}
        names = list(both)
        peers = sorted({p for rates in both.values() for p in rates}, key=lambda p: -(both[names[0]].get(p) or 0))
        citizens = next(told["citizens"] for told in document["peers"] if told["openings"] == openings)
        svg.bars(folder / f"peers-{openings}.svg", f"Pairs decided in a second: the best 20 of {openings:,} openings".replace(",", " "),
                 [(peer, [both[name].get(peer) for name in names]) for peer in peers], names, "pairs a second of processor time, one thread (powers of ten)",
                 [f"{citizens} citizens; longer is better; each gave the same openings, scores and verdicts before it was timed.", *source_of(document, "peers")])  # fmt: skip


def tell_peers(document):
    parts = []
    for told in document.get("peers", []):
        rows = [f"| {row['peer']} | {svg.tell(row['pairs_per_second'])} | {row['times_slower']:.3g} | {len(row['seconds'])} | {('all' if 'checked' not in row else row['checked']) if row['agrees'] else '**no**'} |"
                for row in told["rows"] if row["pairs_per_second"]]  # fmt: skip
        scored = next(row["scored"] for row in told["rows"] if row["peer"] == RANKING)
        head = (f"**{told['spread']}**, {told['citizens']} citizens × {told['openings']} openings: {told['decided']} pairs decided; of them the ranking "
                f"scored {scored} ({share(scored, told['decided'])}).")  # fmt: skip
        parts.append(head + "\n\n| who | pairs decided a second | times as long as the ranking | runs | same answers for citizens |\n|---|---:|---:|---:|---|\n" + "\n".join(rows))
    return "### Beside others\n\n" + "\n\n".join(parts) if parts else ""


# scaling


def draw_scaling(document, folder):
    rows = [row for row in document["scaling"] if "decided" in row]
    for what, title in (("decided", "decided"), ("scored", "scored")):
        series = []
        for spread in ("national", "dense"):
            for citizens in sorted({row["citizens"] for row in rows}):
                own = [row for row in rows if row["spread"] == spread and row["citizens"] == citizens]
                points = [(row["openings"], row[what] / median(row["processor_seconds_1"])) for row in own if row[what]]
                if points and citizens in (min(r["citizens"] for r in rows), max(r["citizens"] for r in rows)):
                    series.append((f"{spread}, {svg.tell(citizens)} citizens", points, spread == "dense"))
        svg.lines(folder / f"scaling-{what}.svg", f"Pairs {title} in a second, as the market grows", series, "openings (powers of ten)",
                  f"pairs {title} a second (powers of ten)", ["One thread, processor time; the best 20 for each citizen. Dashed: dense.", *source_of(document, "scale")])  # fmt: skip


def tell_scaling(document):
    if not document.get("scaling"):
        return ""
    lines = ["### As caseload and market grow", "",
             "Rates are of processor time on one thread, the gain of a second thread is of time on the wall.", "",
             "| spread | citizens | openings | pairs decided | pairs scored | decided a second | scored a second | 2 threads | bytes an opening | bytes a citizen | peak memory |",
             "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]  # fmt: skip
    for row in document["scaling"]:
        if "left_out" in row:
            lines.append(f"| {row['spread']} | {row['citizens']} | {row['openings']} | left out: some {row['left_out']:.0f} s | | | | | | | |")
            continue
        seconds, one, two = median(row["processor_seconds_1"]), median(row["seconds_1"]), median(row.get("seconds_2"))
        lines.append(f"| {row['spread']} | {row['citizens']} | {row['openings']} | {svg.tell(row['decided'])} | {share(row['scored'], row['decided'])} | {svg.tell(row['decided'] / seconds)} "
                     f"| {svg.tell(row['scored'] / seconds)} | {f'{one / two:.2f} ×' if two else '–'} | {row['market_bytes']:.0f} | {row['caseload_bytes']:.0f} | {row['peak_kib'] / 1024:.0f} MiB |")  # fmt: skip
    return "\n".join(lines)


# one citizen


def percentile(numbers, percent):
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * percent / 100))]


def draw_single(document, folder):
    series = []
    for spread in ("national", "dense"):
        for percent in (50, 99):
            points = [(told["openings"], percentile(told["ns"], percent) / 1000) for told in document["single"] if told["spread"] == spread]
            series.append((f"{spread}, {'median' if percent == 50 else '99 of 100'}", points, percent == 99))
    svg.lines(folder / "single.svg", "Someone sits in the office: one citizen against a market", series, "openings (powers of ten)",
              "microseconds (powers of ten)", ["One thread, time on the wall of one ranking of the best 20, each citizen alone.", *source_of(document, "scale")])  # fmt: skip


def tell_single(document):
    if not document.get("single"):
        return ""
    lines = ["### One citizen against a market", "", "| spread | openings | citizens | median | 90 of 100 within | 99 of 100 within |", "|---|---:|---:|---:|---:|---:|"]
    for told in document["single"]:
        cells = " | ".join(f"{percentile(told['ns'], p) / 1000:.0f} µs" for p in (50, 90, 99))
        lines.append(f"| {told['spread']} | {told['openings']} | {len(told['ns'])} | {cells} |")
    return "\n".join(lines)


# roofline


def counted_rows(document):
    return [row for row in document.get("instructions", []) if "counted" in row]


def best_of(document):
    """What the machine can do is what it did at best: others can only take of it."""
    return {name: max(runs) for name, runs in document["limits"].items()}


def limits_of(document, row):
    """Pairs a second, if nothing but its instructions took time, or nothing but memory, had it to give all that is fetched."""
    limits = best_of(document)
    fetched = row["fetched_bytes_per_pair"]
    return limits["instructions_a_second"] / row["instructions_per_pair"], limits["bytes_a_second"] / fetched if fetched else None


def draw_roofline(document, folder):
    rows = counted_rows(document)
    if not rows:
        return
    kernel, spreads = rows[0]["counted"], [row["spread"] for row in rows]
    limits = list(zip(*(limits_of(document, row) for row in rows)))
    bars = [(f"{kernel}, at most", limits[0]), (f"{kernel}, from memory", limits[1])]
    for name in sorted(rows[0]["nanoseconds_per_pair"], key=lambda name: name != kernel):
        bars.append((f"{name}, measured", [1e9 / row["nanoseconds_per_pair"][name] for row in rows]))
    each = " and ".join(f"{row['instructions_per_pair']:.1f}" for row in rows)
    fetched = " and ".join(f"{row['fetched_bytes_per_pair']:.0f}" for row in rows)
    from_memory = " and ".join(f"{row['memory_bytes_per_pair']:.2g}" for row in rows)
    limit = {name: best / 1e9 for name, best in best_of(document).items()}
    svg.bars(folder / "roofline.svg", "What bounds a ranking: instructions and memory", bars, spreads, "pairs a second of processor time, one thread (powers of ten)",
             [f"At most: {each} instructions a pair ({kernel}, counted by valgrind), at the {limit['instructions_a_second']:.1f} a nanosecond that one",
              "thread does here when they do nothing. Other kernels have other instructions, and so another bound.",
              f"From memory: {fetched} bytes a pair are fetched into the first cache; if all of them came from memory, at the",
              f"{limit['bytes_a_second']:.1f} GB/s that one thread reads. Really {from_memory} do. {rows[0]['citizens']} citizens × {rows[0]['openings']} openings; {' and '.join(spreads)}.",
              *source_of(document, "roofline")])  # fmt: skip


def tell_roofline(document):
    rows = counted_rows(document)
    if not rows:
        return ""
    limit = {name: best / 1e9 for name, best in best_of(document).items()}
    lines = ["### What bounds it", "", f"One thread reads {limit['bytes_a_second']:.1f} GB/s of memory here, and does {limit['instructions_a_second']:.1f} instructions a nanosecond that do nothing (`bench/limits`).", "",
             "| spread | citizens × openings | kernel counted | instructions a pair | ns a pair, that kernel | instructions a ns | at most, pairs/s | that kernel, pairs/s | bytes an opening | fetched a pair | from memory | scored |",
             "|---|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]  # fmt: skip
    for row in rows:
        each, ns = row["instructions_per_pair"], row["nanoseconds_per_pair"][row["counted"]]
        lines.append(f"| {row['spread']} | {row['citizens']} × {row['openings']} | {row['counted']} | {each:.1f} | {ns:.2f} | {each / ns:.2f} | {svg.tell(limits_of(document, row)[0])} | {svg.tell(1e9 / ns)} "
                     f"| {row['bytes_per_opening']:.0f} | {row['fetched_bytes_per_pair']:.1f} | {row['memory_bytes_per_pair']:.2g} | {100 * row['scored']:.2g} % |")  # fmt: skip
    kernels = list(rows[0]["nanoseconds_per_pair"])
    lines += ["", "| ns a pair by each kernel of this processor | " + " | ".join(kernels) + " |", "|---|" + "---:|" * len(kernels)]
    lines += [f"| {row['spread']} | " + " | ".join(f"{row['nanoseconds_per_pair'][name]:.2f}" for name in kernels) + " |" for row in rows]
    return "\n".join(lines)


def tell_machine(document):
    machine, versions = document["machine"], document["versions"]
    kinds = ", ".join(f"{name} {version}" for name, version in versions.items() if name not in ("smaajob", "commit", "build", "compiler", "kernel"))
    parts = ", ".join(f"{part} {commit}" for part, commit in document["parts"].items())
    return (f"{machine['processor']}, {machine['cores']} cores ({machine['architecture']}{''.join(', ' + v for v in machine['vector'])}), "
            f"{int(machine['memory_kib'] or 0) / 2**20:.0f} GiB; {', '.join(f'{n} {s}' for n, s in machine['caches'].items())}. Linux {versions['kernel']}. smaajob {versions['smaajob']} "
            f"(measured on: {parts}), {versions['build']}, {versions['compiler']}. {kinds}. Made {document['made']}{' with --quick' if document['quick'] else ''}.")  # fmt: skip


def tell_core(document):
    rows = [f"| {f['what']} | {f['figure']:.6g} {f['unit']} |" for f in document.get("core", [])]
    return "### Single pairs and documents\n\n| what | measured |\n|---|---:|\n" + "\n".join(rows) if rows else ""


def tell_bridge(document):
    rows = document.get("bridge")
    if not rows:
        return ""
    languages = list(dict.fromkeys(row["language"] for row in rows))
    found = {(row["language"], row["what"]): row["ns"] for row in rows}
    lines = ["### The bridge to each language", "", "| ns of | " + " | ".join(languages) + " |", "|---|" + "---:|" * len(languages)]
    for what in dict.fromkeys(row["what"] for row in rows):
        lines.append(f"| {what} | " + " | ".join(f"{found[language, what]:.4g}" if (language, what) in found else "–" for language in languages) + " |")
    return "\n".join(lines)


# the population


def counted(values, labels, total):
    counts = Counter(values)
    return [(str(label), 100 * counts[label] / total) for label in labels]


def hours_of(documents, end):
    return [int(d["hours"][end]) for d in documents if end in d.get("hours", {})]


def draw_population(people, folder):
    citizens, openings = people["citizens"], people["openings"]
    n, m = len(citizens), len(openings)
    concepts = Counter(c["concept"] for d in citizens for c in d.get("competencies", [])).most_common()
    asked = Counter(r["concept"] for o in openings for t in o["tasks"] for r in t.get("requires", [])).most_common()
    curves = [(name, [(i + 1, count) for i, (_, count) in enumerate(of) if i < 10 or i % 2 ** (i.bit_length() - 4) == 0], name == "asked") for name, of in (("held", concepts), ("asked", asked))]  # fmt: skip
    svg.lines(folder / "population-concepts.svg", "Concepts, by how often they are held and asked", curves, "rank of the concept (powers of ten)",
              f"times, of {n} citizens and {m} openings (powers of ten)", ["Source: bench/population, seed 1, national, ESCO's concepts."])  # fmt: skip
    unknown = [(name, 100 * sum(not d.get(name) and not (name == "needs" and name in d) for d in citizens) / n) for name in ("competencies", "needs", "hours", "availability", "travel", "location")]
    any_unknown = 100 * sum(any(not d.get(name) and not (name == "needs" and name in d) for name, _ in unknown) for d in citizens) / n
    short = {"competencies": "comp.", "availability": "avail.", "location": "place"}
    panels = [
        ("A citizen's fields that are empty", "% of citizens", [(short.get(name, name), v) for name, v in unknown] + [("any", any_unknown)]),
        ("Competences of a citizen", "% of citizens", counted((len(d.get("competencies", [])) for d in citizens), range(0, 13), n)),
        ("Needs of a citizen, when told", "% of those told", counted((len(d["needs"]) for d in citizens if "needs" in d), range(0, 9), sum("needs" in d for d in citizens))),
        ("A citizen's most hours a week", "% of those told", counted(hours_of(citizens, "max"), range(2, 16), len(hours_of(citizens, "max")))),
        ("Tasks of an opening", "% of openings", counted((len(o["tasks"]) for o in openings), range(1, 7), m)),
        ("Requirements of a task, when told", "% of those told", counted((len(t["requires"]) for o in openings for t in o["tasks"] if "requires" in t), range(0, 6), sum("requires" in t for o in openings for t in o["tasks"]))),
        ("An opening's most hours a week", "% of those told", counted(hours_of(openings, "max"), range(2, 18), len(hours_of(openings, "max")))),
        ("Minutes a citizen goes at most", "% of those told", [(str(k), v) for k, v in counted((d["travel"]["max_minutes"] for d in citizens if "travel" in d), range(15, 61, 5), sum("travel" in d for d in citizens))]),
    ]  # fmt: skip
    svg.columns(folder / "population.svg", "A made-up population", panels, [f"Source: bench/population, seed 1, national, {n} citizens and {m} openings."])
    draw_map(citizens, openings, folder)


def draw_map(citizens, openings, folder):
    plot = svg.Plot(640, 560, "Where they are: national", ["A municipality is a square round its main town, as wide as a disc of its area; public facts, rounded.", "Source: bench/population, seed 1, national, 1000 citizens and 1000 openings."])
    for of, colour, name, i in ((openings[:1000], "--b", "openings", 1), (citizens[:1000], "--a", "citizens", 0)):
        for d in of:
            if "location" in d:
                plot.dot(30 + (d["location"]["lon"] - 8.0) * 80, 510 - (d["location"]["lat"] - 54.6) * 80 * 1.78, colour, 1.3)
        plot.box(500, 60 + 22 * i, 12, 12, colour)
        plot.text(518, 71 + 22 * i, name)
    plot.write(folder / "population-map.svg")
