"""The taste of the model: a whole scene for what was said.

`complete(spec, rng)` lays a scene out as a good illustrator would sketch it: a place that fits the subjects, thirds and diagonals,
sizes by the real ones (compressed, so that a mouse beside a barn can be seen), feet on the ground, depth by height in the frame,
light, weather and mood that move together. What the spec says always holds; what it leaves open is drawn anew each time, so that
two seeds of one prompt differ as two sketches of one hand do. A spec is described in specs.py.
"""
import math
import random

from vocabulary import INDOOR, MAX_COUNT, MAX_THINGS, catalog

CATALOG = {entry["id"]: entry for entry in catalog()}
SIZES = {"tiny": 0.45, "small": 0.66, "large": 1.35, "huge": 1.75}

# Where a subject is at home, with weights, when the spec names no place. By kind first, then by category.
HOMES = {
    "animal": "meadow 4 hills 2 forest 2 field 1 park 1", "bird": "park 2 meadow 2 sky 1 hills 1 garden 1", "insect": "garden 4 meadow 2",
    "fish": "underwater 1", "plant": "garden 3 meadow 2 park 1", "tree": "hills 3 meadow 3 park 1", "building": "hills 3 meadow 3 village 1 field 1",
    "vehicle": "street 4 hills 1 city 1 field 1", "watercraft": "sea 4 beach 1 hills 1", "aircraft": "sky 3 mountains 1 hills 1",
    "food": "table 7 studio 2 kitchen 1", "drink": "table 7 studio 2 kitchen 1", "furniture": "living room 5 room 4 studio 1",
    "tool": "table 3 studio 2", "toy": "room 2 table 2 studio 1", "clothing": "studio 3 table 1", "instrument": "stage 2 room 2 studio 1",
    "sport": "park 2 studio 2", "electronics": "table 3 studio 2 room 1", "kitchen": "table 4 kitchen 2 studio 1", "symbol": "studio 1",
    "sign": "street 2 meadow 1 studio 1", "sky": "hills 2 meadow 2 mountains 1", "nature": "hills 2 mountains 2 meadow 2",
    "person": "park 3 meadow 2 street 2 studio 1 room 1 hills 1", "fantasy": "mountains 2 forest 2 hills 2", "part": "studio 1",
}
KIND_HOMES = {
    "camel": "desert 1", "cactus": "desert 3 table 1", "scorpion": "desert 1", "penguin": "snowfield 1", "polar bear": "snowfield 1", "seal": "snowfield 1 beach 1",
    "snowman": "snowfield 2 meadow 1", "igloo": "snowfield 1", "sled": "snowfield 1", "monkey": "jungle 1", "gorilla": "jungle 1",
    "orangutan": "jungle 1", "parrot": "jungle 1", "tiger": "jungle 1", "sloth": "jungle 1", "leopard": "jungle 1", "crocodile": "jungle 1", "toucan": "jungle 1",
    "lion": "field 2 desert 1", "zebra": "field 1", "giraffe": "field 1", "elephant": "field 2 jungle 1", "rhinoceros": "field 1", "hippopotamus": "field 1",
    "cow": "meadow 2 field 1 hills 1", "horse": "meadow 2 field 1 hills 1", "sheep": "meadow 2 hills 2", "goat": "mountains 1 hills 1", "pig": "field 1 meadow 1",
    "tractor": "field 1", "barn": "field 2 hills 1", "windmill": "field 2 hills 1", "scarecrow": "field 1", "haystack": "field 1", "rooster": "field 1 meadow 1",
    "lighthouse": "beach 2 island 1 sea 1", "crab": "beach 1", "shell": "beach 1", "palm tree": "beach 2 island 1", "surfboard": "beach 1",
    "whale": "sea 2 underwater 1", "dolphin": "sea 2 underwater 1", "shark": "underwater 1", "octopus": "underwater 1", "jellyfish": "underwater 1", "squid": "underwater 1",
    "coral": "underwater 1", "submarine": "underwater 1", "mermaid": "underwater 1", "lobster": "underwater 1 table 1", "seahorse": "underwater 1", "turtle": "beach 1 underwater 1",
    "astronaut": "moon 2 space 1", "rocket": "space 1 moon 1 sky 1", "satellite": "space 1", "ufo": "sky 1 space 1", "planet": "space 1", "alien": "moon 1 space 1",
    "castle": "hills 2 mountains 2", "dragon": "mountains 2 hills 1", "deer": "forest 2 meadow 1", "fox": "forest 2 meadow 1", "bear": "forest 2 mountains 1",
    "owl": "forest 1", "squirrel": "forest 1 park 1", "wolf": "forest 2 mountains 1", "mushroom": "forest 1", "hedgehog": "forest 1 garden 1", "pine tree": "mountains 2 hills 2 forest 1",
    "cat": "room 2 garden 2 meadow 1 living room 1", "dog": "park 3 meadow 2 living room 1", "duck": "park 2 meadow 1", "swan": "park 1 hills 1", "frog": "garden 1 forest 1",
    "bed": "bedroom 1", "bench": "park 3 garden 1 street 1", "street lamp": "street 2 park 1", "fountain": "park 1 street 1", "traffic light": "street 1",
    "fire hydrant": "street 1", "mailbox": "street 1 village 1", "bus stop": "street 1", "taxi": "street 2 city 1", "tent": "forest 1 mountains 1",
    "campfire": "forest 2 mountains 1", "hot air balloon": "hills 2 mountains 2 field 1", "piano": "stage 1 room 1 living room 1", "volcano": "island 1 volcano 1",
    "bicycle": "street 2 park 2", "fence": "meadow 1 hills 1", "flower": "garden 1 meadow 1", "tulip": "garden 1 field 1", "sunflower": "field 2 garden 1", "rose": "garden 2 studio 1",
}
WATER_LANDS = {"sea", "beach", "island", "underwater"}
OPEN_LANDS = {"mountains", "hills", "meadow", "field", "forest", "jungle", "park", "garden", "village", "desert", "canyon", "snowfield", "volcano"}
HORIZONS = {"mountains": 0.56, "sky": 0.82, "sea": 0.5, "table": 0.52, "studio": 0.6, "street": 0.52, "city": 0.62, "underwater": 0.55, "space": 0.75, "moon": 0.6}
RELIEFS = {"mountains": 0.62, "volcano": 0.66, "canyon": 0.5, "hills": 0.32, "forest": 0.45, "jungle": 0.5, "city": 0.55, "snowfield": 0.35, "island": 0.4, "village": 0.3}


