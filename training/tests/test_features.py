"""python -m unittest discover training/tests   (from the root; needs the lexicon of models/plantain-tiny)"""
import pathlib
import sys
import unittest

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import vocabulary as core  # noqa: E402
from features import LETTERING_UNIT, Features  # noqa: E402

F = Features()


def things(text: str) -> list[str]:
    return [F.kinds_of(int(row))[0] for row in F.encode(text) if F.kinds_of(int(row))]


class FeaturesTest(unittest.TestCase):
    def test_fields_of_a_scene_stand_whole_and_in_order(self):
        for field, values in {**core.WORLD_FIELDS, **{f: core.THING_FIELDS[f] for f in ("color", "material", "state", "count")}}.items():
            self.assertEqual(F.layout[field]["values"], values, field)

    def test_every_kind_is_found_by_its_names(self):
        lost = [(e["id"], name) for e in core.catalog() for name in [e["id"], *e["names"][:1]] if e["id"] not in things(name) and name not in ("picture",)]
        self.assertEqual(lost, [])

    def test_codes_are_apart_and_standardised(self):
        codes = np.stack(list(F.codes.values()))
        distance = ((codes[:, None] - codes[None]) ** 2).sum(-1) + 1e9 * np.eye(len(codes))
        self.assertGreater(distance.min() ** 0.5, 3)
        self.assertLess(np.abs(codes.mean(0)).max(), 0.1)
        self.assertLess(np.abs(codes.std(0) - 1).max(), 0.1)

    def test_a_unit_says_what_it_means(self):
        row = F.table[F.encode("crimson")[0]]
        at = F.layout["color"]
        self.assertEqual(row[at["start"] : at["start"] + at["size"]].argmax(), at["values"].index("red"))

    def test_the_fast_way_is_the_slow_way(self):
        texts = ["a red house, two cats & an umbrela", "ein Hund am See", "a sign that says OPEN and a 'Café' 3-d hot-air balloon", "赤いりんご", "l'été à la mer"]
        for text in texts:
            slow = [LETTERING_UNIT if lettering else key for lettering, key in F.units(text)]
            self.assertEqual(F._keys(text), slow)

    def test_seven_languages_mean_the_same(self):
        same = ["a red house and two cats at sunset", "ein rotes Haus und zwei Katzen bei Sonnenuntergang", "una casa roja y dos gatos al atardecer",
                "une maison rouge et deux chats au coucher du soleil", "一座红色的房子和两只猫，日落", "夕焼けの赤い家と二匹の猫", "सूर्यास्त में एक लाल घर और दो बिल्लियाँ"]
        for text in same:
            self.assertEqual(sorted(things(text)), ["cat", "house"], text)
            said = F.table[F.encode(text)].max(0)
            for field, value in (("color", "red"), ("count", "2"), ("time", "sunset")):
                at = F.layout[field]
                self.assertEqual(said[at["start"] + at["values"].index(value)], 1, (text, field))

    def test_padding_no_wording_and_the_unknown_differ(self):
        self.assertEqual(len({0, F.empty, F.unknown}), 3)
        ids, rows = F.encode_batch(["a dog", ""])
        self.assertEqual(ids.shape, (2, F.max_units))
        self.assertTrue((rows[0, 2:] == 0).all() and (rows[1] == 0).all())


if __name__ == "__main__":
    unittest.main()
