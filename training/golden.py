"""Writes packages/scene/golden/latents.json: scenes and their latents by latents.py, which the TypeScript twin must reproduce."""
import base64
import json
import random

import numpy as np

import specs
from latents import Latents, Statistics
from scenes import complete
from vocabulary import ROOT, THING_NUMBERS, WORLD_NUMBERS


def main() -> None:
    rng = random.Random(4)
    scenes = [complete(specs.sample(rng), rng) for _ in range(6)]
    kinds = sorted({thing["kind"] for scene in scenes for thing in scene["things"]})
    codes = {kind: np.array([round(rng.gauss(0, 1), 3) for _ in range(32)], np.float32) for kind in kinds}
    statistics = {name: (round(rng.uniform(-0.5, 0.7), 3), round(rng.uniform(0.1, 0.6), 3)) for name in WORLD_NUMBERS + THING_NUMBERS}
    codec = Latents(Statistics(statistics), codes)
    cases = [{"scene": scene, "latents": base64.b64encode(codec.encode(scene).astype("<f4").tobytes()).decode()} for scene in scenes]
    out = {"about": "python training/golden.py", "statistics": statistics, "codes": {k: v.tolist() for k, v in codes.items()}, "cases": cases}
    (ROOT / "packages/scene/golden/latents.json").write_text(json.dumps(out) + "\n")


if __name__ == "__main__":
    main()
