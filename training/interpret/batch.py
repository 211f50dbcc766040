"""Examples -> numbers -> batches."""
from __future__ import annotations

import numpy as np
import torch

import session
import target
from text import MAX_GRAMS, Words, grams


MAX_RIGHT = 12  # symbols, and arrows, that may all be right at one step


class Vocabulary:
    """Ids of words seen in training (0: any other), and what the network is told of each word."""

    def __init__(self, words: Words, known: list[str]):
        self.words = words
        self.ids = {w: i + 1 for i, w in enumerate(known)}
        self.list = known
        self._rows: dict[str, int] = {"": 0}
        self.features = [np.zeros(words.width, np.float32)]
        self.id_of = [0]
        self.grams_of = [np.zeros(MAX_GRAMS, np.int64)]

    def __len__(self) -> int:
        return len(self.list) + 1

    def row(self, key: str, word: str) -> int:
        name = f"{key} {word}" if word != key else key
        row = self._rows.get(name)
        if row is None:
            row = self._rows[name] = len(self.features)
            mark = key.startswith("<")
            self.features.append(np.zeros(self.words.width, np.float32) if mark else self.words.values(key))
            self.id_of.append(self.ids.get(word, self.ids.get(key, 0)))
            g = np.zeros(MAX_GRAMS, np.int64)
            if not mark:
                found = grams(word)
                g[: len(found)] = found
            self.grams_of.append(g)
        return row


def numbers(vocabulary: Vocabulary, tokens: list[session.Token]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """rows [T, W], roles [T, W], places [T]"""
    t = len(tokens)
    rows, roles = np.zeros((t, session.MAX_WORDS), np.int32), np.zeros((t, session.MAX_WORDS), np.int8)
    for i, token in enumerate(tokens):
        for j, (key, role) in enumerate(token.words[: session.MAX_WORDS]):
            rows[i, j] = vocabulary.row(key, token.raw[0] if token.raw and j == 0 else key.rpartition("|")[2] or key)
            roles[i, j] = role
    return rows, roles, np.array([x.place for x in tokens], np.int16)


class Example:
    __slots__ = ("rows", "roles", "places", "steps")

    def __init__(self, vocabulary: Vocabulary, symbols: target.Symbols, words: Words, item: dict):
        tokens = session.linearise(words, item)
        self.rows, self.roles, self.places = numbers(vocabulary, tokens)
        self.steps = target.encode(symbols, tokens, item["message"], item["expect"]).steps


def collate(vocabulary: Vocabulary, symbols: int, examples: list[Example], generator: np.random.Generator | None) -> dict:
    """generator: for hiding learned rows of words at random, so that the network also learns to read words it has no row for; None: hide none."""
    b, t, s = len(examples), max(len(e.places) for e in examples), max(len(e.steps) for e in examples)
    used, inverse = np.unique(np.concatenate([[0], *(e.rows.ravel() for e in examples)]), return_inverse=True)
    token_words, token_roles = np.zeros((b, t, session.MAX_WORDS), np.int64), np.zeros((b, t, session.MAX_WORDS), np.int64)
    places, mask = np.zeros((b, t), np.int64), np.full((b, 1, 1, t), -1e4, np.float32)
    symbol, pointer = np.zeros((b, s), np.int64), np.full((b, s), -1, np.int64)
    steps_mask = np.zeros((b, s), np.float32)
    rights = [[([r for r in step if r < symbols][:MAX_RIGHT], [r - symbols for r in step if r >= symbols][:MAX_RIGHT]) for step in e.steps] for e in examples]
    right_symbols = np.full((b, s, max(1, max(len(x) for e in rights for x, _ in e))), -1, np.int64)
    right_pointers = np.full((b, s, max(1, max(len(y) for e in rights for _, y in e))), -1, np.int64)
    at = 1
    for i, e in enumerate(examples):
        n = len(e.places)
        token_words[i, :n] = inverse[at : at + e.rows.size].reshape(e.rows.shape)
        at += e.rows.size
        token_roles[i, :n], places[i, :n], mask[i, 0, 0, :n] = e.roles, e.places, 0
        symbol[i, 0] = 1
        for j, step in enumerate(e.steps):
            x, y = rights[i][j]
            right_symbols[i, j, : len(x)], right_pointers[i, j, : len(y)] = x, y
            steps_mask[i, j] = 1
            if j + 1 < len(e.steps):
                if step[0] >= symbols:
                    pointer[i, j + 1] = step[0] - symbols
                else:
                    symbol[i, j + 1] = step[0]
    ids = np.array([vocabulary.id_of[r] for r in used])
    g = np.stack([vocabulary.grams_of[r] for r in used])
    if generator is not None:
        mark = g[:, 0] > 0
        hide = (generator.random(len(used)) < 0.3) & mark
        ids = np.where(hide, 0, ids)
        g = np.where((generator.random(len(used)) < 0.25)[:, None], 0, g)
        # Now and then a word is not heard at all, if nothing has to be copied from it.
        pointed = {(i, r - symbols) for i, e in enumerate(examples) for step in e.steps for r in step if r >= symbols}
        for i, e in enumerate(examples):
            for j in np.flatnonzero((generator.random(len(e.places)) < 0.06) & (e.places < session.PLACES)):
                if (i, int(j)) not in pointed:
                    token_words[i, j, 0] = 0
    counts = 1 / np.sqrt(np.maximum((g > 0).sum(1, keepdims=True), 1)).astype(np.float32)
    made = {
        "features": np.stack([vocabulary.features[r] for r in used]), "ids": ids, "grams": g, "counts": counts,
        "token_words": token_words, "token_roles": token_roles, "places": places, "mask": mask,
        "symbol": symbol, "pointer": pointer, "right_symbols": right_symbols, "right_pointers": right_pointers, "steps_mask": steps_mask,
    }
    return {k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in made.items()}
