"""Training examples, made on the fly: a wish, its wording, a scene in which it holds, and what of the scene is held as given.

Half are specs with captions from the grammar, half hand-written prompts, many of these with words swapped. A worker process makes
batches ahead; nothing is stored on disk. Everything follows from (seed, batch number), so a run can be resumed anywhere.
"""
import random

import numpy as np

import captions
import handwritten
import specs
from latents import Latents, Statistics, THING, TOKENS, WIDTH, WORLD
from scenes import complete
from vocabulary import MAX_THINGS, WORLD_FIELDS, WORLD_FLAGS

WORLD_GROUPS = [["land", "water", "cover", "horizon", "relief", "shore"], ["season", "cover"], ["time", "sun", "moon", "sunX", "sunY", "drama"],
                ["weather", "clouds", "haze", "intensity", "lightning", "rainbow"], ["style"], ["light", "grade"], ["backdrop"], ["focus", "viewpoint"]]
KEPT_OUT = 12  # every twelfth hand-written prompt is for checks only
THING_GROUPS = [["color"], ["material"], ["state"], ["count"], ["x", "y"], ["height"], ["code", "variant"], ["right"]]
FACTS = ["color", "material", "state", "count"]  # of a thing, besides what it is
CARRYING = {"on", "in", "inside", "under", "riding", "wearing", "holding"}


class Examples:
    def __init__(self, features, prompts: float = 0.5):
        self.features = features
        self.prompts = [p for n, p in enumerate(handwritten.load()) if n % KEPT_OUT]
        self.share = prompts

    @staticmethod
    def kept_out() -> list[tuple[str, dict]]:
        """Hand-written prompts that are never trained on."""
        return [(p[0], p[1]) for n, p in enumerate(handwritten.load()) if n % KEPT_OUT == 0]

    def wish(self, rng: random.Random) -> tuple[str, dict]:
        """(wording, spec)."""
        if rng.random() < self.share:
            entry = rng.choice(self.prompts)
            text, spec = entry[0], entry[1]
            return handwritten.augment(text, spec, rng) if rng.random() < 0.6 else (text, spec)
        spec = specs.sample(rng)
        return captions.caption(spec, rng), spec

    def scene(self, rng: random.Random) -> tuple[np.ndarray, dict, dict]:
        """(rows of the wording's units, scene, spec). Things take their slots in the order in which the wording names them."""
        text, spec = self.wish(rng)
        rows = self.features.encode(text)
        spec = by_mention(spec, rows, self.features)
        return rows, complete(spec, rng), spec


def by_mention(spec: dict, rows: np.ndarray, features) -> dict:
    things = spec.get("things", [])
    if len(things) < 2:
        return spec
    first: dict[str, int] = {}
    for place, row in enumerate(rows):
        for kind in features.kinds_of(int(row)):
            first.setdefault(kind, place)
    used: dict[str, int] = {}
    keys = []
    for n, thing in enumerate(things):
        keys.append((first.get(thing["kind"], 1000), n))
        used[thing["kind"]] = n
    order = [n for _, n in sorted(keys)]
    place = {old: new for new, old in enumerate(order)}
    relations = [[place[a] if isinstance(a, int) else a, r, place[b] if isinstance(b, int) else b] for a, r, b in spec.get("relations", [])]
    return {**spec, "things": [things[n] for n in order], "relations": relations}


def hold_mask(scene: dict, spec: dict, rng: random.Random) -> tuple[dict, np.ndarray]:
    """(scene, [TOKENS, WIDTH]): 1 where the latents are given. All 0 is making a scene from the wording alone.

    Given is what the wording was read to say (`_said`; the scene's things may change their order for it), or what an edit leaves alone.
    """
    hold = np.zeros((TOKENS, WIDTH), np.float32)
    draw = rng.random()
    count = len(scene["things"])
    if draw < 0.34:
        return scene, hold
    if draw < 0.7:
        return _said(scene, spec, hold, rng)
    hold[:] = 1
    if draw < 0.79:  # the world, or parts of it, changes under things that stay
        for group in rng.sample(WORLD_GROUPS, rng.randint(1, 3)) if rng.random() < 0.8 else WORLD_GROUPS:
            for name in group:
                hold[0, WORLD[name]] = 0
    elif draw < 0.92:  # things are added or made anew; empty slots may be filled
        slots = rng.sample(range(MAX_THINGS), rng.randint(1, 3)) + ([rng.randrange(count)] if count else [])
        known = rng.random() < 0.6  # what is added is known, not where it goes
        for slot in slots:
            hold[1 + slot] = 0
            if known and slot < count:
                for name in ("present", "code", *(f for f in FACTS if rng.random() < 0.8)):
                    hold[1 + slot, THING[name]] = 1
        if rng.random() < 0.5:
            hold[1 + count :] = 0
    else:  # an attribute of some things
        for slot in range(count):
            if rng.random() < 0.6:
                for group in rng.sample(THING_GROUPS, rng.randint(1, 2)):
                    for name in group:
                        hold[1 + slot, THING[name]] = 0
    return scene, hold