def pick(rng: random.Random, weights: str) -> str:
    names, numbers = [], []
    for part in weights.replace("  ", " ").split(" "):
        if part[0].isdigit():
            numbers.append(float(part))
        elif len(names) > len(numbers):
            names[-1] += " " + part
        else:
            names.append(part)
    return rng.choices(names, numbers)[0]


def around(rng: random.Random, middle: float, spread: float, low: float = 0.0, high: float = 1.0) -> float:
    return min(max(rng.gauss(middle, spread), low), high)


def complete(spec: dict, rng: random.Random) -> dict:
    """A scene (the JSON of packages/core/src/scene.ts, without `seed` and ids) in which everything that `spec` says holds."""
    said = spec.get("world", {})
    wanted = spec.get("things", [])[:MAX_THINGS]
    relations = [r for r in spec.get("relations", []) if max([v for v in (r[0], r[2]) if isinstance(v, int)]) < len(wanted)]
    world = _world(said, wanted, relations, rng)
    things = _things(world, wanted, relations, rng)
    return {"world": world, "things": things}


# --- the world -------------------------------------------------------------------------------------------------------------

def _world(said: dict, wanted: list[dict], relations: list, rng: random.Random) -> dict:
    w = dict(said)
    if w.get("weather") == "snow" or w.get("cover") == "snow":
        w.setdefault("season", "winter")
    if w.get("moon", "none") != "none" or w.get("aurora"):
        w.setdefault("time", "night")
    if w.get("lightning"):
        w.setdefault("weather", "storm")
    if "land" not in w:
        w["land"] = _home(w, wanted, relations, rng)
    land = w["land"]
    inside = land in INDOOR
    w.setdefault("season", _season(w, rng))
    w.setdefault("time", _time(w, rng))
    w.setdefault("weather", pick(rng, "clear 6 cloudy 4 overcast 0.4 windy 0.3") if not inside else "clear")
    if w["season"] == "winter" and not inside and "cover" not in w and land not in ("sea", "underwater", "space", "moon", "street", "city", "desert"):
        w["cover"] = "snow"
    night = w["time"] == "night"
    w.setdefault("water", _water(land, rng))
    w.setdefault("cover", _cover(w, rng))
    w.setdefault("moon", pick(rng, "full 5 crescent 3 none 2") if night and not inside and land not in ("underwater", "space") else "none")
    w.setdefault("style", "natural")
    w.setdefault("viewpoint", "eye level")
    w.setdefault("light", _light(w, rng))
    w.setdefault("grade", "none")
    w.setdefault("backdrop", _backdrop(w, wanted, rng))
    clear = w["weather"] in ("clear", "cloudy", "windy")
    w.setdefault("sun", bool(not night and clear and not inside and land not in ("underwater", "forest", "jungle") and rng.random() < (0.85 if w["time"] in ("dawn", "sunset", "golden hour") else 0.4)))
    for flag in ("rainbow", "aurora", "lightning"):
        w.setdefault(flag, flag == "lightning" and w["weather"] == "storm" and rng.random() < 0.6)
    _numbers(w, wanted, rng)
    return w


