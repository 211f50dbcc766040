"""Text -> tokens with their places -> words with features. Its twin is packages/conversation/src/interpret/words.ts.

A token is a stretch of the text: a number with its unit ("20 %", "16:9"), a word, a Chinese character or kana, an emoji, or one sign.
Tokens that are an entry of the lexicon together become one unit where the language is not English ("oso de peluche": teddy bear), as
there a unit is copied by its English lemma. English is copied word by word.
"""
from __future__ import annotations

import json
import pathlib
import re
import struct
import unicodedata
from dataclasses import dataclass

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "models/plantain-tiny/text_encoder"
NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*(?:[x×*][0-9]+)?(?: ?(?:%|°|px|x|×|k|p|cm|dpi|mp))?(?![A-Za-z0-9])", re.I)
DIGITS = re.compile(r"[0-9]+")
# Unit words after a number, in the seven languages. They are a closed class.
UNITS = {
    **dict.fromkeys("percent prozent % パーセント प्रतिशत फीसदी".split(), "%"),
    **dict.fromkeys("degree degrees deg grad grados grado degrés degré degres 度 डिग्री °".split(), ""),
    **dict.fromkeys("pixel pixels px pixeln píxeles pixeles ピクセル 像素 पिक्सल पिक्सेल".split(), "px"),
    **dict.fromkeys("times 倍 गुना".split(), "x"),
}
UNIT_PAIRS = {("por", "ciento"): "%", ("pour", "cent"): "%", ("per", "cent"): "%"}
IGNORED = set("-‐‑_/ \t\r\n")
KANA, HAN = re.compile("[ぁ-ゖァ-ヺ]"), re.compile("[一-鿿]")
KATAKANA = re.compile("^[ァ-ヺー]+$")
MAX_PHRASE = 12
GRAMS, MAX_GRAMS = 4096, 20
WAYS = (1.0, 0.7, 0.5)


@dataclass(frozen=True, slots=True)
class Token:
    text: str  # normal form
    start: int  # of the text, in code points
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    word: str  # as it stands, lower case
    key: str  # of the lexicon; where nothing knows the word, the nearest that is known
    copy: str  # what copying it writes: in English
    start: int
    end: int


def normal(word: str) -> str:
    return unicodedata.normalize("NFKC", word).lower().replace("’", "'").replace("‘", "'").replace("ς", "σ")


def kind_of(c: str) -> str:
    """w: of a word; c: stands alone (characters of scripts without spaces, emoji); s: separates; p: a sign."""
    if c in IGNORED or c.isspace() or "\u200b" <= c <= "\u200f" or c in "\ufe0e\ufe0f" or "\U0001f3fb" <= c <= "\U0001f3ff":
        return "s"
    o = ord(c)
    if 0x3041 <= o <= 0x30FF or 0x3400 <= o <= 0x9FFF or o > 0xFFFF:
        return "c"
    category = unicodedata.category(c)
    if category[0] in "LMN":
        return "w"
    return "s" if category[0] == "C" else "p"


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    at, end = 0, len(text)
    while at < end:
        c = text[at]
        if "0" <= c <= "9":
            match = NUMBER.match(text, at) or DIGITS.match(text, at)
            found.append(Token(number(match[0]), at, match.end()))
            at = match.end()
            continue
        kind = kind_of(c)
        stop = at + 1
        if kind == "w":
            while stop < end and kind_of(text[stop]) == "w":
                stop += 1
            # l'arbre: l' + arbre; dog's: dog + 's
            if stop + 1 < end and text[stop] in "'’" and kind_of(text[stop + 1]) == "w":
                if stop - at <= 2:
                    stop += 1
        elif kind == "p" and c in "'’" and found and found[-1].end == at and stop < end and kind_of(text[stop]) == "w":
            while stop < end and kind_of(text[stop]) == "w":
                stop += 1
        if kind != "s":
            word = normal(text[at:stop])
            if word:
                found.append(Token(word, at, stop))
        at = stop
    return with_units(found)


def number(raw: str) -> str:
    text = raw.lower().replace(" ", "").replace("×", "x").replace("*", "x").replace("°", "")
    return re.sub(r"^([0-9]+),([0-9]{1,2})(?![0-9])", r"\1.\2", text)


