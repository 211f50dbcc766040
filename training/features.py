"""Text -> units -> features: the fixed half of the text encoder. Its twin is packages/scene/src/words/features.ts.

text   -> pieces   quoted wording is lettering and taken out first
       -> tokens   tokenizer.json: Unicode normalised, lower case, split at spaces and punctuation; each Chinese character, kana and
                   emoji stands alone
       -> mended   a word that nothing knows, one slip away from one that the lexicon has
       -> units    the longest run of tokens that is an entry of the lexicon ("hot air balloon"); else the token itself
       -> row      of one table: id (of a learned vocabulary, 0 is unknown) and WIDTH numbers, laid out as features.json says

Row 0 is padding. A unit's features do not depend on its neighbours, so millions of captions are look-ups.
"""
from __future__ import annotations

import json
import pathlib
import re
import struct

import numpy as np
from tokenizers import Tokenizer

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "models/plantain-tiny/text_encoder"

# Keep in step with packages/scene/src/words/tokenize.ts.
LETTERING = re.compile(
    r"\"([^\"\n]{1,120})\"|“([^”\n]{1,120})”|„([^“”\n]{1,120})[“”]|«([^»\n]{1,120})»|「([^」\n]{1,120})」|『([^』\n]{1,120})』"
    r"|(?<![A-Za-z0-9À-ɏ])[‘']([^\n]{1,120}?)['’](?![A-Za-z0-9À-ɏ])"
    # Capitals after a word that announces lettering need no quotation marks: a sign that says OPEN.
    r"|(?<![A-Za-z])(?:says?|saying|reads?|reading|spells|spelling|words?|letters|text|titled?|label(?:l?ed)?|signs?) "
    r"([A-Z0-9][A-Z0-9'!&.?]*[A-Z][A-Z0-9'!&.?]*(?: [A-Z0-9][A-Z0-9'!&.?]*)*)(?![A-Za-z])"
)
HINT = re.compile(r"[\"'“„«「『‘]|say|read|spell|word|letter|text|title|label|sign")
KATAKANA = re.compile(r"^[ァ-ヺー]$")
KANA, HAN = re.compile("[ぁ-ゖァ-ヺ]"), re.compile("[一-鿿]")
SPACE = re.compile(r"[ \t\r\n]+")
LETTERING_UNIT = "[TEXT]"  # no token of a text looks like it, since brackets are split off
MAX_PHRASE = 12  # tokens; kana stand alone, so a Japanese word is many


class Lexicon:
    """lexicon.json: surface -> meanings. See its maker, training/lexicon/build.py."""

    def __init__(self, data: dict):
        self.meanings = [tuple(m) for m in data["meanings"]]
        self.things: list[str] = data["things"]
        self.of_thing: list[list[int]] = data["ofThing"]
        self.entries: dict[str, list] = data["entries"]
        self.longest: dict[str, dict[str, int]] = {"en": {}}
        for key in self.entries:
            language, bar, surface = key.partition("|")
            table = self.longest.setdefault(language, {}) if bar and surface else self.longest["en"]
            surface = surface or key
            first, n = surface.split(" ", 1)[0], surface.count(" ") + 1
            if n > table.get(first, 0):
                table[first] = n
        marks = data["marks"]
        # {token: (languages that it tells, languages that have it as well as English)}
        self.telling: dict[str, tuple[list[str], list[str]]] = {}
        for language, words in marks.items():
            for word in words:
                self.telling.setdefault(word, ([], []))[language[-1] == "?"].append(language.rstrip("?"))

    def language(self, tokens: list[str]) -> str:
        """Of the words that stand for themselves in one language only, the most; English where none do."""
        told = [self.telling[t] for t in tokens if t in self.telling]
        text = "".join(tokens)
        if not text.isascii():
            if KANA.search(text):
                return "ja"
            if HAN.search(text):
                return "zh"
        own = {language for languages, _ in told for language in languages}
        own.discard("en")
        best, most = "en", 0
        for language in sorted(own):
            # Words of this language, less English ones that this language does not have ("in" is German too).
            n = sum((language in mine) - ("en" in mine and language not in shared) for mine, shared in told)
            if n > most:
                best, most = language, n
        return best

    def phrases(self, tokens: list[str], language: str = "en") -> list[str]:
        """Keys of the units of a text: surfaces, "de|hut" where a word has a meaning of its own in the text's language."""
        units, entries, at, end = [], self.entries, 0, len(tokens)
        longest, own = self.longest["en"], self.longest.get(language) if language != "en" else None
        while at < end:
            token = tokens[at]
            most = longest.get(token, 1)
            if most == 1 and own is None and token.isascii():  # the most of the words of most texts
                units.append(token)
                at += 1
                continue
            if own:
                most = max(most, own.get(token, 1))
            n = min(most, MAX_PHRASE, end - at)
            while n > 1:
                key = " ".join(tokens[at : at + n])
                if own and f"{language}|{key}" in entries:
                    key = f"{language}|{key}"
                    break
                if key in entries:
                    break
                n -= 1
            else:
                key = token
                if own and f"{language}|{token}" in entries:
                    key = f"{language}|{token}"
                elif KATAKANA.match(token) and token not in entries:  # an unknown foreign word, written out
                    while at + n < end and tokens[at + n] not in entries and KATAKANA.match(tokens[at + n]):
                        n += 1
                    key = "".join(tokens[at : at + n])
            units.append(key)
            at += n
        return units