def _home(w: dict, wanted: list[dict], relations: list, rng: random.Random) -> str:
    if w.get("water") == "sea":
        return pick(rng, "sea 3 beach 2")
    if w.get("water") == "waterfall":
        return pick(rng, "mountains 3 forest 2 jungle 2")
    if w.get("water") in ("lake", "river", "pond"):
        return pick(rng, "mountains 3 hills 3 meadow 2 forest 1 park 1")
    if w.get("cover") in ("crops",):
        return "field"
    if w.get("cover") == "road":
        return pick(rng, "hills 2 street 2 field 1")
    if w.get("backdrop", "auto") != "auto":
        return "studio"
    if w.get("rainbow") or w.get("aurora") or w.get("moon", "none") != "none" or w.get("weather", "clear") != "clear" or w.get("season"):
        outdoors = True
    else:
        outdoors = False
    if w.get("viewpoint") == "portrait" and not outdoors:
        return pick(rng, "studio 6 garden 1 park 1")
    if not wanted:
        return pick(rng, "mountains 3 hills 3 meadow 2 forest 1")
    # The subject that is pickiest about its place decides: what stands on another thing goes where that one goes.
    carried = {r[0] for r in relations if r[1] in ("on", "in", "under", "wearing", "holding") and isinstance(r[2], int)} | \
              {r[2] for r in relations if r[1] in ("wearing", "holding", "riding") and isinstance(r[2], int)}
    deciders = [t for i, t in enumerate(wanted) if i not in carried] or wanted
    order = ["aircraft", "sky", "watercraft", "building", "vehicle", "tree", "person", "animal", "furniture"]
    deciders = sorted(deciders, key=lambda t: (t["kind"] not in KIND_HOMES, rng.random()))
    by_category = [t for c in order for t in deciders if CATALOG[t["kind"]]["category"] == c]
    leader = deciders[0] if deciders[0]["kind"] in KIND_HOMES or not by_category else by_category[0]
    home = KIND_HOMES.get(leader["kind"]) or HOMES.get(CATALOG[leader["kind"]]["category"], "studio 1")
    land = pick(rng, home)
    big = any(CATALOG[t["kind"]]["height"] > 2.5 and not CATALOG[t["kind"]].get("indoor") for t in wanted)
    if outdoors and land in INDOOR or big and land in ("table", "studio", "kitchen", "living room", "room", "bedroom"):
        land = pick(rng, "meadow 2 hills 2 park 1 garden 1")
    if land == "table" and any(not CATALOG[t["kind"]].get("indoor") and CATALOG[t["kind"]]["height"] > 0.7 for t in wanted):
        land = "studio" if rng.random() < 0.5 else "room"
    if land == "underwater" and any(CATALOG[t["kind"]]["category"] in ("building", "vehicle", "tree", "watercraft") for t in wanted):
        land = pick(rng, "sea 1 beach 1")
    return land


def _season(w: dict, rng: random.Random) -> str:
    if w["land"] == "snowfield":
        return "winter"
    if w.get("cover") == "leaves":
        return "autumn"
    if w.get("cover") == "flowers":
        return pick(rng, "spring 3 summer 2")
    return pick(rng, "summer 6 spring 4 autumn 1.5 winter 0.4")


