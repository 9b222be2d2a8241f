# SPDX-License-Identifier: Apache-2.0
"""Plots as SVG that are read on light and dark pages alike: bars, lines and points, with their axes."""

import math
from html import escape

STYLE = """
text { font: 13px system-ui, "DejaVu Sans", sans-serif; fill: var(--ink) }
.title { font-size: 16px; font-weight: 600 } .note { font-size: 12px; fill: var(--faint) } .end { text-anchor: end }
.middle { text-anchor: middle } .grid { stroke: var(--rule); stroke-width: 1 } .axis { stroke: var(--faint); stroke-width: 1 }
.line { fill: none; stroke-width: 2.5 } .paper { fill: var(--paper) }
svg { --paper: #ffffff; --ink: #1f2328; --faint: #59636e; --rule: #e2e6ea; --a: #0969da; --b: #bc4c00; --c: #1a7f37; --d: #8250df; --e: #9a6700 }
@media (prefers-color-scheme: dark) {
  svg { --paper: #0d1117; --ink: #e6edf3; --faint: #9198a1; --rule: #2a313a; --a: #58a6ff; --b: #f0883e; --c: #56d364; --d: #bc8cff; --e: #e3b341 }
}
"""
COLOURS = ["--a", "--b", "--c", "--d", "--e"]


def tell(number):
    """A number as short as it can be read: 1.2 M, 340 k, 0.02."""
    for size, letter in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if abs(number) >= size:
            return f"{number / size:.3g}{letter}"
    return f"{number:.3g}"


class Plot:
    def __init__(self, width, height, title, notes=()):
        self.width, self.height, self.parts = width, height, []
        self.text(16, 26, title, "title")
        for i, note in enumerate(notes):
            self.text(16, height - 10 - 16 * (len(notes) - 1 - i), note, "note")

    def text(self, x, y, text, style="", turned=False):
        turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" class="{style}"{turn}>{escape(str(text))}</text>')

    def rule(self, x1, y1, x2, y2, style="grid"):
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{style}"/>')

    def box(self, x, y, width, height, colour):
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{max(height, 0):.1f}" style="fill: var({colour})"/>')

    def line(self, points, colour, dashed=False):
        dash = "; stroke-dasharray: 6 4" if dashed else ""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{path}" class="line" style="stroke: var({colour}){dash}"/>')

    def dot(self, x, y, colour, radius=4):
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" style="fill: var({colour})"/>')

    def write(self, path):
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}" height="{self.height}" role="img">'
        body = [head, "<!-- SPDX-License-Identifier: Apache-2.0 -->", f"<style>{STYLE}</style>", '<rect width="100%" height="100%" class="paper"/>', *self.parts]
        path.write_text("\n".join(body) + "\n</svg>\n", encoding="utf-8")


class Scale:
    """From numbers to places; by powers of ten, or even."""

    def __init__(self, least, most, start, end, log=True):
        self.log, self.start, self.end = log, start, end
        self.least, self.most = (math.floor(math.log10(least)), math.ceil(math.log10(most))) if log else (least, most)

    def at(self, number):
        value = math.log10(number) if self.log else number
        return self.start + (self.end - self.start) * (value - self.least) / ((self.most - self.least) or 1)

    def ticks(self):
        if self.log:
            return [10.0**i for i in range(self.least, self.most + 1)]
        step = 10 ** math.floor(math.log10((self.most - self.least) / 2 or 1))
        while (self.most - self.least) / step > 6:
            step *= 2 if (self.most - self.least) / step <= 12 else 2.5 if (self.most - self.least) / step <= 15 else 5
        return [self.least + i * step for i in range(int((self.most - self.least) / step + 1e-9) + 1)]


def bars(path, title, rows, names, unit, notes):
    """Rows of (label, [number or None, one for each name]) on one scale of powers of ten."""
    high = 20 * len(names) + 12
    plot = Plot(760, 92 + high * len(rows) + 16 * len(notes) + 30, title, notes)
    numbers = [n for _, values in rows for n in values if n]
    x = Scale(min(numbers) * 0.7, max(numbers), 170, 680)
    bottom = 70 + high * len(rows)
    for tick in x.ticks():
        plot.rule(x.at(tick), 62, x.at(tick), bottom)
        plot.text(x.at(tick), bottom + 18, tell(tick), "middle note")
    plot.text(425, bottom + 36, unit, "middle note")
    for i, name in enumerate(names):
        plot.box(170 + 150 * i, 40, 12, 12, COLOURS[i])
        plot.text(188 + 150 * i, 51, name)
    for i, (label, values) in enumerate(rows):
        top = 72 + high * i
        plot.text(160, top + high / 2, label, "end")
        for j, number in enumerate(values):
            if number:
                plot.box(170, top + 20 * j, x.at(number) - 170, 16, COLOURS[j])
                plot.text(x.at(number) + 6, top + 20 * j + 13, tell(number))
    plot.write(path)


def lines(path, title, series, x_name, y_name, notes, log_y=True, log_x=True):
    """series: (name, [(x, y)], dashed)."""
    plot = Plot(760, 440 + 16 * len(notes), title, notes)
    xs, ys = [p[0] for s in series for p in s[1]], [p[1] for s in series for p in s[1]]
    x = Scale(min(xs), max(xs), 80, 560, log_x)
    y = Scale(min(ys) if log_y else 0, max(ys), 370, 60, log_y)
    for tick in y.ticks():
        plot.rule(80, y.at(tick), 560, y.at(tick))
        plot.text(72, y.at(tick) + 4, tell(tick), "end note")
    for tick in sorted(set(x.ticks() if log_x else xs)):
        plot.rule(x.at(tick), 60, x.at(tick), 370)
        plot.text(x.at(tick), 388, tell(tick), "middle note")
    plot.text(320, 408, x_name, "middle note")
    plot.text(22, 215, y_name, "middle note", turned=True)
    for i, (name, points, dashed) in enumerate(series):
        colour = COLOURS[i % len(COLOURS)]
        plot.line([(x.at(a), y.at(b)) for a, b in points], colour, dashed)
        for a, b in points if len(points) < 12 else ():
            plot.dot(x.at(a), y.at(b), colour, 3.5)
        plot.box(580, 72 + 22 * i, 12, 12, colour)
        plot.text(598, 83 + 22 * i, name)
    plot.write(path)


def columns(path, title, panels, notes):
    """Small panels: (name, unit, [(label, share or number)])."""
    plot = Plot(760, 60 + 190 * math.ceil(len(panels) / 2) + 16 * len(notes), title, notes)
    for i, (name, unit, values) in enumerate(panels):
        left, top = 40 + 370 * (i % 2), 60 + 190 * (i // 2)
        most = max(v for _, v in values) or 1
        plot.text(left, top, name)
        plot.text(left + 330, top, unit, "end note")
        wide = 330 / len(values)
        for j, (label, value) in enumerate(values):
            tall = 92 * value / most
            plot.box(left + wide * j + 1, top + 125 - tall, wide - 2, tall, "--a")
            if len(values) <= 16:
                plot.text(left + wide * (j + 0.5), top + 121 - tall, f"{value:.0f}" if value >= 0.5 else "", "middle note")
            if label:
                plot.text(left + wide * (j + 0.5), top + 141, label, "middle note")
        plot.rule(left, top + 125, left + 330, top + 125, "axis")
    plot.write(path)