class Spelling:
    """Mends words that nothing knows and that are one slip away from one that the lexicon has: "umbrela", "tabel"."""

    LETTERS = "abcdefghijklmnopqrstuvwxyz"
    WORD = re.compile(r"^[a-z]{5,}$")

    def __init__(self, lexicon: Lexicon, vocab, words: dict[str, int]):
        self.right = {t for key in lexicon.entries if "|" not in key for t in key.split(" ") if len(t) > 3}
        self.known = self.right | set(vocab) | set(words) | set(lexicon.telling) | {t for key in lexicon.entries for t in key.rpartition("|")[2].split(" ")}
        self.rank = words
        self.cache: dict[str, str] = {}

    def mend(self, tokens: list[str]) -> list[str]:
        known, cache = self.known, self.cache
        return [t if t in known else cache[t] if t in cache else self._mend(t) for t in tokens]

    def _mend(self, token: str) -> str:
        found = min(((slip, self.rank.get(w, 10**6), w) for slip, w in self._near(token) if w in self.right), default=None)
        self.cache[token] = token if found is None else found[2]
        return self.cache[token]

    def _near(self, token: str):
        """(kind of slip, word): letters swapped, one too many or missing, one wrong. The first letter is seldom wrong."""
        if not self.WORD.match(token):
            return
        for i in range(1, len(token)):
            head, tail = token[:i], token[i:]
            if len(tail) > 1:
                yield 0, head + tail[1] + tail[0] + tail[2:]
            yield 1, head + tail[1:]
            for letter in self.LETTERS:
                yield 1, head + letter + tail
                if len(token) > 5:
                    yield 2, head + letter + tail[1:]
        for letter in self.LETTERS:
            yield 1, token + letter


class Tokens:
    def __init__(self, path: pathlib.Path):
        self.tokenizer = Tokenizer.from_file(str(path))
        self.cache: dict[str, list[str]] = {}

    def split(self, text: str) -> list[str]:
        tokens, cache = [], self.cache
        for word in SPACE.split(text):  # nothing in the tokenizer looks across a space, so words can be remembered
            found = cache.get(word)
            if found is None:
                normal = self.tokenizer.normalizer.normalize_str(word)
                found = cache[word] = [t for t, _ in self.tokenizer.pre_tokenizer.pre_tokenize_str(normal)]
            tokens += found
        return tokens


def pieces(text: str) -> list[tuple[bool, str]]:
    """(is lettering, piece) in order."""
    if not HINT.search(text):
        return [(False, text)]
    found, at = [], 0
    for match in LETTERING.finditer(text):
        wording = match[match.lastindex]
        start = match.end() - len(wording) if match.lastindex == 8 else match.start()
        if start > at:
            found.append((False, text[at:start]))
        found.append((True, wording))
        at = match.end()
    if at < len(text):
        found.append((False, text[at:]))
    return found


