"""Interpretation <-> symbols. A reading is written as

    K:edit  O:recolor  S:target ->car1  S:value ->"red"  R ->car1  END

Symbols are marks (K: kind, A: what is asked, Z: why refused, O: op, S: slot, C: constraint, D: direction, P: option, R: references follow,
SEP: next of a list, EDITLAST, END) and the words of a closed output vocabulary. An arrow points at a token of the input (session.py): in
a text it writes what the token copies, in a reference its reference. Lettering is a pair of arrows, its first and its last unit, and is
cut from the message verbatim. `Grammar` says what may follow; its twin is packages/conversation/src/interpret/grammar.ts.
"""
from __future__ import annotations

import json
import pathlib
import re
from collections import Counter

from session import MARK, Token
from text import singular, tokens as lex

VOCABULARY = json.loads((pathlib.Path(__file__).parent / "vocabulary.json").read_text())
KINDS, OPS, SLOTS = VOCABULARY["kinds"], VOCABULARY["ops"], VOCABULARY["slots"]
CONSTRAINTS, ASKS, REASONS = VOCABULARY["constraints"], VOCABULARY["asks"], VOCABULARY["reasons"]
DIRECTIONS, OPTIONS = VOCABULARY["directions"], VOCABULARY["options"]
SLOT_ORDER = {s: i for i, s in enumerate(SLOTS)}
CONSTRAINT_ORDER = {s: i for i, s in enumerate(CONSTRAINTS)}
MARKS = (
    ["<pad>", "<begin>", "END", "SEP", "R", "EDITLAST"]
    + [f"K:{k}" for k in KINDS] + [f"A:{a}" for a in ASKS] + [f"Z:{z}" for z in REASONS] + [f"O:{o}" for o in OPS]
    + [f"S:{s}" for s in SLOTS] + [f"C:{c}" for c in CONSTRAINTS] + [f"D:{d}" for d in DIRECTIONS] + [f"P:{p}" for p in OPTIONS]
)
REF_SLOTS = {"source", "into", "subject_ref", "sources"}
LISTS = {"subject", "palette"}
MAX_VALUE = 24  # words of a text
MAX_REFS = 12
MAX_OPS = 6
SPELLING = {"colour": "color", "colours": "color", "grey": "gray", "centre": "center", "middle": "center", "watercolour": "watercolor"}


def same(word: str) -> str:
    """Words that count as one: case, plural, British spelling."""
    return singular(SPELLING.get(word, word))


def words_of(text: str) -> list[str]:
    return [t.text for t in lex(text) if any(c.isalnum() for c in t.text)]


class Symbols:
    def __init__(self, words: list[str]):
        self.names = MARKS + words
        self.index = {n: i for i, n in enumerate(self.names)}
        self.first_word = len(MARKS)
        self.by_sense = {}
        for w in words:
            self.by_sense.setdefault(same(w), []).append(self.index[w])

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, name: str) -> int:
        return self.index[name]


