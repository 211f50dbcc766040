"""Writes the vectors by which the TypeScript encoder is held to this one: packages/scene/src/words/golden/features.json."""
import json
import pathlib
import sys

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))
from features import Features  # noqa: E402

OWN = [
    "", " ", "a red house by a lake with two pine trees, golden hour", "Three CATS (no dogs!) in a hot-air balloon — “Hello, World!”",
    "ein roter Apfel auf einem Tisch, daneben drei grüne Birnen", "un gato negro sobre una casa roja al atardecer, estilo acuarela",
    "l'été, un château au bord d'un lac, 3 cygnes blancs", "山上有一座红色的房子，日落，水彩画", "赤いりんごとスノーボード、夜の海", "पहाड़ों पर एक लाल घर, सूर्यास्त",
    "🐱 and 👩🏽‍🍳 under a ☂️", "a dog’s bowl that says BRUNO; the cat's 'Mr. Whiskers'", "zxqv flibbertigibbet ﬁsh １２ ½ x²", "tab\there\nnew line\u00a0nbsp\u3000wide",
    "naïve café Ångström İstanbul ΣΟΦΟΣ straße", "a spaniel, a yacht and a stethoscope", "8-bit pixel/art_style, close-up!!", "ﾊﾝｸﾞﾙ 한국 ภาษา العربية",
    "a tabel tnenis paddle, an umbrela, beutiful mountians, a kangeroo on a skatebord, KORAL sunrize cofee Zanzibarr",
    "epic cosy lonely: dark blue, white background, no people, without cars",
]


def main() -> None:
    features = Features()
    texts = list(OWN)
    for name in ("everyday", "composed"):
        lines = (ROOT / f"training/data/prompts-{name}.jsonl").read_text().splitlines()
        texts += [json.loads(line)["prompt"] for line in lines[::25]]
    cases, weights = [], np.arange(1, features.width + 1)
    for text in texts:
        rows = features.encode(text)
        if len(rows) == 0:
            rows = np.array([features.empty])
        sums = (features.table[rows].astype(np.float64) * weights).sum(1)
        cases.append({"text": text, "units": [s for _, s in features.units(text)], "ids": features.ids[rows].tolist(), "sums": sums.round(9).tolist()})
    path = ROOT / "packages/scene/src/words/golden/features.json"
    path.write_text(json.dumps({"command": "python training/lexicon/golden.py", "cases": cases}, ensure_ascii=False, indent=0) + "\n")


if __name__ == "__main__":
    main()
