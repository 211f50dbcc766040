"""Names of emoji in seven languages (emojibase-data, from CLDR), by the picture's name in the Fluent and Noto sets."""
import json
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent / "node_modules"
LATIN = ("de", "es", "fr")
LANGUAGES = (*LATIN, "zh", "ja", "hi")
TONES = re.compile("[\U0001F3FB-\U0001F3FF\uFE0F]")


def slug(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", label.lower().replace("’", "").replace("'", "")).strip("-")


def read() -> tuple[dict[str, str], dict[str, str], dict[str, dict[str, tuple[str, list[str]]]]]:
    """({icon: code}, {code: emoji}, {language: {code: (label, tags)}})."""
    icons, pictures, names = {}, {}, {}
    for item in json.loads((FOLDER / "emojibase-data/en/data.json").read_text()):
        code = item["hexcode"]
        icons.setdefault(slug(item["label"]), code)
        pictures[code] = TONES.sub("", item["emoji"])
    for code, icon in json.loads((FOLDER / "@iconify-json/noto/chars.json").read_text()).items():
        if code.upper() in pictures:
            icons.setdefault(icon, code.upper())
    for language in LANGUAGES:
        data = json.loads((FOLDER / f"emojibase-data/{language}/data.json").read_text())
        names[language] = {e["hexcode"]: (e["label"], e.get("tags", [])) for e in data}
    return icons, pictures, names