class Target:
    """Steps of one reading: what is right at each (indices of symbols, and number of symbols + position for arrows)."""

    def __init__(self, symbols: Symbols, tokens: list[Token], message: str):
        self.symbols, self.tokens, self.message = symbols, tokens, message
        self.steps: list[list[int]] = []
        self.lost = 0  # words that could not be written
        self.emits: dict[str, list[int]] = {}
        for i, t in enumerate(tokens):
            if t.copy:
                ws = words_of(t.copy)
                if ws:
                    self.emits.setdefault(" ".join(map(same, ws)), []).append(i)
        self.refs = {t.ref: i for i, t in reversed(list(enumerate(tokens))) if t.ref}
        self.longest = max((k.count(" ") + 1 for k in self.emits), default=1)

    def mark(self, name: str) -> None:
        self.steps.append([self.symbols[name]])

    def point(self, position: int) -> int:
        return len(self.symbols) + position

    def text(self, value: str, prefer: str = "") -> bool:
        """Writes a text word by word; False where nothing of it can be written."""
        ws = words_of(value)[:MAX_VALUE]
        if not ws:
            return False
        at, steps = 0, []
        while at < len(ws):
            for n in range(min(self.longest, len(ws) - at), 0, -1):
                found = self.emits.get(" ".join(map(same, ws[at : at + n])))
                if found:
                    right = [self.point(i) for i in found]
                    if n == 1:
                        right += self.symbols.by_sense.get(same(ws[at]), [])
                    # An element that has this name is the best source, then the message, then the last edit.
                    right.sort(key=lambda r: self.rank(r))
                    steps.append(right)
                    at += n
                    break
            else:
                found = self.symbols.by_sense.get(same(ws[at]))
                if found:
                    exact = self.symbols.index.get(ws[at])
                    steps.append(sorted(found, key=lambda i: i != exact))
                else:
                    self.lost += 1
                at += 1
        self.steps += steps
        return bool(steps)

    def rank(self, r: int) -> int:
        if r < len(self.symbols):
            return 3
        token = self.tokens[r - len(self.symbols)]
        return 0 if token.ref else 1 if token.start >= 0 else 2

    def span(self, value: str) -> bool:
        """Lettering: first and last unit of the message."""
        at = self.message.find(value)
        if at < 0:
            return False
        starts = [i for i, t in enumerate(self.tokens) if t.start == at]
        ends = [i for i, t in enumerate(self.tokens) if t.end == at + len(value)]
        if not starts or not ends or ends[0] < starts[0]:
            return False
        self.steps += [[self.point(starts[0])], [self.point(ends[0])]]
        return True

    def slot(self, mark: str, name: str, value, lettering: bool) -> None:
        before = len(self.steps)
        self.mark(mark)
        if name == "direction":
            ok = self.one(f"D:{value}")
        elif name == "option":
            ok = self.one(f"P:{value}")
        elif name in REF_SLOTS:
            found = [self.refs[r] for r in (value if isinstance(value, list) else [value]) if r in self.refs]
            self.steps += [[self.point(i)] for i in sorted(found)]
            ok = bool(found)
        elif name in LISTS:
            ok = False
            for i, v in enumerate(value if isinstance(value, list) else [value]):
                if ok:
                    self.mark("SEP")
                v = self.choice(str(v))
                wrote = self.text(v)
                if ok and not wrote:
                    self.steps.pop()
                ok |= wrote
        elif lettering:
            ok = any(self.span(v) for v in str(value).split("|")) or self.text(str(value).split("|")[0])
        else:
            ok = self.text(self.choice(str(value)))
        if not ok:
            del self.steps[before:]
            self.lost += 1

    def one(self, name: str) -> bool:
        if name not in self.symbols.index:
            return False
        self.mark(name)
        return True

    def choice(self, value: str) -> str:
        """Of several right wordings the one that stands in the input best; else the first."""
        options = value.split("|")
        if len(options) == 1:
            return value
        return max(options, key=lambda o: (sum(same(w) in self.emits for w in words_of(o)) / max(len(words_of(o)), 1), -options.index(o)))