def with_units(found: list[Token]) -> list[Token]:
    """A number and the word of its unit are one token."""
    out: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        if token.text[:1].isdigit() and token.text[:1].isascii() and token.text[-1:].isdigit() and at + 1 < len(found):
            following = found[at + 1].text
            pair = (following, found[at + 2].text) if at + 2 < len(found) else None
            if pair in UNIT_PAIRS:
                token = Token(token.text + UNIT_PAIRS[pair], token.start, found[at + 2].end)
                at += 2
            elif following in UNITS:
                token = Token(token.text + UNITS[following], token.start, found[at + 1].end)
                at += 1
        out.append(token)
        at += 1
    return out


class Words:
    """
    lexicon.json  surface -> [lemma?, codes]; see training/lexicon/build.py
    vectors.bin   int8 vectors of English words
    A word's features: [vector | code of the thing | flags | one number for each meaning]
    """

    def __init__(self, folder: pathlib.Path = FOLDER):
        data = json.loads((folder / "lexicon.json").read_text())
        self.entries: dict[str, list] = data["entries"]
        self.n_meanings = len(data["meanings"])
        self.of_thing: list[list[int]] = data["ofThing"]
        self.things: list[str] = data["things"]
        codes = json.loads((folder / "features.json").read_text())["codes"]
        self.codes = {i: np.array(codes[t], np.float32) for i, t in enumerate(self.things) if t in codes}
        self.rows, self.scales, self.vectors = read_vectors(folder / "vectors.bin")
        self.columns = len(self.scales)
        self.code_size = len(next(iter(self.codes.values())))
        self.width = self.columns + self.code_size + 2 + self.n_meanings
        self.longest: dict[str, int] = {}
        for key in self.entries:
            surface = key.rpartition("|")[2] if key[-1] != "|" else key
            first, n = surface.split(" ", 1)[0], surface.count(" ") + 1
            if n > self.longest.get(first, 0):
                self.longest[first] = n
        self.marks = {k: frozenset(v) for k, v in data["marks"].items()}
        self.languages = sorted(k for k in self.marks if k != "en" and not k.endswith("?"))
        # Words that a slip of the keyboard may have come from.
        self.right = {t for key in self.entries if "|" not in key for t in key.split(" ") if len(t) > 3 and t.isascii()} | {w for w in list(self.rows)[:12000] if len(w) > 3}
        self.known = self.right | set(self.rows) | {t for key in self.entries for t in key.rpartition("|")[2].split(" ")} | {w for s in self.marks.values() for w in s}
        self._mended: dict[str, str] = {}
        self._units: dict[str, list[Unit]] = {}
        self._senses: dict[str, frozenset[str]] = {}
        self._values: dict[str, np.ndarray] = {}

    def language(self, found: list[str]) -> str:
        text = "".join(found)
        if KANA.search(text):
            return "ja"
        if HAN.search(text):
            return "zh"
        best, most = "en", 0
        for language in self.languages:
            own = sum(t in self.marks[language] for t in found)
            english = sum(t in self.marks["en"] and t not in self.marks.get(language + "?", ()) for t in found)
            if own > 0 and own - english > most:
                best, most = language, own - english
        return best

    def units(self, text: str) -> list[Unit]:
        """Names come again and again: they are remembered."""
        known = self._units.get(text)
        if known is None:
            known = self._units_of(text)
            if len(text) < 32 and len(self._units) < 200_000:
                self._units[text] = known
        return known

    def _units_of(self, text: str) -> list[Unit]:
        found = tokens(text)
        language = self.language([t.text for t in found])
        if language == "en":
            return [Unit(t.text, w, w if w.isascii() else self.lemma_of(w), t.start, t.end) for t in found for w in (self.mend(t.text),)]
        units, at = [], 0
        while at < len(found):
            token = found[at]
            n = min(self.longest.get(token.text, 1), MAX_PHRASE, len(found) - at)
            key = token.text
            while n > 0:
                surface = " ".join(t.text for t in found[at : at + n])
                if f"{language}|{surface}" in self.entries:
                    key = f"{language}|{surface}"
                    break
                if surface in self.entries:
                    key = surface
                    break
                n -= 1
            if n == 0:
                n = 1
                if KATAKANA.match(token.text):  # a foreign word, written out
                    while at + n < len(found) and KATAKANA.match(found[at + n].text) and found[at + n].text not in self.entries:
                        n += 1
                    key = "".join(t.text for t in found[at : at + n])
            units.append(Unit(key.rpartition("|")[2] or key, key, self.lemma_of(key), token.start, found[at + n - 1].end))
            at += n
        return units

    def lemma_of(self, key: str) -> str:
        entry = self.entries.get(key)
        if entry and isinstance(entry[0], str):
            return entry[0]
        surface = key.rpartition("|")[2] or key
        return surface if surface.isascii() else surface.replace(" ", "")

    def values(self, key: str) -> np.ndarray:
        """[width] float32; zeros for what nothing is known about."""
        found = self._values.get(key)
        if found is not None:
            return found
        out = np.zeros(self.width, np.float32)
        entry = self.entries.get(key, [])
        lemma = self.lemma_of(key)
        rows = [self.rows[w] for w in lemma.split(" ") if w in self.rows]
        flags = self.columns + self.code_size
        start = flags + 2
        if rows:
            out[: self.columns] = self.vectors[rows].sum(0, dtype=np.int64) * self.scales / len(rows)
            out[flags] = 1
        thing = False
        for code in entry:
            if isinstance(code, str):
                continue
            meaning, way = code >> 2, WAYS[code & 3]
            if meaning < self.n_meanings:
                out[start + meaning] = max(out[start + meaning], way)
                continue
            meaning -= self.n_meanings
            if not thing and meaning in self.codes:
                out[self.columns : flags] = self.codes[meaning]
                out[flags + 1] = way
                thing = True
            for category in self.of_thing[meaning]:
                out[start + (category >> 2)] = 1
        self._values[key] = out
        return out

    def senses(self, key: str) -> frozenset[str]:
        """By which a word of a message and the name of an element are known to be the same."""
        known = self._senses.get(key)
        if known is not None:
            return known
        entry = self.entries.get(key, [])
        found = {singular(self.lemma_of(key))}
        found |= {f"#{code >> 2}" for code in entry if not isinstance(code, str) and code & 3 == 0 and code >> 2 >= self.n_meanings}
        known = self._senses[key] = frozenset(found)
        return known

    def is_name(self, key: str) -> bool:
        """No word of the lexicon, and no frequent English one."""
        return key not in self.entries and self.rows.get(key, 10**6) > 4000 and key[:1].isalpha()

    def mend(self, token: str) -> str:
        """A word that nothing knows, one slip away from one that is known."""
        if token in self.known or len(token) < 4 or not (token.isascii() and token.isalpha()):
            return token
        found = self._mended.get(token)
        if found is None:
            best = min(((slip, self.rows.get(w, 10**6), w) for slip, w in near(token) if w in self.right), default=None)
            found = self._mended[token] = token if best is None else best[2]
        return found


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def near(token: str):
    """(kind of slip, word): letters swapped, one too many or missing, one wrong. The first letter is seldom wrong."""
    for i in range(1, len(token)):
        head, tail = token[:i], token[i:]
        if len(tail) > 1:
            yield 0, head + tail[1] + tail[0] + tail[2:]
        yield 1, head + tail[1:]
        for letter in LETTERS:
            yield 1, head + letter + tail
            if len(token) > 5:
                yield 2, head + letter + tail[1:]
    for letter in LETTERS:
        yield 1, token + letter


