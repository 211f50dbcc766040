"""One of several things that are alike, told by what stands by it, by its size or by all that it is not: English."""
from __future__ import annotations

import copy

BESIDE = ["next to", "by", "beside", "near", "close to", "behind", "in front of", "under", "on", "opposite"]


def told(talk) -> tuple | None:
    """(message, expect, history, uploads, images) of a Talker, or None where the draw does not fit."""
    r = talk.rng
    scene, chosen = talk.c.scene("en")
    if len(scene) < 3 or any(e["name"].endswith("s") for e in scene[:3]):
        return None
    scene = copy.deepcopy(scene)
    base, noun = scene[0], chosen[0][1]
    # Two of the thing, each by another one.
    anchors, sides = scene[1:3], r.sample(["left", "right", "center", "background", "foreground"], 2)
    sizes = r.sample(["big", "small"], 2)
    colors = r.sample(["red", "blue", "green", "white", "black", "yellow", "brown", "gray"], 2)
    way = r.choice(("beside", "beside", "beside", "size", "both", "not", "side", "rest"))
    twins = []
    for i in range(2):
        twin = {**base, "id": f"{base['id']}t{i}", "region": sides[i]}
        if way == "size":
            twin["state"] = sizes[i]
        if way in ("not", "rest") or r.random() < 0.5:
            twin["color"] = colors[i]
        else:
            twin.pop("color", None)
        twins.append(twin)
        anchors[i]["region"] = sides[i]
    all_of_it = [*twins, *scene[1:]]
    k = r.randrange(2)
    one, other, anchor = twins[k], twins[1 - k], chosen[1 + k]
    refs = []
    if way == "beside":
        phrase = f"the {noun.word} {r.choice(BESIDE)} {r.choice(('the ', 'the ', 'that '))}{anchor[1].word}"
        refs = [f"el:{anchor[0]['id']}"]
    elif way == "size":
        word = r.choice({"big": ["big", "bigger", "larger", "large"], "small": ["small", "smaller", "little", "littler"]}[one["state"]])
        phrase = r.choice([f"the {word} {noun.word}", f"the {word} of the {noun.plural}", f"the {noun.word} that is {word}"])
    elif way == "both":
        phrase = r.choice([f"both {noun.plural}", f"the two {noun.plural}", f"the {noun.plural}", f"all {noun.plural}"])
        refs = [f"el:{other['id']}"]
    elif way == "not":
        phrase = r.choice([f"the {one['color']} {noun.word}, not the {other['color']} one", f"not the {other['color']} {noun.word} but the {one['color']} one", f"the {noun.word}, the {one['color']} one"])
    elif way == "side":
        where = {"left": ["on the left", "to the left"], "right": ["on the right", "to the right"], "center": ["in the middle"], "background": ["in the back", "in the background", "further away"], "foreground": ["in front", "in the foreground", "nearest to us"]}[one["region"]]
        phrase = f"the {noun.word} {r.choice(where)}"
    else:
        phrase = f"the other {noun.word}, the {one['color']} one"
    made = talk.with_target("en", all_of_it, [(one, noun), *[c for c in chosen[3:]], *[c for c in chosen[1:3] if c is not anchor]], phrase)
    if not made:
        return None
    message, op, own = made
    r.shuffle(all_of_it)
    history, uploads, images = talk.shown(all_of_it)
    return message, {"kind": "edit", "ops": [op], "refers_to": sorted({*own, *refs}) + ["image:1"] * images}, history, uploads, images