def encode(symbols: Symbols, tokens: list[Token], message: str, expect: dict) -> Target:
    t = Target(symbols, tokens, message)
    t.mark(f"K:{expect['kind']}")
    if expect["kind"] == "clarify" and expect.get("ask"):
        t.mark(f"A:{expect['ask']}")
    if expect["kind"] == "refuse" and expect.get("reason"):
        t.mark(f"Z:{expect['reason']}")
    for op in expect["ops"][:MAX_OPS]:
        t.mark(f"O:{op['op']}")
        for slot in sorted((s for s in op if s != "op"), key=SLOT_ORDER.get):
            value = op[slot]
            if value in (None, "") or (slot == "into" and value == "current") or (slot in ("count", "steps") and value == 1) or (slot == "amount" and value == "moderate"):
                continue
            t.slot(f"S:{slot}", slot, value, slot == "value" and op["op"] in ("add_text", "edit_text"))
    refs = [r for r in expect.get("refers_to", []) if r != "current"]
    found = sorted(t.refs[r] for r in refs if r in t.refs)
    t.lost += sum(r not in t.refs and r != "edit:last" for r in refs)
    if found or "edit:last" in refs:
        t.mark("R")
        if "edit:last" in refs:
            t.mark("EDITLAST")
        t.steps += [[t.point(i)] for i in found]
    for key in sorted(expect.get("constraints") or {}, key=CONSTRAINT_ORDER.get):
        t.slot(f"C:{key}", key, expect["constraints"][key], key == "text")
    t.mark("END")
    return t


USES_SENT = {"edit", "style_transfer", "vary", "blend", "clarify", "refuse"}  # these are about the picture that was sent with the message
AGAIN = set("the a an of in on and to by with at from for side arm hand half back step".split())  # these may come twice in a value: side by side
OFTEN = 3  # so many things of a list may share a word: two red kites, two blue kites
QUOTES = {'"': '"', "'": "'", "“": "”“", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}


def quoted(tokens: list[Token]) -> dict[int, tuple[int, int]]:
    """First and last unit of the wording between quotation marks, for each unit of it."""
    out: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(tokens) and tokens[at].start >= 0:
        closing = QUOTES.get(tokens[at].copy or "")
        apart = tokens[at].copy != "'" or at == 0 or tokens[at - 1].end < tokens[at].start
        end = next((i for i in range(at + 1, len(tokens)) if tokens[i].start >= 0 and (tokens[i].copy or " ") in closing), None) if closing and apart else None
        if end is not None and end > at + 1:
            out |= dict.fromkeys(range(at + 1, end), (at + 1, end - 1))
            at = end
        at += 1
    return out


