"""What a unit of text may mean, and where each meaning stands in its features.

A meaning is a (field, value) pair; each has one number. The first fields are the vocabularies of a scene, whole and in their order
('none' and 'auto' included), so that a pointer of the composer can copy a field from the text as it stands.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import vocabulary as core  # noqa: E402

VECTOR, CODE, WIDTH = 48, 32, 432

FIELDS: dict[str, list[str]] = {
    **core.WORLD_FIELDS,  # land … backdrop
    "flag": core.WORLD_FLAGS,
    "color": core.COLORS,
    "material": core.MATERIALS,
    "state": core.STATES,
    "count": [str(n) for n in range(1, core.MAX_COUNT + 1)],
    "plural": ["plural", "some", "many"],
    "size": ["tiny", "small", "large", "huge"],
    "region": ["left", "right", "center", "top", "bottom", "top left", "top right", "bottom left", "bottom right",
               "background", "foreground"],
    "relation": ["on", "in", "under", "above", "below", "behind", "in front of", "next to", "left of", "right of", "between",
                 "around", "wearing", "holding", "riding", "reflected in", "near", "with", "leaning on", "among", "at"],
    "facing": ["left", "right", "viewer", "away"],
    "negation": ["no"],
    "mood": ["epic", "cosy", "lonely", "serene", "spooky", "romantic", "dreamy", "mysterious", "dramatic", "nostalgic", "melancholy",
             "joyful", "playful", "festive", "magical", "gloomy", "elegant", "futuristic", "cute", "chaotic", "tense", "majestic",
             "minimal", "rustic"],
    "use": ["headshot", "avatar", "icon", "logo", "sticker", "wallpaper", "poster", "album cover", "book cover", "product shot",
            "card", "postcard", "banner", "pattern", "illustration", "photo", "flyer", "web page"],
    # The catalogue's categories, and what only words have.
    "category": ["person", "animal", "bird", "fish", "insect", "plant", "tree", "food", "drink", "building", "vehicle", "watercraft",
                 "aircraft", "furniture", "clothing", "tool", "kitchen", "electronics", "instrument", "sport", "toy", "sign", "symbol",
                 "nature", "sky", "fantasy", "part", "body", "object", "text", "cloud", "light", "surface"],
    # Numbers of the world that words push up or down.
    "push": [f"{name} {way}" for name in ("horizon", "relief", "sunX", "sunY", "clouds", "haze", "drama", "shore", "intensity", "focus")
             for way in ("low", "high")],
    "edit": ["add", "remove", "replace", "change", "move", "bigger", "smaller", "more", "less", "keep", "only"],
    "lettering": ["verbatim"],
}

# One each: a real unit, not padding; a word with a vector; a thing of the catalogue; meant only roughly ("spaniel" for dog).
FLAGS = ["present", "known", "thing", "approximate"]


def layout() -> dict[str, dict]:
    """{field: {start, size, values}} over the columns of a unit's features; what is left up to WIDTH is zero, for fields to come."""
    places = {"vector": {"start": 0, "size": VECTOR}, "code": {"start": VECTOR, "size": CODE}}
    at = VECTOR + CODE
    for field, values in {"unit": FLAGS, **FIELDS}.items():
        places[field] = {"start": at, "size": len(values), "values": values}
        at += len(values)
    if at > WIDTH:
        raise SystemExit(f"the fields take {at} columns, WIDTH is {WIDTH}")
    return places


if __name__ == "__main__":
    last = list(layout().values())[-1]
    print("columns in use:", last["start"] + last["size"], "of", WIDTH)
