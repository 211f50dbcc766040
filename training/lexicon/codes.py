"""The code of a thing: 32 numbers, half what its name means (like things lie near), half its own (no two are confused)."""
import hashlib

import numpy as np

from layout import CODE

MEANING, OWN = 0.62, 0.78


def own(name: str) -> np.ndarray:
    """A fixed random direction for a name."""
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "little")
    direction = np.random.Generator(np.random.Philox(seed)).standard_normal(CODE)
    return direction / np.linalg.norm(direction)


def raw(entry: dict, space) -> np.ndarray:
    vectors = (space.of(name) for name in [entry["id"], *entry["names"]])
    meaning = next((v for v in vectors if v is not None), None)
    if meaning is None:
        return own(entry["id"])
    meaning = meaning[:CODE].astype(np.float64)
    return MEANING * meaning / np.linalg.norm(meaning) + OWN * own(entry["id"])


def make(catalog: list[dict], space, old: dict | None) -> tuple[dict[str, list[float]], dict]:
    """({thing: code}, the normalisation). Codes that are there already stay, so that a trained composer keeps its words."""
    table = {entry["id"]: raw(entry, space) for entry in catalog}
    if old is None:
        matrix = np.stack(list(table.values()))
        norm = {"mean": matrix.mean(0).round(6).tolist(), "spread": matrix.std(0).round(6).tolist()}
        kept = {}
    else:
        norm, kept = old["codeNorm"], old["codes"]
    mean, spread = np.array(norm["mean"]), np.array(norm["spread"])
    codes = {k: kept.get(k) or ((v - mean) / spread).round(4).tolist() for k, v in table.items()}
    return {**kept, **codes}, norm


def nearest(codes: dict[str, list[float]]) -> tuple[float, list[tuple[float, str, str]]]:
    """(mean distance, the closest pairs)."""
    names, matrix = list(codes), np.array(list(codes.values()))
    distance = np.sqrt(np.maximum(((matrix[:, None] - matrix[None]) ** 2).sum(-1), 0))
    rows, columns = np.triu_indices(len(names), 1)
    order = distance[rows, columns].argsort()[:12]
    pairs = [(round(float(distance[rows[i], columns[i]]), 2), names[rows[i]], names[columns[i]]) for i in order]
    return float(distance[rows, columns].mean()), pairs