class Grammar:
    """What may be written next. `allowed()` gives (set of marks, may words follow, may arrows to copies follow, may arrows to references follow)."""

    def __init__(self, symbols: Symbols, tokens: list[Token]):
        self.symbols, self.tokens = symbols, tokens
        self.quoted = quoted(tokens)
        self.elements = [(i, [same(w) for w in words_of(t.copy or "")]) for i, t in enumerate(tokens) if t.ref and t.ref.startswith("el:") and ("<el:gone>", MARK) not in t.words]
        self.spoken = {i for i, _ in self.elements if {("<said>", MARK), ("<half>", MARK)} & set(tokens[i].words)}
        sent = [t.ref for t in tokens if ("<sent:now>", MARK) in t.words]
        self.sent = sent if len(sent) == 1 else []
        self.places: list[tuple[str, list[str]]] = []  # (slot, what was written in it) of targets and regions
        self.pointed: list[str] = []  # references in slots
        self.has_refs = any(t.ref for t in tokens)
        self.state = "begin"
        self.kind = ""
        self.ops: list[str] = []
        self.slot = ""
        self.written = 0  # of the present value
        self.used: set[str] = set()
        self.spent: set[int] = set()  # words and arrows of the present value: none is written twice
        self.times: Counter = Counter()  # how often each came in the present list
        self.placing = False
        self.last_slot = -1
        self.last_constraint = -1
        self.span_start: int | None = None
        self.item_written = 0

    def after_value(self) -> list[str]:
        out = []
        if self.state == "constraint":
            out += [f"C:{c}" for i, c in enumerate(CONSTRAINTS) if i > self.last_constraint]
            return out + ["END"]
        if self.state in ("slot", "op"):
            out += [f"S:{s}" for s in OPS[self.ops[-1]] if SLOT_ORDER[s] > self.last_slot and (self.has_refs or s not in REF_SLOTS)]
        return out + self.after_op()

    def after_op(self) -> list[str]:
        out = []
        allowed, needed = VOCABULARY["kindOps"][self.kind]
        if self.state != "refs" and len(self.ops) < MAX_OPS:
            out += [f"O:{o}" for o in allowed]
        if needed and not self.ops:
            return out
        if self.unmet():
            return out if self.state == "refs" else [*out, "R"]
        if self.state != "refs":
            out.append("R")
        return out + [f"C:{c}" for c in CONSTRAINTS] + ["END"]

    def allowed(self):
        s = self.state
        if s == "begin":
            return [f"K:{k}" for k in KINDS], False, False, None
        if s == "kind" and self.kind == "clarify":
            return [f"A:{a}" for a in ASKS], False, False, None
        if s == "kind" and self.kind == "refuse":
            return [f"Z:{z}" for z in REASONS], False, False, None
        if s in ("kind", "why"):
            return self.after_op(), False, False, None
        if s == "op":
            return self.after_value(), False, False, None
        if s in ("slot", "constraint"):
            name = self.slot
            if name == "direction":
                return (self.after_value() if self.written else [f"D:{d}" for d in DIRECTIONS]), False, False, None
            if name == "option":
                return (self.after_value() if self.written else [f"P:{p}" for p in OPTIONS]), False, False, None
            if name in REF_SLOTS:
                many = name == "sources"
                more = not self.written or (many and self.written < MAX_REFS)
                return (self.after_value() if self.written else []), False, False, ("image", "turn", "el") if more else None
            if self.span_start is not None:
                return [], False, "end", None
            marks = self.after_value() if self.item_written else []
            if name in LISTS and self.item_written:
                marks = [*marks, "SEP"]
            full = self.written >= MAX_VALUE and bool(marks)
            return marks, not full, not full, None
        if s == "refs":
            marks = self.after_op() if self.written else []
            if self.written == 0:
                marks = [*marks, "EDITLAST"]
            return marks, False, False, ("image", "turn", "el") if self.written < MAX_REFS else None
        raise ValueError(s)

    def groups(self) -> list[set[str]]:
        """What has to be referred to, one of each group at least: what an op acts on, what places it, pictures in slots, the one picture sent."""
        found = [{ref} for ref in self.pointed if ref != "current"]
        if self.kind in USES_SENT:
            found += [{ref} for ref in self.sent]
        for slot, pieces in self.places:
            words = [same(w) for w in words_of(" ".join(pieces))]
            if not words:
                continue
            if slot == "target":
                named = [i for i, n in self.elements if n == words] or [i for i, n in self.elements if n and n[-1] == words[-1]]
            else:
                named = [i for i, n in self.elements if n and any(words[k : k + len(n)] == n for k in range(len(words)))] or [i for i, n in self.elements if n and n[-1] in words]
            if named:
                found.append({self.tokens[i].ref for i in named})
        return found

    def unmet(self) -> list[set[str]]:
        used = self.used if self.state == "refs" else set()
        return [g for g in self.groups() if not g & used]

    def owed(self) -> list[int]:
        """Where arrows may point while something still has to be referred to: at the first of that; or, before it, at its like and at what
        the message speaks of (before a picture: at anything)."""
        position = {t.ref: i for i, t in reversed(list(enumerate(self.tokens))) if t.ref}
        first = min((sorted(position[r] for r in g if r in position) for g in self.unmet()), default=[])
        if not first:
            return []
        if first[0] in {i for i, _ in self.elements}:
            others = self.spoken | {position[r] for g in self.groups() for r in g if r in position}
        else:
            others = set(position.values())
        return sorted({*first, *(i for i in others if i < first[0] and self.tokens[i].ref not in self.used)})

    def lettering(self) -> bool:
        return (self.state == "slot" and self.slot == "value" and self.ops[-1] in ("add_text", "edit_text")) or (self.state == "constraint" and self.slot == "text")

    def put(self, index: int) -> None:
        n = len(self.symbols)
        if index >= n:
            position = index - n
            token = self.tokens[position]
            if self.state == "slot" and self.slot in REF_SLOTS:
                self.pointed.append(token.ref)
            elif self.state == "slot" and self.places and self.placing:
                self.places[-1][1].append(token.copy or "")
            if self.state == "refs" or (self.state == "slot" and self.slot in REF_SLOTS):
                self.used.add(token.ref)
            elif self.span_start is not None:
                self.span_start = None
                self.ended = True
            elif self.lettering() and token.start >= 0 and self.written == 0:
                self.span_start = position
                self.ended = False
            self.written += 1
            self.item_written += 1
            if token.copy not in AGAIN:
                self.spend(index)
            return
        name = self.symbols.names[index]
        head, _, rest = name.partition(":")
        if index >= self.symbols.first_word and self.state == "slot" and self.placing:
            self.places[-1][1].append(name)
        if index >= self.symbols.first_word and name not in AGAIN:
            self.spend(index)
        if index >= self.symbols.first_word or head in ("D", "P"):
            self.written += 1
            self.item_written += 1
        elif name == "SEP":
            self.item_written = 0
            self.spent = {i for i, n in self.times.items() if n >= OFTEN}
        elif name == "EDITLAST":
            self.written += 1
        elif head == "K":
            self.state, self.kind = "kind", rest
        elif head in "AZ":
            self.state = "why"
        elif head == "O":
            self.state, self.last_slot, self.written = "op", -1, 0
            self.ops.append(rest)
        elif head == "S":
            self.state, self.slot, self.last_slot = "slot", rest, SLOT_ORDER[rest]
            self.placing = rest == "region" or (rest == "target" and self.ops[-1] not in ("add", "insert"))
            if self.placing:
                self.places.append((rest, []))
            self.written = self.item_written = 0
            self.used, self.spent, self.times = set(), set(), Counter()
        elif name == "R":
            self.state, self.written, self.used = "refs", 0, set()
        elif head == "C":
            self.state, self.slot, self.last_constraint = "constraint", rest, CONSTRAINT_ORDER[rest]
            self.written = self.item_written = 0
            self.spent, self.times = set(), Counter()

    def spend(self, index: int) -> None:
        self.spent.add(index)
        self.times[index] += 1

    def mask(self, size: int):
        """Indices that may follow."""
        marks, words, copies, refs = self.allowed()
        n = len(self.symbols)
        out = [self.symbols[m] for m in marks]
        if words:
            out += [i for i in range(self.symbols.first_word, n) if i not in self.spent]
        if copies == "end":
            if self.span_start in self.quoted:
                return [n + self.quoted[self.span_start][1]]
            return [n + i for i, t in enumerate(self.tokens) if t.start >= 0 and i >= self.span_start]
        if self.lettering() and self.written and getattr(self, "ended", False):
            return [i for i in out if i < self.symbols.first_word]
        if copies:
            out += [n + i for i, t in enumerate(self.tokens) if t.copy and n + i not in self.spent]
        owed = self.owed() if self.state == "refs" else []
        if owed:
            return out + [n + i for i in owed]
        if refs:
            out += [n + i for i, t in enumerate(self.tokens) if t.ref and t.ref.split(":")[0] in refs and t.ref not in self.used]
        return out


