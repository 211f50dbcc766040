"""Scene <-> latents: the array that the composer denoises. The TypeScript twin is packages/scene/src/latents.ts.

A scene is 1 + MAX_THINGS tokens of WIDTH numbers: token 0 is the world, token 1 + i is thing i.
Categories are one-hots, HOT for the value that holds and 0 elsewhere; flags and presence are +1 / -1; numbers are standardised
by the training data's own mean and spread (unstandardised ones collapse, see the model card); what a thing is stands as its
32-number code. Heights are standardised as logarithms, since sizes compare by ratio. Unused places of a token are 0.
"""
import json
import math

import numpy as np

from vocabulary import (MAX_THINGS, ROOT, THING_FIELDS, THING_NUMBERS, WORLD_FIELDS, WORLD_FLAGS, WORLD_NUMBERS)

HOT = 2.0
CODE = 32


def _layout(parts: list[tuple[str, int]]) -> tuple[dict[str, slice], int]:
    at, slices = 0, {}
    for name, size in parts:
        slices[name] = slice(at, at + size)
        at += size
    return slices, at


WORLD, _WORLD_WIDTH = _layout([(f, len(v)) for f, v in WORLD_FIELDS.items()] + [(f, 1) for f in WORLD_FLAGS + WORLD_NUMBERS])
THING, _THING_WIDTH = _layout([("present", 1), ("code", CODE)] + [(f, len(v)) for f, v in THING_FIELDS.items()]
                              + [("right", 1)] + [(f, 1) for f in THING_NUMBERS])
WIDTH = max(_WORLD_WIDTH, _THING_WIDTH)
TOKENS = 1 + MAX_THINGS


class Statistics:
    """Mean and standard deviation of every number, measured once over the data and shipped with the model."""

    def __init__(self, table: dict[str, tuple[float, float]]):
        self.table = table

    @staticmethod
    def measure(scenes: list[dict]) -> "Statistics":
        table = {}
        for name in WORLD_NUMBERS:
            values = np.array([s["world"][name] for s in scenes])
            table[name] = (round(float(values.mean()), 4), round(max(float(values.std()), 0.02), 4))
        for name in THING_NUMBERS:
            values = np.array([_number(name, t[name]) for s in scenes for t in s["things"]])
            table[name] = (round(float(values.mean()), 4), round(max(float(values.std()), 0.02), 4))
        return Statistics(table)

    @staticmethod
    def load(path) -> "Statistics":
        return Statistics({k: tuple(v) for k, v in json.loads(path.read_text())["statistics"].items()})


def _number(name: str, value: float) -> float:
    return math.log(max(value, 1e-3)) if name == "height" else value


class Latents:
    def __init__(self, statistics: Statistics, codes: dict[str, np.ndarray]):
        self.statistics = statistics.table
        self.codes = codes
        self.kinds = list(codes)
        self.matrix = np.stack([codes[k] for k in self.kinds])  # [kinds, 32]

    def encode(self, scene: dict) -> np.ndarray:
        """[TOKENS, WIDTH] float32."""
        out = np.zeros((TOKENS, WIDTH), np.float32)
        world, token = scene["world"], out[0]
        for field, values in WORLD_FIELDS.items():
            token[WORLD[field].start + values.index(world[field])] = HOT
        for flag in WORLD_FLAGS:
            token[WORLD[flag]] = 1 if world[flag] else -1
        for name in WORLD_NUMBERS:
            token[WORLD[name]] = self._standard(name, world[name])
        out[1:, THING["present"]] = -1
        for i, thing in enumerate(scene["things"]):
            token = out[1 + i]
            token[THING["present"]] = 1
            token[THING["code"]] = self.codes[thing["kind"]]
            for field, values in THING_FIELDS.items():
                value = "none" if thing[field] is None else str(thing[field])
                token[THING[field].start + values.index(value)] = HOT
            token[THING["right"]] = 1 if thing["right"] else -1
            for name in THING_NUMBERS:
                token[THING[name]] = self._standard(name, thing[name])
        return out

    def decode(self, latents: np.ndarray) -> dict:
        token = latents[0]
        world = {field: values[int(token[WORLD[field]].argmax())] for field, values in WORLD_FIELDS.items()}
        world |= {flag: bool(token[WORLD[flag]][0] > 0) for flag in WORLD_FLAGS}
        world |= {name: self._plain(name, token[WORLD[name]][0]) for name in WORLD_NUMBERS}
        things, slots = [], {}
        for i in range(MAX_THINGS):
            token = latents[1 + i]
            if token[THING["present"]][0] <= 0:
                continue
            slots[i] = len(things)
            distance = ((self.matrix - token[THING["code"]]) ** 2).sum(1)
            thing = {"kind": self.kinds[int(distance.argmin())], "slot": i}
            for field, values in THING_FIELDS.items():
                thing[field] = values[int(token[THING[field]].argmax())]
            thing["variant"], thing["count"] = int(thing["variant"]), int(thing["count"])
            thing["right"] = bool(token[THING["right"]][0] > 0)
            for name in THING_NUMBERS:
                thing[name] = self._plain(name, token[THING[name]][0])
            things.append(thing)
        for thing in things:
            parent = None if thing["parent"] == "none" else slots.get(int(thing["parent"]))
            thing["parent"] = None if parent is not None and things[parent] is thing else parent
        return {"world": world, "things": things}

    def _standard(self, name: str, value: float) -> float:
        mean, spread = self.statistics[name]
        return (_number(name, value) - mean) / spread

    def _plain(self, name: str, value: float) -> float:
        mean, spread = self.statistics[name]
        plain = float(value) * spread + mean
        if name == "height":
            return min(max(math.exp(plain), 0.02), 1.2)
        return min(max(plain, 0.0), 1.0)
