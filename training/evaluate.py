"""How well scenes obey: facets of a spec checked on a scene. Used during training on fresh specs and on prompts kept out of it."""
import random

import numpy as np
import torch

import captions
import specs
from data import Examples
from latents import Latents
from sample import sample
from scenes import CATALOG
from vocabulary import WORLD_FLAGS


def facets(spec: dict, scene: dict) -> list[tuple[str, bool]]:
    """(name of the facet, does it hold) for everything that the spec says."""
    found: list[tuple[str, bool]] = []
    free = list(range(len(scene["things"])))
    match: dict[int, int] = {}

    def fit(want: dict, index: int) -> float:
        thing = scene["things"][index]
        if thing["kind"] != want["kind"]:
            return -1
        return 1 + (thing["color"] == want.get("color", "auto")) + (thing["count"] == want.get("count", 1)) + (thing["state"] == want.get("state", "none"))

    for n, want in enumerate(spec.get("things", [])):
        best = max(free, key=lambda i: fit(want, i), default=None)
        ok = best is not None and fit(want, best) > 0
        found.append(("object", ok))
        if ok:
            free.remove(best)
            match[n] = best
        thing = scene["things"][best] if ok else None
        for name in ("color", "count", "state", "material"):
            if name in want:
                found.append((name, thing is not None and thing[name] == want[name]))
        if "plural" in want:
            found.append(("count", thing is not None and thing["count"] >= 2))
        if "region" in want and want["region"] in ("left", "right", "top left", "top right", "bottom left", "bottom right"):
            side = "left" if "left" in want["region"] else "right"
            found.append(("region", thing is not None and (thing["x"] < 0.42 if side == "left" else thing["x"] > 0.58)))
    for a, relation, b in spec.get("relations", []):
        if isinstance(a, int) and isinstance(b, int):
            found.append(("relation", a in match and b in match and holds(scene["things"], match[a], relation, match[b])))
    for field, value in spec.get("world", {}).items():
        if not isinstance(value, float) or field in WORLD_FLAGS:
            if isinstance(value, (str, bool)):
                found.append((field, scene["world"][field] == value))
    for name in spec.get("avoid", []):
        found.append(("avoid", not any(t["kind"] == name or CATALOG[t["kind"]]["category"] == name for t in scene["things"])))
    return found


def holds(things: list[dict], i: int, relation: str, j: int) -> bool:
    one, other = things[i], things[j]
    support = {"on": ("on",), "in": ("in", "on"), "under": ("under",), "riding": ("on",)}
    if relation in support:
        return one["parent"] == j and one["support"] in support[relation]
    if relation == "wearing":
        return other["parent"] == i and other["support"] == "worn"
    if relation == "holding":
        return other["parent"] == i and other["support"] == "held"
    if relation == "left of":
        return one["x"] < other["x"] - 0.04
    if relation == "right of":
        return one["x"] > other["x"] + 0.04
    if relation == "above":
        return one["y"] < other["y"] - 0.5 * other["height"]
    if relation == "below":
        return other["y"] < one["y"] - 0.5 * one["height"]
    if relation == "behind":
        return one["y"] < other["y"] + 0.01
    if relation == "in front of":
        return one["y"] > other["y"] - 0.01
    return abs(one["x"] - other["x"]) < 0.6


def scenes_for(text_encoder, composer, features, codec: Latents, texts: list[str], steps=12, guidance=2.0, seed=0) -> list[dict]:
    rows = [features.encode(t) for t in texts]
    rows = [r[:48] if len(r) else np.array([features.empty]) for r in rows]
    longest = max(len(r) for r in rows)
    padded, mask = np.zeros((len(rows), longest), np.int64), np.zeros((len(rows), longest), np.float32)
    for n, r in enumerate(rows):
        padded[n, : len(r)] = r
        mask[n, len(r) :] = -1e4
    padded = torch.from_numpy(padded)
    empty = torch.tensor([[features.empty]])
    latents = sample(text_encoder, composer, features.ids_tensor[padded], features.table_tensor[padded], torch.from_numpy(mask),
                     (features.ids_tensor[empty], features.table_tensor[empty]), steps, guidance, seed)
    return [codec.decode(x.numpy()) for x in latents]


def report(pairs: list[tuple[dict, dict]]) -> dict:
    rows = [facets(spec, scene) for spec, scene in pairs]
    kinds: dict[str, list[bool]] = {}
    for row in rows:
        for name, ok in row:
            kinds.setdefault(name, []).append(ok)
    every = [ok for row in rows for _, ok in row]
    return {"all": round(float(np.mean(every)), 3), "whole": round(float(np.mean([all(ok for _, ok in row) for row in rows])), 3),
            **{k: round(float(np.mean(v)), 2) for k, v in sorted(kinds.items()) if len(v) >= 4}}


@torch.no_grad()
def quick(text_encoder, composer, features, codec: Latents) -> dict:
    rng = random.Random("check")
    fresh = [specs.sample(rng) for _ in range(160)]
    texts = [captions.caption(s, rng) for s in fresh]
    kept = Examples.kept_out()[:160]
    out = {}
    for name, pairs in (("fresh", list(zip(texts, fresh))), ("handwritten", kept)):
        scenes = scenes_for(text_encoder, composer, features, codec, [t for t, _ in pairs])
        out[name] = report([(s, scene) for (_, s), scene in zip(pairs, scenes)])
    return out