def decode(symbols: Symbols, tokens: list[Token], message: str, indices: list[int]) -> dict:
    """The reading that the symbols spell."""
    n = len(symbols)
    out: dict = {"kind": "", "ops": [], "refers_to": [], "constraints": {}}
    quotes = quoted(tokens)
    place: dict | list | None = None
    key = ""
    at = 0
    leaning: list[tuple[dict, str]] = []  # places and colours copied from the last edit

    def put(value):
        if isinstance(place, list):
            place.append(value)
        elif place is not None:
            place.setdefault(key, []).append(value)

    while at < len(indices):
        i = indices[at]
        at += 1
        if i >= n:
            token = tokens[i - n]
            lettering = isinstance(place, dict) and ((key == "value" and place.get("op") in ("add_text", "edit_text")) or (key == "text" and place is out["constraints"]))
            if isinstance(place, list) or key in REF_SLOTS:
                put(token.ref)
            elif lettering and token.start >= 0 and not place.get(key):
                end = tokens[indices[at] - n] if at < len(indices) and indices[at] >= n else token
                at += 1
                start = tokens[quotes[i - n][0]] if i - n in quotes else token  # wording in quotation marks is taken whole
                put(message[start.start : end.end])
            else:
                if key in ("region", "color") and isinstance(place, dict) and not place.get(key) and ("<last>", MARK) in token.words:
                    leaning.append((place, key))
                put(token.copy)
            continue
        name = symbols.names[i]
        head, _, rest = name.partition(":")
        if i >= symbols.first_word:
            put(name)
        elif name == "SEP":
            put(None)
        elif name == "EDITLAST":
            out["refers_to"].append("edit:last")
        elif head in ("D", "P"):
            put(rest)
        elif head == "K":
            out["kind"] = rest
        elif head == "A":
            out["ask"] = rest
        elif head == "Z":
            out["reason"] = rest
        elif head == "O":
            place, key = {"op": rest}, ""
            out["ops"].append(place)
        elif head == "S":
            key = rest
        elif name == "R":
            place, key = out["refers_to"], ""
        elif head == "C":
            place, key = out["constraints"], rest
    if "edit:last" not in out["refers_to"]:  # what does not lean on the last edit has nothing of it
        for op, slot in leaning:
            del op[slot]
    out["ops"] = [{k: finish(k, v, op["op"]) for k, v in op.items()} for op in out["ops"]]
    out["constraints"] = {k: finish(k, v) for k, v in out["constraints"].items()}
    return out


