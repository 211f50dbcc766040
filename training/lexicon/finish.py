"""The last steps of build.py: ids of words, codes of things, and the files."""
import collections
import json
import pathlib

import codes
import layout
import vectors
from lists import ROUGHLY, SAID

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "models/plantain-tiny/text_encoder"
SPECIAL = ["[UNK]", "[NONE]", "[TEXT]"]  # an unknown unit, no wording at all, lettering
FREQUENT = 18_000


def phrases(lexicon, text: str) -> list[str]:
    """Lemmas of the units of a text, as features.py finds them."""
    from features import Lexicon as Runtime  # noqa: PLC0415
    if not hasattr(lexicon, "runtime"):
        lexicon.runtime = Runtime({"meanings": [], "things": [], "ofThing": [], "marks": lexicon.marks,
                                   "entries": dict.fromkeys(lexicon.entries, [])})
    tokens = lexicon.normal(text).split(" ")
    return [lexicon.entries.get(s, {}).get("as") or s for s in lexicon.runtime.phrases(tokens, lexicon.runtime.language(tokens))]


def texts() -> list[str]:
    """What people and the grammar write."""
    import random  # noqa: PLC0415
    found = []
    for path in sorted((ROOT / "training/data").glob("*.jsonl")):
        for line in path.read_text().splitlines():
            item = json.loads(line)
            found += [item["prompt"]] * 3 if "prompt" in item else []
    try:
        import captions, specs  # noqa: E401, PLC0415
        rng = random.Random("vocabulary")
        found += [captions.caption(spec, rng) for spec in (specs.sample(rng) for _ in range(20_000))]
    except Exception as error:  # the grammar is a colleague of this file, not a part of it
        print("captions not used for the vocabulary:", repr(error)[:120])
    return found


def vocabulary(lexicon, catalog: list[dict], space, size: int, fresh: bool) -> dict[str, int]:
    """{lemma: id}. Ids that are there stay; the most useful new words fill up."""
    path = OUT / "tokenizer.json"
    vocab = {} if fresh or not path.exists() else json.loads(path.read_text())["model"]["vocab"]
    for word in SPECIAL:
        vocab.setdefault(word, len(vocab))
    counts = collections.Counter()
    for text in texts():
        counts.update(phrases(lexicon, text))
    order = [w for w, n in counts.most_common() if n >= 2]
    order += [lexicon.normal(e["id"]) for e in catalog]
    hand = [s for s, e in lexicon.entries.items() if e["as"] is None and " " not in s
            and any(f != "thing" and w == SAID for (f, _), w in e["meanings"].items())]
    rank = space.index
    rest = sorted((w for w in hand if w in rank), key=rank.__getitem__) + space.words[:1500]
    full = max(len(vocab), int(size * 0.85))  # room for what later captions say
    for word in order + rest:
        if len(vocab) >= (size if word in counts else full):
            break
        if word and word not in vocab:
            vocab[word] = len(vocab)
    return vocab


def write(lexicon, catalog: list[dict], space, wordnet, fresh: bool, tokenizer: dict, size: int, max_units: int) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    old_path = OUT / "features.json"
    old = None if fresh or not old_path.exists() else json.loads(old_path.read_text())
    table, norm = codes.make(catalog, space, old)
    mean, closest = codes.nearest({e["id"]: table[e["id"]] for e in catalog})
    print(f"codes: mean distance {mean:.2f}, closest {closest[:6]}")

    # A unit without a vector of its own borrows that of the thing that it is.
    first_name = {e["id"]: lexicon.normal(e["names"][0] if e["names"] else e["id"]) for e in catalog}
    for surface, entry in lexicon.entries.items():
        if not any(w in space.index for w in (entry["as"] or surface.rpartition("|")[2]).split(" ")):
            thing = next((v for f, v in entry["meanings"] if f == "thing"), None)
            if thing is not None and first_name[thing] != surface:
                entry["as"] = first_name[thing]

    vocab = vocabulary(lexicon, catalog, space, size, fresh)
    words = dict.fromkeys(space.words[:FREQUENT])
    for surface, entry in lexicon.entries.items():
        for word in (entry["as"] or surface.rpartition("|")[2]).split(" "):
            if word in space.index:
                words.setdefault(word)
    vectors.write(OUT / "vectors.bin", space, list(words))

    drop_coloured(lexicon.entries)
    things = [e["id"] for e in catalog]
    number = {m: i for i, m in enumerate(lexicon.meanings)}
    number |= {("thing", t): len(lexicon.meanings) + i for i, t in enumerate(things)}
    entries = {}
    for surface in sorted(lexicon.entries):
        entry = lexicon.entries[surface]
        packed = [number[m] * 4 + way for m, way in entry["meanings"].items()]
        entries[surface] = [entry["as"], *packed] if entry["as"] else packed
    of_thing = [[number["category", e["category"]]] for e in catalog]
    dump(OUT / "lexicon.json", {
        "about": "surface, or language|surface -> [lemma?, 4 * meaning + (0 said, 1 roughly, 2 likely)]; meanings first, then things; "
                 "marks: words that tell a language, and with ? those that English has too",
        "meanings": lexicon.meanings, "things": things, "ofThing": of_thing, "marks": lexicon.marks, "entries": entries})
    dump(OUT / "tokenizer.json", tokenizer | {"model": tokenizer["model"] | {"vocab": vocab}})
    dump(old_path, {
        "about": "Features of a unit of text, float32: see training/features.py and docs of layout in training/lexicon/layout.py",
        "width": layout.WIDTH, "maxUnits": max_units, "vocabulary": size, "likely": 0.5, "layout": layout.layout(),
        "codes": table, "codeNorm": norm})
    print(f"{len(entries)} entries, {len(vocab)} ids of {size}, {len(words)} vectors;",
          {p.name: f"{p.stat().st_size / 1e6:.2f} MB" for p in sorted(OUT.glob("*")) if p.suffix in (".json", ".bin")})


COLOURS = "red orange yellow green blue purple pink brown black gray grey white gold golden silver".split()
# Here the colour is a part of the name for everybody.
OWN_NAMES = {"red panda", "yellow jacket", "black pudding", "black tie", "white tie", "silver dollar", "green beans", "pink lady"}


def drop_coloured(entries: dict) -> None:
    """Whoever says "green dragon" means a dragon that is green, and not the plant of that name that WordNet knows."""
    def thing(surface: str) -> tuple[str, int] | None:
        found = [(value, way) for (field, value), way in entries.get(surface, {"meanings": {}})["meanings"].items() if field == "thing"]
        return found[0] if found else None
    for surface in list(entries):
        colour, _, noun = surface.partition(" ")
        lemma = entries[surface]["as"] or surface
        if colour not in COLOURS or lemma in OWN_NAMES:
            continue
        whole, head = thing(surface), thing(noun)
        if whole and head and whole[1] == ROUGHLY and head[1] == SAID and whole[0] != head[0]:
            del entries[surface]


def dump(path: pathlib.Path, data: dict) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")
