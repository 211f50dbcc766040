"""How much of what people ask for has a meaning in the lexicon: over prompts with facets.

    python training/lexicon/measure.py training/data/prompts-everyday.jsonl training/data/prompts-composed.jsonl [--misses 60]
"""
import argparse
import collections
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from features import Features  # noqa: E402

WORLD = ("land", "water", "cover", "season", "time", "weather", "moon", "flag")
# Facet: fields that answer it.
FACETS = {
    "style": ("style", "use", "light", "grade", "mood"), "weather": ("weather", "cover", "flag", "push"), "season": ("season",), "time_of_day": ("time",),
    "background": ("land", "water", "backdrop", "color", "cover", "thing", "time", "grade", "style"), "lighting": ("light", "time", "grade", "flag", "moon", "thing"),
    "mood": ("mood", "state"), "viewpoint": ("viewpoint", "region", "push", "facing"), "use": ("use", "thing"),
}
ATTRIBUTES = {"color": ("color", "grade"), "material": ("material", "thing", "cover"), "size": ("size",), "state": ("state", "relation", "size", "region")}


class Measure:
    def __init__(self):
        self.features = Features()
        lexicon = self.features.lexicon
        self.pairs = lexicon.meanings + [("thing", t) for t in lexicon.things]
        self.entries = lexicon.entries

    def meanings(self, text: str) -> list[tuple[str, str, int]]:
        found = []
        for lettering, surface in self.features.units(text):
            packed = [] if lettering else self.entries.get(surface, [])
            found += [(*self.pairs[code >> 2], code & 3) for code in packed if not isinstance(code, str)]
        return found

    def name(self, text: str) -> str:
        """'thing', 'roughly', 'world' or 'none': how the name of an object resolves, by its head word first."""
        found = self.meanings(text)
        things = [way for field, _, way in found if field == "thing"]
        if any(field in WORLD and way == 0 for field, _, way in found):
            return "thing" if 0 in things else "world"
        return "thing" if 0 in things else "roughly" if things else "none"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--misses", type=int, default=60)
    args = parser.parse_args()
    measure, count, misses = Measure(), collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for path in args.files:
        for line in path.read_text().splitlines():
            item = json.loads(line)
            if item["domain"] != "illustrated":
                continue
            facets = item["facets"]
            for thing in facets.get("objects", []):
                kind = measure.name(thing["name"])
                count["object"][kind] += 1
                misses["object"][thing["name"]] += kind == "none"
                for facet, fields in ATTRIBUTES.items():
                    if facet in thing:
                        tally(measure, count, misses, facet, str(thing[facet]), fields)
            for facet, fields in FACETS.items():
                if facet in facets:
                    tally(measure, count, misses, facet, str(facets[facet]), fields)
            for relation in facets.get("relations", []):
                tally(measure, count, misses, "relation", relation[1], ("relation", "edit"))
    for facet, kinds in count.items():
        total = sum(kinds.values())
        print(f"{facet:12} {1 - kinds['none'] / total:.3f} of {total}", dict(kinds))
        missed = [f"{w}:{n}" if n > 1 else w for w, n in misses[facet].most_common(args.misses) if n]
        if missed:
            print("   ", ", ".join(missed))


def tally(measure, count, misses, facet, text, fields) -> None:
    hit = any(field in fields for field, _, _ in measure.meanings(text))
    count[facet]["found" if hit else "none"] += 1
    misses[facet][text] += not hit


if __name__ == "__main__":
    main()