# Weather, hour and season by the one word that the vocabulary has for each. Twin of packages/conversation/src/interpret/closed-class.ts.
CANONICAL = {"foggy": "fog", "misty": "mist", "rainy": "rain", "raining": "rain", "snowy": "snow", "snowing": "snow", "stormy": "storm", "thunder": "thunderstorm",
             "clouds": "cloudy", "wind": "windy", "nighttime": "night", "fall": "autumn", "autumnal": "autumn", "wintry": "winter"}
CLASSES = {"weather", "time_of_day", "season"}


def finish(key: str, value, op: str | None = None):
    if key == "op":
        return value
    if key == "sources":
        return value
    if key in REF_SLOTS:
        return value[0]
    if key in LISTS:
        items, run = [], []
        for v in [*value, None]:
            if v is None:
                if run and " ".join(run) not in items:
                    items.append(" ".join(run))
                run = []
            else:
                run.append(v)
        return items
    text = " ".join(v for v in value if v is not None)
    if key in ("count", "steps"):
        return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else NUMBERS.get(text, 2)
    return CANONICAL.get(text, text) if (op if key == "value" and op else key) in CLASSES else text


NUMBERS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


def output_words(items: list[dict], least: int = 2) -> list[str]:
    count: Counter = Counter()
    for item in items:
        e = item["expect"]
        for op in e["ops"]:
            for slot, value in op.items():
                if slot in ("op", "direction", "option") or slot in REF_SLOTS or (slot == "value" and op["op"] in ("add_text", "edit_text")):
                    continue
                for v in value if isinstance(value, list) else [value]:
                    for o in str(v).split("|"):
                        count.update(set(words_of(o)))
        for key, value in (e.get("constraints") or {}).items():
            if key != "text":
                for v in value if isinstance(value, list) else [value]:
                    for o in str(v).split("|"):
                        count.update(set(words_of(o)))
    numbers = [str(i) for i in range(1, 21)]
    return numbers + sorted(w for w, n in count.items() if n >= least and w not in numbers)