def _said(scene: dict, spec: dict, hold: np.ndarray, rng: random.Random) -> tuple[dict, np.ndarray]:
    """What families/plantain/known.ts reads off a wording: kinds and their facts, what carries what, fields of the world; never all of it."""
    wanted, count = spec.get("things", [])[:MAX_THINGS], len(scene["things"])
    found = [i for i in range(count) if rng.random() < 0.9]
    if len(found) < count and rng.random() < 0.6:  # a thing that was not read leaves its slot to the next
        order = found + [i for i in range(count) if i not in found]
        scene = {**scene, "things": [{**scene["things"][i], "parent": None if scene["things"][i]["parent"] is None else order.index(scene["things"][i]["parent"])} for i in order]}
    else:
        order = list(range(count))
    unsaid = rng.random() < 0.6  # what is not said of a thing is as it comes: its own colour, one of it
    for slot, i in enumerate(order):
        if i not in found:
            continue
        hold[1 + slot, THING["present"]] = hold[1 + slot, THING["code"]] = 1
        for name in FACTS:
            said = name in wanted[i] or name == "count" and "plural" in wanted[i]
            if (rng.random() < 0.88 and not (name == "count" and "plural" in wanted[i])) if said else unsaid:
                hold[1 + slot, THING[name]] = 1
    carried = rng.random() < 0.8
    for a, relation, b in spec.get("relations", []):
        if carried and relation in CARRYING and isinstance(a, int) and isinstance(b, int) and a in found and b in found:
            child = b if relation in ("wearing", "holding") else a
            if scene["things"][order.index(child)]["parent"] is not None:
                hold[1 + order.index(child), THING["support"]] = hold[1 + order.index(child), THING["parent"]] = 1
    if unsaid:  # what nothing is said to carry stands by itself
        for slot, i in enumerate(order):
            if i in found and scene["things"][slot]["parent"] is None and rng.random() < 0.9:
                hold[1 + slot, THING["parent"]] = 1
    if len(found) == count and rng.random() < 0.75:
        hold[1 + count :, THING["present"]] = 1  # and nothing else
    for name in spec.get("world", {}):
        if (name in WORLD_FIELDS or name in WORLD_FLAGS) and rng.random() < 0.85:
            hold[0, WORLD[name]] = 1
    return scene, hold


def loss_weights(latents: np.ndarray) -> np.ndarray:
    """[TOKENS, WIDTH]: unused places count nothing, an absent thing's places little, a code (32 numbers, one fact) less each."""
    weights = np.zeros((TOKENS, WIDTH), np.float32)
    for name in WORLD:
        weights[0, WORLD[name]] = 2.0 if name in WORLD_FIELDS else 1.0
    present = latents[1:, THING["present"]][:, 0] > 0
    for name in THING:
        heavy = {"present": 4.0, "code": 0.6, "x": 1.5, "y": 1.5, "height": 1.5, "support": 1.0, "variant": 0.2, "right": 0.3}.get(name, 2.0)
        weights[1:, THING[name]] = np.where(present, heavy, 4.0 if name == "present" else 0.02)[:, None]
    return weights


def batches(examples: Examples, codec: Latents, seed: int, number: int, size: int, max_units: int, count: int = 4) -> list[dict[str, np.ndarray]]:
    """`count` batches with wordings of like length together, so that little of the work is padding; in random order."""
    rng = random.Random(f"{seed}/{number}")
    made = []
    for _ in range(size * count):
        units, scene, spec = examples.scene(rng)
        if rng.random() < 0.1 or len(units) == 0:
            units = np.array([examples.features.empty], np.int32)  # no wording: what guidance contrasts with
        made.append((units[:max_units], *hold_mask(scene, spec, rng)))
    made.sort(key=lambda pair: len(pair[0]))
    groups = [made[n * size : (n + 1) * size] for n in range(count)]
    rng.shuffle(groups)
    return [_batch(group, codec) for group in groups]


def _batch(group: list, codec: Latents) -> dict[str, np.ndarray]:
    size = len(group)
    lengths = np.array([len(units) for units, *_ in group], np.int32)
    rows = np.zeros((size, -(-int(lengths.max()) // 4) * 4), np.int32)
    latents = np.zeros((size, TOKENS, WIDTH), np.float32)
    hold, weights = np.zeros_like(latents), np.zeros_like(latents)
    for n, (units, scene, held) in enumerate(group):
        rows[n, : len(units)] = units
        latents[n] = codec.encode(scene)
        hold[n] = held
        weights[n] = loss_weights(latents[n])
    return {"rows": rows, "lengths": lengths, "latents": latents, "hold": hold, "weights": weights}


def statistics(examples: Examples, count: int = 4000) -> Statistics:
    rng = random.Random("statistics")
    return Statistics.measure([examples.scene(rng)[1] for _ in range(count)])