def _time(w: dict, rng: random.Random) -> str:
    if w["land"] in ("space",):
        return "night"
    if w.get("light") in ("candlelight", "neon"):
        return "night"
    if w.get("light") == "backlit":
        return pick(rng, "golden hour 3 sunset 1")
    return pick(rng, "morning 4 noon 3 afternoon 5 golden hour 3 sunset 1 dawn 0.6 dusk 0.5 night 0.3" if w["land"] not in INDOOR else "morning 3 noon 2 afternoon 3 golden hour 1 night 0.5")


def _water(land: str, rng: random.Random) -> str:
    if land in ("sea", "beach", "island"):
        return "sea"
    if land in ("mountains", "hills", "park") and rng.random() < 0.12:
        return pick(rng, "lake 3 river 2 pond 1")
    return "none"


def _cover(w: dict, rng: random.Random) -> str:
    if w["land"] in INDOOR | {"sea", "underwater", "space", "moon", "sky", "city"}:
        return "none"
    if w["season"] == "winter":
        return "snow" if w["land"] in OPEN_LANDS else "none"
    if w["land"] in ("beach", "desert", "island"):
        return "sand"
    if w["land"] == "field":
        return pick(rng, "crops 3 grass 1")
    if w["land"] == "street":
        return "road"
    if w["season"] == "autumn" and rng.random() < 0.4:
        return "leaves"
    flowers = 1.5 if w["season"] == "spring" else 0.8
    return pick(rng, f"grass 4 flowers {flowers} path 0.5 none 1 rocks 0.2")


def _light(w: dict, rng: random.Random) -> str:
    if w["land"] == "studio":
        return pick(rng, "studio 4 soft 3 spotlight 0.4 dramatic 0.4")
    if w["land"] == "stage":
        return "spotlight"
    if w["land"] == "table":
        return pick(rng, "soft 3 natural 2")
    return pick(rng, "natural 8 soft 1 dramatic 0.3")


def _backdrop(w: dict, wanted: list[dict], rng: random.Random) -> str:
    if w["land"] not in INDOOR:
        return "auto"
    color = pick(rng, "auto 6 white 2 gray 1 blue 1 teal 1 pink 1 yellow 1 green 1 orange 0.6 purple 0.6 brown 0.5")
    return "auto" if any(t.get("color") == color for t in wanted) else color  # a subject must stand off its ground


def _numbers(w: dict, wanted: list[dict], rng: random.Random) -> None:
    land, time = w["land"], w["time"]
    horizon = around(rng, HORIZONS.get(land, 0.54), 0.05, 0.3, 0.8)
    if w["viewpoint"] == "from above":
        horizon = around(rng, 0.26, 0.04, 0.2, 0.36)
    elif w["viewpoint"] == "low angle":
        horizon = around(rng, 0.72, 0.04, 0.62, 0.8)
    elif w["water"] in ("lake", "river", "pond") and land not in WATER_LANDS:
        horizon = around(rng, 0.48, 0.04, 0.36, 0.6)
    elif any(t.get("region") in ("top", "top left", "top right") or CATALOG[t["kind"]]["support"] == "air" for t in wanted) and land not in INDOOR:
        horizon = around(rng, 0.64, 0.04, 0.5, 0.78)
    night, low_sun = time == "night", time in ("dawn", "sunset", "golden hour", "dusk")
    stormy = w["weather"] in ("storm", "rain", "overcast", "fog", "snow")
    values = {
        "horizon": horizon,
        "relief": around(rng, RELIEFS.get(land, 0.22), 0.1, 0.03, 0.95),
        # The light stands at a third, on either side; rarely in the middle.
        "sunX": around(rng, rng.choice([0.28, 0.72]), 0.12, 0.05, 0.95),
        "sunY": around(rng, 0.14 if low_sun else 0.72 if time == "noon" else 0.5, 0.06 if low_sun else 0.14, 0.03, 0.95),
        "clouds": around(rng, {"clear": 0.16, "cloudy": 0.52, "overcast": 0.9, "rain": 0.85, "storm": 0.92, "snow": 0.82, "fog": 0.6, "windy": 0.45}[w["weather"]], 0.09),
        "haze": around(rng, 0.85 if w["weather"] == "fog" else 0.5 if low_sun or stormy else 0.3, 0.1),
        "drama": around(rng, 0.9 if w["weather"] == "storm" or w["light"] == "dramatic" else 0.45 if low_sun else 0.22, 0.09),
        "shore": around(rng, {"sea": 0.9, "beach": 0.45, "island": 0.75}.get(land, 0.5), 0.09, 0.1, 1.0),
        "intensity": around(rng, 0.55 if stormy or w["weather"] == "windy" else 0.3, 0.14, 0.05, 1.0),
        "focus": around(rng, 0.75 if land == "table" or w["viewpoint"] in ("portrait", "close-up") else 0.12, 0.09),
    }
    for name, value in values.items():
        w.setdefault(name, round(value, 4))


