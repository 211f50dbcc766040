"""The hand-written lists of words/: what each surface means, in a form that is quick to write and to read.

@field NAME            lines that follow name values of this field; "@field" alone: each meaning is written field:value
VALUE … <- a, b, c     every surface means every value; "~field:value" is only likely, not said; "?thing:cat" is meant roughly
dog <- Hund | Hunde    in a list of another language: surfaces that mean what the English surface means | its plural
"""
import pathlib
import re
from collections import defaultdict

FOLDER = pathlib.Path(__file__).resolve().parent / "words"
SAID, ROUGHLY, LIKELY = 0, 1, 2


def _lines(name: str):
    for number, line in enumerate((FOLDER / name).read_text().splitlines(), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            yield number, line


def english(name: str) -> dict[str, list[tuple[str, str, int]]]:
    """{surface: [(field, value, SAID, ROUGHLY or LIKELY)]}."""
    found, field = defaultdict(list), None
    for number, line in _lines(name):
        if line.startswith("@field"):
            field = line[6:].strip() or None
            continue
        left, arrow, right = line.partition("<-")
        if not arrow:
            raise SystemExit(f"{name}:{number}: expected 'meaning <- surfaces'")
        if field:
            meanings = [(field, left.strip(), SAID)]
        else:
            meanings = []
            for part in re.findall(r"[~?]?\w+:[^:]+?(?=\s+[~?]?\w+:|\s*$)", left.strip()):
                way = {"~": LIKELY, "?": ROUGHLY}.get(part[0], SAID)
                f, v = part.lstrip("~?").split(":", 1)
                meanings.append((f, v.strip(), way))
        for surface in right.split(","):
            if surface.strip():
                found[surface.strip()] += meanings
    return dict(found)


def foreign(name: str) -> list[tuple[str, str, bool]]:
    """[(surface, English surface, plural)]."""
    found = []
    for number, line in _lines(name):
        left, arrow, right = line.partition("<-")
        if not arrow:
            raise SystemExit(f"{name}:{number}: expected 'English <- surfaces | plurals'")
        singular, _, plural = right.partition("|")
        for text, many in ((singular, False), (plural, True)):
            found += [(s.strip(), left.strip(), many) for s in text.split(",") if s.strip()]
    return found


def endings(language: str, word: str) -> list[str]:
    """The other forms of an adjective that is given in one; what is no word does no harm."""
    if " " in word or len(word) < 3:
        return []
    if language == "de":
        stem = re.sub(r"(er|es|en|em|e)$", "", word) if len(word) > 5 else word
        return [stem + end for end in ("", "e", "er", "es", "en", "em") if stem + end != word and len(stem) > 3]
    if language == "es":
        stem = re.sub(r"(os|as|o|a)$", "", word)
        return [stem + end for end in ("o", "a", "os", "as")] if stem != word else [word + "s"] if word.endswith("e") else []
    if language == "fr":
        return [word + end for end in ("s", "e", "es") if not word.endswith(end[0])] if word[-1] not in "sx" else []
    if language == "hi":
        return [word[:-1] + end for end in ("ा", "ी", "े") if word[:-1] + end != word] if word[-1] in "ाीे" else []
    return []


def grammar_nouns() -> list[tuple[str, str, str, bool]]:
    """[(language, word, kind, plural)] of the nouns with which captions are made: lines "kind|German m Plural|Spanish f|...|日本語 匹|..."."""
    found = []
    for line in (FOLDER.parents[1] / "data/nouns.txt").read_text().splitlines():
        if line.startswith("#") or not line.strip():
            continue
        kind, *texts = line.split("|")
        for language, text in zip(("de", "es", "fr", "zh", "ja", "hi"), texts):
            parts = text.split()
            if language in ("zh", "ja"):
                found.append((language, " ".join(parts[:-1]), kind, False))
                continue
            at = next((k for k, part in enumerate(parts) if k and part in ("m", "f", "n", "p")), len(parts))
            found.append((language, " ".join(parts[:at]), kind, False))
            if parts[at + 1 :]:
                found.append((language, " ".join(parts[at + 1 :]), kind, True))
    return [item for item in found if item[1]]


IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "mouse": "mice", "goose": "geese", "foot": "feet",
    "tooth": "teeth", "ox": "oxen", "leaf": "leaves", "knife": "knives", "wolf": "wolves", "loaf": "loaves", "shelf": "shelves",
    "scarf": "scarves", "calf": "calves", "elf": "elves", "half": "halves", "wife": "wives", "thief": "thieves", "dwarf": "dwarves",
    "hoof": "hooves", "cactus": "cacti", "fungus": "fungi", "die": "dice", "photo": "photos", "piano": "pianos", "kangaroo": "kangaroos",
    "flamingo": "flamingos", "avocado": "avocados", "ski": "skis", "taxi": "taxis", "dodo": "dodos", "casino": "casinos",
    "studio": "studios", "radio": "radios", "video": "videos", "burrito": "burritos", "taco": "tacos", "cello": "cellos",
    "banjo": "banjos", "rhino": "rhinos", "hippo": "hippos", "kimono": "kimonos", "tuxedo": "tuxedos", "dingo": "dingos",
    "ufo": "ufos", "igloo": "igloos", "poncho": "ponchos", "tattoo": "tattoos", "bamboo": "bamboos", "yo": "yos",
}
SAME = {"sheep", "deer", "fish", "moose", "bison", "squid", "shrimp", "salmon", "trout", "swine", "aircraft", "spacecraft", "hovercraft",
        "series", "species", "cattle", "furniture", "luggage", "clothes", "scissors", "glasses", "sunglasses", "trousers", "jeans", "shorts",
        "pants", "pyjamas", "pajamas", "headphones", "binoculars", "goggles", "stairs", "bread", "rice", "butter", "money", "jewelry"}


def plurals(phrase: str) -> list[str]:
    """English plurals of a noun phrase, the head of which is its last word, or the word before "of", "with" or "in"."""
    joint = re.search(r" (of|with|in|and) ", phrase)
    if joint:
        return [p + phrase[joint.start():] for p in plurals(phrase[: joint.start()])]
    stem, _, last = phrase.rpartition(" ")
    if last in SAME or last.endswith("s") and not last.endswith("ss") and last not in ("bus", "cactus", "octopus", "walrus", "iris", "lens", "hibiscus", "lotus"):
        return []
    lead = stem + " " if stem else ""
    for end in ("man", "woman"):
        if last.endswith(end) and last not in ("human", "caiman", "talisman", "german", "roman"):
            return [lead + last[: -len(end)] + IRREGULAR[end]]
    for end in IRREGULAR:
        if last == end or len(end) > 4 and last.endswith(end):
            regular = [lead + last + "es"] if end in ("cactus",) else []
            return [lead + last[: -len(end)] + IRREGULAR[end], *regular]
    if re.search(r"(s|x|z|ch|sh)$", last):
        return [lead + last + "es"]
    if re.search(r"[^aeiou]y$", last):
        return [lead + last[:-1] + "ies"]
    if re.search(r"[^aeiou]o$", last):
        return [lead + last + "es", lead + last + "s"]
    return [lead + last + "s"]