class Features:
    """
    table  [rows, width] float32, one row for each surface with features of its own; row 0 is padding
    ids    [rows] int64
    codes  {thing: [32] float32}
    layout {field: {start, size, values}}
    """

    def __init__(self, folder: pathlib.Path = FOLDER):
        spec = json.loads((folder / "features.json").read_text())
        self.width: int = spec["width"]
        self.max_units: int = spec["maxUnits"]
        self.vocabulary: int = spec["vocabulary"]
        self.layout: dict = spec["layout"]
        self.codes = {k: np.array(v, np.float32) for k, v in spec["codes"].items()}
        self.tokens = Tokens(folder / "tokenizer.json")
        self.vocab = self.tokens.tokenizer.get_vocab()
        self.lexicon = Lexicon(json.loads((folder / "lexicon.json").read_text()))
        self.words, self.scales, self.vectors = read_vectors(folder / "vectors.bin")
        self._plain: dict[str, list[str] | bool] = {}
        self.spelling = Spelling(self.lexicon, self.vocab, self.words)
        self._columns = [self.layout[f]["start"] + self.layout[f]["values"].index(v) for f, v in self.lexicon.meanings]
        self._rows: dict[str, int] = {}
        self._known: dict[bytes, int] = {}
        self._table: list[np.ndarray] = [np.zeros(self.width, np.float32)]
        self._ids: list[int] = [0]
        self._kinds: list[list[str]] = [[]]
        self.unknown = self._add("[UNK]")  # no features but that it is there
        self.empty = self._add("[NONE]")  # stands for no wording at all
        for surface in (LETTERING_UNIT, *self.lexicon.entries, *self.vocab, *self.words):
            if surface not in self._rows:
                self._rows[surface] = self._add(surface)
        self.table, self.ids = np.stack(self._table), np.array(self._ids, np.int64)
        del self._table, self._known

    def units(self, text: str) -> list[tuple[bool, str]]:
        """(is lettering, key or wording verbatim) of each unit."""
        parts = [(lettering, piece if lettering else self.tokens.split(piece)) for lettering, piece in pieces(text)]
        language = self.lexicon.language([t for lettering, tokens in parts if not lettering for t in tokens])
        found = []
        for lettering, part in parts:
            if lettering:
                found.append((True, part))
            else:
                part = self.spelling.mend(part) if language == "en" else part
                found += [(False, key) for key in self.lexicon.phrases(part, language)]
        return found

    def _keys(self, text: str) -> list[str]:
        """As `units`, faster: captions are mostly plain English without lettering."""
        if not HINT.search(text):
            tokens, cache = [], self._plain
            for word in SPACE.split(text):
                found = cache.get(word)
                if found is None:
                    found = cache[word] = self._plain_tokens(word)
                if found is False:
                    break
                tokens += found
            else:
                return self.lexicon.phrases(tokens)
        return [LETTERING_UNIT if lettering else key for lettering, key in self.units(text)]

    def _plain_tokens(self, word: str) -> list[str] | bool:
        """Tokens of a word that needs no mending and tells of no other language, else False."""
        tokens = self.tokens.split(word)
        plain = all(t.isascii() and t in self.spelling.known and self.lexicon.telling.get(t, (["en"],))[0] in ([], ["en"]) for t in tokens)
        return tokens if plain else False

    def encode(self, text: str) -> np.ndarray:
        """[units] int32 rows, at most max_units."""
        get, unknown = self._rows.get, self.unknown
        rows = [get(key, unknown) for key in self._keys(text)]
        return np.array(rows[: self.max_units], np.int32)

    def encode_batch(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """(ids [N, max_units] int64, rows [N, max_units] int32); row 0 is padding."""
        rows = np.zeros((len(texts), self.max_units), np.int32)
        for n, text in enumerate(texts):
            found = self.encode(text)
            rows[n, : len(found)] = found
        return self.ids[rows], rows

    def kinds_of(self, row: int) -> list[str]:
        """Things that the unit may mean."""
        return self._kinds[row]

    def _add(self, surface: str) -> int:
        values, kinds = self.values(surface)
        entry = self.lexicon.entries.get(surface, [])
        lemma = entry[0] if entry and isinstance(entry[0], str) else surface
        # [UNK] has the id of unknown words, 0.
        id_ = self.vocab.get(lemma, self.vocab.get(surface.rpartition("|")[2], 0))
        key = values.tobytes() + struct.pack("<I", id_) + "/".join(kinds).encode()
        row = self._known.get(key)
        if row is None:
            row = self._known[key] = len(self._table)
            self._table.append(values)
            self._ids.append(id_)
            self._kinds.append(kinds)
        return row

    def values(self, surface: str) -> tuple[np.ndarray, list[str]]:
        """([width] float32, things) of a unit."""
        out, kinds = np.zeros(self.width, np.float32), []
        flags = self.layout["unit"]["start"]
        out[flags] = 1
        if surface == LETTERING_UNIT:
            out[self.layout["lettering"]["start"]] = 1
            return out, kinds
        entry = self.lexicon.entries.get(surface, [])
        lemma = surface.rpartition("|")[2]
        if entry and isinstance(entry[0], str):
            lemma, entry = entry[0], entry[1:]
        rows = [self.words[w] for w in lemma.split(" ") if w in self.words]
        if rows:
            size = self.layout["vector"]["size"]
            out[:size] = self.vectors[rows].sum(0, dtype=np.int64) * self.scales / len(rows)
            out[flags + 1] = 1
        for code in entry:
            meaning, way = code >> 2, code & 3
            if meaning < len(self.lexicon.meanings):
                # 1 where it is said, a half where it is only likely ("epic": mountains). What is said wins.
                column = self._columns[meaning]
                out[column] = max(out[column], 0.5 if way == 2 else 1)
                continue
            thing = meaning - len(self.lexicon.meanings)
            if not kinds:
                start = self.layout["code"]["start"]
                out[start : start + self.layout["code"]["size"]] = self.codes[self.lexicon.things[thing]]
                out[flags + 2] = 1
                out[flags + 3] = 1 if way == 1 else 0
            kinds.append(self.lexicon.things[thing])
            for column in (self._columns[m] for m in self.lexicon.of_thing[thing]):
                out[column] = 1
        return out, kinds


def read_vectors(path: pathlib.Path) -> tuple[dict[str, int], np.ndarray, np.ndarray]:
    """(row of each word, scale of each column, int8 [words, columns])."""
    data = path.read_bytes()
    size = struct.unpack_from("<I", data)[0]
    header = json.loads(data[4 : 4 + size])
    words = header["words"].split(" ")
    table = np.frombuffer(data, np.int8, offset=4 + size).reshape(len(words), header["columns"])
    return {w: i for i, w in enumerate(words)}, np.array(header["scales"], np.float64), table