# --- the things ------------------------------------------------------------------------------------------------------------

CARRIED = {"on": "on", "in": "in", "inside": "in", "under": "under"}


def _things(world: dict, wanted: list[dict], relations: list, rng: random.Random) -> list[dict]:
    things: list[dict] = []
    for want in wanted:
        entry = CATALOG[want["kind"]]
        thing = {
            "kind": want["kind"], "color": want.get("color", "auto"), "material": want.get("material", "none"), "state": want.get("state", "none"),
            "variant": want.get("variant", rng.randrange(4)), "count": _count(want, rng),
            "right": want["facing"] == "right" if "facing" in want else rng.random() < 0.5,
            "support": _support(entry, want, world), "parent": None, "x": 0.5, "y": 0.8, "height": 0.3,
        }
        if "word" in want:
            thing["word"] = want["word"]
        if "text" in want:
            thing["text"] = want["text"]
        things.append(thing)
    _attach(things, relations, world)
    roots = [i for i, t in enumerate(things) if t["parent"] is None]
    _sizes(things, wanted, roots, world, rng)
    _lay_out(things, wanted, relations, roots, world, rng)
    for _ in range(MAX_THINGS):  # children after their parents, however deep
        for i, thing in enumerate(things):
            if thing["parent"] is not None:
                _carry(things, i, wanted[i], relations, rng)
    _respect_relations(things, relations, world, rng)
    for thing in things:
        thing["x"] = round(min(max(thing["x"], 0.03), 0.97), 4)
        thing["y"] = round(min(max(thing["y"], 0.04), 1.0), 4)
        thing["height"] = round(min(max(thing["height"], 0.02), 1.2), 4)
    return things


def _count(want: dict, rng: random.Random) -> int:
    plural = {"some": rng.randint(3, 5), "many": rng.randint(7, MAX_COUNT)}.get(want.get("plural", ""), 1)
    return max(1, min(MAX_COUNT, want.get("count", plural)))


def _support(entry: dict, want: dict, world: dict) -> str:
    state, support = want.get("state"), entry["support"]
    if world["land"] in ("underwater", "space", "sky"):
        return "air" if entry["category"] not in ("plant", "building", "furniture", "nature") or world["land"] != "underwater" else "ground"
    if state in ("flying", "jumping") or support == "air":
        return "air"
    if support == "water":
        return "water" if world["water"] != "none" else "ground"
    return support if support in ("ground", "wall") else "ground"


def _attach(things: list[dict], relations: list, world: dict) -> None:
    def hold(child: int, support: str, parent: int) -> None:
        at = parent
        while at is not None:  # never a circle
            if at == child:
                return
            at = things[at]["parent"]
        if things[child]["parent"] is None:
            things[child]["support"], things[child]["parent"] = support, parent

    for a, relation, b in relations:
        if isinstance(a, int) and isinstance(b, int):
            if relation in CARRIED:
                hold(a, CARRIED[relation], b)
            elif relation == "riding":
                hold(a, "on", b)
            elif relation == "wearing":
                hold(b, "worn", a)
            elif relation == "holding":
                hold(b, "held", a)
        elif isinstance(a, int) and b == "water" and relation in ("on", "in"):
            things[a]["support"] = "water"
        elif isinstance(a, int) and b == "sky":
            things[a]["support"] = "air"
        elif isinstance(a, int) and b == "land" and relation == "on" and things[a]["support"] == "water":
            things[a]["support"] = "ground"