def singular(word: str) -> str:
    if len(word) < 4 or not re.search(r"[a-z]s$", word) or re.search(r"(ss|us|is)$", word):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(x|ch|sh|ss)es$", word):
        return word[:-2]
    return word[:-1]


def grams(word: str) -> list[int]:
    """Rows of letter groups of a word: 1 + FNV-1a of each three and four letters, with its ends marked. 0 is padding."""
    marked = [ord(c) for c in f"<{word[:24]}>"]
    out = []
    for n in (3, 4):
        for i in range(len(marked) - n + 1):
            h = 2166136261
            for c in marked[i : i + n]:
                h = ((h ^ c) * 16777619) & 0xFFFFFFFF
            out.append(1 + h % (GRAMS - 1))
    if not out:
        h = 2166136261
        for c in marked:
            h = ((h ^ c) * 16777619) & 0xFFFFFFFF
        out.append(1 + h % (GRAMS - 1))
    return out[:MAX_GRAMS]


def read_vectors(path: pathlib.Path):
    data = path.read_bytes()
    size = struct.unpack("<I", data[:4])[0]
    header = json.loads(data[4 : 4 + size])
    words = header["words"].split(" ")
    table = np.frombuffer(data, np.int8, offset=4 + size).reshape(len(words), header["columns"])
    return {w: i for i, w in enumerate(words)}, np.array(header["scales"]), table