def _sizes(things: list[dict], wanted: list[dict], roots: list[int], world: dict, rng: random.Random) -> None:
    """Apparent heights: real ones, compressed towards their geometric mean, scaled to fill what the frame can hold."""
    if not roots:
        return
    real = {i: max(CATALOG[things[i]["kind"]]["height"], 0.02) for i in range(len(things))}
    middle = math.exp(sum(math.log(real[i]) for i in roots) / len(roots))
    close = world["viewpoint"] in ("close-up", "portrait")
    single = len(roots) == 1 and things[roots[0]]["count"] == 1
    # A named landscape is the subject and its things are small in it; else the things are the subject.
    if world["land"] in ("mountains", "sea", "city", "sky", "space", "volcano", "canyon") and rng.random() < 0.7 or world["viewpoint"] == "wide":
        base = around(rng, 0.26, 0.04, 0.16, 0.36)
    elif world["land"] in ("table", "studio"):
        base = around(rng, 0.5 if single else 0.36, 0.05, 0.24, 0.62)
    else:
        base = around(rng, 0.44 if single else 0.33, 0.05, 0.2, 0.6)
    if close:
        base *= 1.5
    if world["viewpoint"] == "from above":
        base *= 0.72
    for i in range(len(things)):
        height = base * (real[i] / middle) ** 0.42 * SIZES.get(wanted[i].get("size", ""), 1.0)
        height *= 0.72 if wanted[i].get("region") == "background" else 1.2 if wanted[i].get("region") == "foreground" else 1.0
        if things[i]["support"] == "air" and world["land"] not in ("underwater", "space"):
            height *= 0.8
        if world["viewpoint"] == "portrait" and i == roots[0]:
            height = around(rng, 0.74 if len(roots) == 1 else 0.6, 0.04, 0.5, 0.85)
        things[i]["height"] = min(height, 0.95)
    width = sum(_width(things[i]) for i in roots if things[i]["support"] != "air")
    shrink = min(1.0, 1.02 / max(width, 1e-6)) if len(roots) > 1 else 1.0  # side by side, they hide little of each other
    for i in range(len(things)):
        things[i]["height"] *= shrink
        # A group must fit the frame, in two rows if need be.
        rows = 1 if things[i]["count"] <= 5 else 2
        things[i]["height"] = min(things[i]["height"], 0.92 * rows / max(things[i]["count"] * CATALOG[things[i]["kind"]]["aspect"] * 0.95, 1e-6), 0.95)


def _width(thing: dict) -> float:
    each = CATALOG[thing["kind"]]["aspect"] * thing["height"]
    in_row = min(thing["count"], 5 if thing["count"] <= 5 else (thing["count"] + 1) // 2)
    return each * (1 + (in_row - 1) * 0.95)


REGION_X = {"left": 0.22, "right": 0.78, "center": 0.5, "top left": 0.22, "top right": 0.78, "bottom left": 0.22, "bottom right": 0.78}


def _lay_out(things: list[dict], wanted: list[dict], relations: list, roots: list[int], world: dict, rng: random.Random) -> None:
    standing = [i for i in roots if things[i]["support"] in ("ground", "water", "wall")]
    flying = [i for i in roots if things[i]["support"] == "air"]
    _row(things, wanted, _ordered(standing, things, wanted, relations, rng), rng)
    floating = world["land"] in ("underwater", "space", "sky")
    _row(things, wanted, _ordered(flying, things, wanted, relations, rng), rng)
    horizon = world["horizon"]
    # Feet: what is far (large in nature, or background) stands near the horizon, what is small and near stands low in the frame.
    for i in standing:
        thing, region = things[i], wanted[i].get("region", "")
        real = CATALOG[thing["kind"]]["height"]
        depth = {"background": 0.22, "foreground": 0.88}.get(region)
        if depth is None:
            depth = around(rng, 0.36 if real > 6 else 0.5 if real > 2.2 else 0.66, 0.09, 0.15, 0.95)
        if "bottom" in region:
            depth = max(depth, 0.8)
        if thing["support"] == "water":
            depth = _water_depth(world, rng)
        if world["land"] == "table":
            depth = around(rng, 0.5 if len(standing) > 1 else 0.58, 0.08, 0.3, 0.85)
        if world["viewpoint"] == "portrait" and thing["height"] > 0.55:
            thing["y"] = around(rng, 0.97, 0.02, 0.9, 1.0)
        else:
            thing["y"] = horizon + (0.97 - horizon) * depth
        if region.startswith("top"):
            thing["y"] = min(thing["y"], max(horizon + 0.03, thing["height"] + 0.05))
        thing["y"] = max(thing["y"], min(0.96, thing["height"] + 0.03))
    for i in flying:
        region = wanted[i].get("region", "")
        top, bottom = 0.06, (0.9 if floating else max(horizon - 0.05, 0.3))
        middle = 0.28 if region.startswith("top") else 0.75 if region.startswith("bottom") else around(rng, 0.45, 0.18)
        room = max(bottom - top - things[i]["height"], 0.0)
        things[i]["y"] = top + things[i]["height"] + room * middle


def _water_depth(world: dict, rng: random.Random) -> float:
    if world["land"] in ("beach", "island"):
        return around(rng, world["shore"] * 0.45, 0.06, 0.05, 0.6)
    if world["land"] == "sea":
        return around(rng, 0.4, 0.14, 0.08, 0.85)
    return around(rng, 0.42, 0.08, 0.2, 0.65)


def _ordered(members: list[int], things: list[dict], wanted: list[dict], relations: list, rng: random.Random) -> list[int]:
    """Members from left to right, obeying what is said of sides, near things together."""
    order = {i: REGION_X.get(wanted[i].get("region", ""), rng.random() * 0.8 + 0.1) for i in members}
    for _ in range(4):
        for a, relation, b in relations:
            if a in order and b in order:
                if relation == "left of" and order[a] >= order[b]:
                    order[a] = order[b] - 0.05 - rng.random() * 0.05
                elif relation == "right of" and order[a] <= order[b]:
                    order[a] = order[b] + 0.05 + rng.random() * 0.05
                elif relation in ("next to", "near", "behind", "in front of", "above", "below"):
                    order[a] = order[b] + (0.02 if order[a] > order[b] else -0.02)
    betweens = {}
    for a, relation, b in relations:
        if relation == "between" and a in order and b in order:
            betweens.setdefault(a, []).append(b)
    for a, ends in betweens.items():
        if len(ends) >= 2:
            order[a] = (order[ends[0]] + order[ends[1]]) / 2
    return sorted(members, key=lambda i: order[i])


def _row(things: list[dict], wanted: list[dict], members: list[int], rng: random.Random) -> None:
    if not members:
        return
    widths = [_width(things[i]) for i in members]
    if len(members) == 1:
        i = members[0]
        region = wanted[i].get("region", "")
        # A lone subject stands on a third or in the middle; a group that fills the frame is centred.
        free = rng.choice([0.36, 0.5, 0.5, 0.64]) if widths[0] < 0.5 else 0.5
        things[i]["x"] = around(rng, REGION_X.get(region, free), 0.035, min(widths[0] / 2, 0.5), max(1 - widths[0] / 2, 0.5))
        return
    total = sum(widths)
    spare = 0.94 - total
    shares = [0.35 + rng.random() for _ in range(len(members) + 1)]
    gap = spare / sum(shares)
    x = 0.03 + shares[0] * gap
    for k, i in enumerate(members):
        things[i]["x"] = x + widths[k] / 2
        x += widths[k] + shares[k + 1] * gap
    for i in members:
        target = REGION_X.get(wanted[i].get("region", ""))
        if target is not None:
            things[i]["x"] = around(rng, target, 0.03)


def _carry(things: list[dict], i: int, want: dict, relations: list, rng: random.Random) -> None:
    thing, parent = things[i], things[things[i]["parent"]]
    entry, holder = CATALOG[thing["kind"]], CATALOG[parent["kind"]]
    anchors = holder.get("anchors") or {}
    real, real_parent = max(entry["height"], 0.02), max(holder["height"], 0.02)
    ratio = (real / real_parent) ** 0.7
    parent_width = holder["aspect"] * parent["height"]
    siblings = [k for k, t in enumerate(things) if t["parent"] == thing["parent"] and t["support"] == thing["support"]]
    place = (siblings.index(i) + 0.5) / len(siblings) - 0.5
    if thing["support"] == "worn":
        share = {"hat": 0.34, "scarf": 0.3, "glasses": 0.18, "sunglasses": 0.18, "crown": 0.26}.get(thing["kind"], 0.3)
        thing["height"] = parent["height"] * share
        anchor = anchors.get("head", {"x": 0.5, "y": 0.08})
        thing["y"] = parent["y"] - parent["height"] * (1 - anchor["y"]) + (thing["height"] * 0.25)
        thing["x"] = parent["x"] + (anchor["x"] - 0.5) * parent_width
    elif thing["support"] == "held":
        thing["height"] = parent["height"] * min(max(ratio, 0.16), 0.75)
        anchor = anchors.get("hand", {"x": 0.8, "y": 0.55})
        side = 1 if parent["right"] else -1
        thing["x"] = parent["x"] + side * abs(anchor["x"] - 0.5) * parent_width
        thing["y"] = parent["y"] - parent["height"] * (1 - anchor["y"]) + thing["height"] * 0.5
    else:
        limit = 0.85 if thing["support"] == "on" else 0.6
        thing["height"] = parent["height"] * min(max(ratio, 0.16), limit) * SIZES.get(want.get("size", ""), 1.0)
        fit = max(0.9 * parent_width / max(thing["count"] * entry["aspect"] * len(siblings), 0.05), 0.03)
        thing["height"] = min(thing["height"], max(fit, parent["height"] * 0.12))
        anchor = anchors.get("inside" if thing["support"] == "in" else "seat" if "seat" in anchors and thing["support"] == "on" else "top", {"x": 0.5, "y": 0.06 if thing["support"] == "on" else 0.5})
        thing["x"] = parent["x"] + (anchor["x"] - 0.5 + place * 0.8) * parent_width
        if thing["support"] == "under":
            thing["y"] = parent["y"]
        else:
            thing["y"] = parent["y"] - parent["height"] * (1 - anchor["y"]) + (thing["height"] * 0.3 if thing["support"] == "in" else 0)


def _respect_relations(things: list[dict], relations: list, world: dict, rng: random.Random) -> None:
    """Above, below, behind, in front of and beside, between things that stand free."""
    for a, relation, b in relations:
        if not (isinstance(a, int) and isinstance(b, int)):
            continue
        one, other = things[a], things[b]
        if relation in ("above", "over"):
            one["x"] = other["x"] + rng.uniform(-0.04, 0.04)
            one["y"] = max(one["height"] + 0.03, other["y"] - other["height"] - 0.03)
            if other["y"] - other["height"] - 0.03 < one["height"] + 0.03:  # no room: both shrink
                scale = max(0.45, (other["y"] - 0.06) / (one["height"] + other["height"] + 0.06))
                one["height"] *= scale
                other["height"] *= scale
                one["y"] = other["y"] - other["height"] - 0.03
            if one["parent"] is None:
                one["support"] = "air"
        elif relation == "below":
            other["x"] = one["x"] + rng.uniform(-0.04, 0.04)
            other["y"] = max(other["height"] + 0.03, one["y"] - one["height"] - 0.03)
            if other["parent"] is None:
                other["support"] = "air"
        elif relation == "behind" and one["parent"] is None:
            one["y"] = max(world["horizon"] + 0.02, min(one["y"], other["y"] - 0.05))
            one["height"] = max(one["height"], other["height"] * 0.7)
            one["x"] = other["x"] + rng.choice([-1, 1]) * min(0.12, 0.4 * _width(other) + 0.04)
        elif relation == "in front of" and one["parent"] is None:
            one["y"] = min(0.98, max(one["y"], other["y"] + 0.06))
            one["x"] = other["x"] + rng.choice([-1, 1]) * rng.uniform(0.0, 0.1)
        elif relation in ("left of", "right of"):
            side = -1 if relation == "left of" else 1
            if (one["x"] - other["x"]) * side < 0.08:
                gap = 0.5 * (_width(one) + _width(other)) + 0.02
                one["x"] = other["x"] + side * max(gap, 0.1)
                if not 0.05 < one["x"] < 0.95:
                    one["x"] = min(max(one["x"], 0.12), 0.88)
                    other["x"] = one["x"] - side * max(0.75 * gap, 0.12)
        elif relation in ("next to", "near") and one["parent"] is None and other["parent"] is None:
            gap = 0.5 * (_width(one) + _width(other)) + 0.015
            side = 1 if one["x"] >= other["x"] else -1
            if abs(one["x"] - other["x"]) > gap * 1.4:
                one["x"] = other["x"] + side * gap
                if not 0.04 < one["x"] < 0.96:
                    one["x"] = other["x"] - side * gap
