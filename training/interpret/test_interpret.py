"""python -m unittest discover training/interpret   (from the root; needs the lexicon of models/plantain-tiny)"""
import pathlib
import random
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import torch  # noqa: E402
import wishes  # noqa: E402
from augment import Augmenter, scenes_of, slip  # noqa: E402
from average import rows  # noqa: E402
from compose import Composer, patterns  # noqa: E402
from session import linearise  # noqa: E402
from target import OPS, REASONS, REF_SLOTS, Grammar, Symbols, decode, encode, output_words, words_of  # noqa: E402
from text import Words, singular  # noqa: E402
from train import messages, split  # noqa: E402

ITEMS = random.Random(1).sample(messages(), 600)
WORDS = Words()
SYMBOLS = Symbols(output_words(messages(), 1))


def written(item):
    tokens = linearise(WORDS, item)
    return tokens, [step[0] for step in encode(SYMBOLS, tokens, item["message"], item["expect"]).steps]


class Symbolic(unittest.TestCase):
    def test_a_label_survives_being_written_and_read(self):
        kept = 0
        for item in ITEMS:
            tokens, path = written(item)
            found = decode(SYMBOLS, tokens, item["message"], path)
            self.assertEqual(found["kind"], item["expect"]["kind"])
            self.assertEqual([o["op"] for o in found["ops"]], [o["op"] for o in item["expect"]["ops"]])
            kept += set(found["refers_to"]) == {r for r in item["expect"]["refers_to"] if r != "current"}
        self.assertGreater(kept / len(ITEMS), 0.98)

    def test_the_grammar_lets_labels_be_written(self):
        stopped = 0
        for item in ITEMS:
            tokens, path = written(item)
            grammar = Grammar(SYMBOLS, tokens)
            for index in path:
                if index not in grammar.mask(0):
                    stopped += 1
                    break
                grammar.put(index)
        self.assertLess(stopped / len(ITEMS), 0.02)

    def test_whatever_the_grammar_lets_through_ends_and_names_slots_of_its_ops(self):
        rng = random.Random(2)
        for item in ITEMS[:60]:
            tokens = linearise(WORDS, item)
            grammar, path = Grammar(SYMBOLS, tokens), []
            for _ in range(400):
                allowed = grammar.mask(0)
                self.assertTrue(allowed)
                index = SYMBOLS["END"] if SYMBOLS["END"] in allowed and rng.random() < 0.3 else rng.choice(allowed)
                if index == SYMBOLS["END"]:
                    break
                grammar.put(index)
                path.append(index)
            for op in decode(SYMBOLS, tokens, item["message"], path)["ops"]:
                self.assertTrue(set(op) - {"op"} <= set(OPS[op["op"]]), op)

    def test_lettering_is_cut_from_the_message_as_it_stands(self):
        item = {"history": [], "message": 'write "Grüße, Łódź!" on it', "images": 1, "uploads": [], "expect": {"kind": "edit", "ops": [{"op": "add_text", "value": "Grüße, Łódź!"}], "refers_to": ["image:1"]}}
        tokens, path = written(item)
        self.assertEqual(decode(SYMBOLS, tokens, item["message"], path)["ops"][0]["value"], "Grüße, Łódź!")


class Made(unittest.TestCase):
    def test_augmented_messages_keep_their_kind_their_ops_and_sound_references(self):
        rng = random.Random(3)
        augment = Augmenter(WORDS, ITEMS, rng)
        for item in ITEMS:
            made = augment(item)
            self.assertEqual(made["expect"]["kind"], item["expect"]["kind"])
            self.assertEqual([o["op"] for o in made["expect"]["ops"]][: len(item["expect"]["ops"])], [o["op"] for o in item["expect"]["ops"]])
            known = {f"el:{e['id']}" for s in scenes_of(made) for e in s}
            for ref in made["expect"]["refers_to"]:
                if ref.startswith("el:") and ref in {f"el:{e['id']}" for s in scenes_of(item) for e in s}:
                    self.assertIn(ref, known, (item["message"], made["message"]))

    def test_a_swapped_thing_is_swapped_in_message_scene_and_label(self):
        rng = random.Random(4)
        augment = Augmenter(WORDS, ITEMS, rng)
        scene = [{"id": "d1", "name": "dog"}, {"id": "t1", "name": "table"}]
        item = {"lang": "en", "history": [], "message": "paint the dog red", "images": 1, "uploads": [scene], "expect": {"kind": "edit", "ops": [{"op": "recolor", "target": "dog", "value": "red"}], "refers_to": ["image:1", "el:d1"]}}
        names = set()
        for _ in range(60):
            made = augment.swap_thing(item)
            name = made["uploads"][0][0]["name"]
            self.assertIn(name, made["message"])
            self.assertEqual(made["expect"]["ops"][0]["target"], name)
            names.add(name)
        self.assertGreater(len(names), 5)

    def test_composed_messages_name_what_their_labels_name(self):
        rng = random.Random(5)
        compose = Composer(Augmenter(WORDS, ITEMS, rng), rng)
        for _ in range(400):
            made = compose()
            for op in made["expect"]["ops"]:
                self.assertTrue(set(op) - {"op"} <= set(OPS[op["op"]]), op)
                self.assertNotIn("{", made["message"])
        self.assertGreater(len({p.op for p in patterns()}), 40)


    def test_wishes_keep_counts_and_colors_with_their_things(self):
        rng = random.Random(6)
        compose = Composer(Augmenter(WORDS, ITEMS, rng), rng)
        counted = 0
        for _ in range(300):
            message, ops, _ = compose.wish()
            for subject in ops[0]["subject"]:
                self.assertIn(subject.split(" ", 1)[-1], message)
                counted += subject.split(" ")[0] in wishes.NUMBERS
        self.assertGreater(counted, 60)

    def test_one_of_two_alike_is_told_by_what_stands_by_it(self):
        rng = random.Random(7)
        compose = Composer(Augmenter(WORDS, ITEMS, rng), rng)
        for _ in range(200):
            made = compose.related()
            known = {f"el:{e['id']}": e for s in scenes_of(made) for e in s}
            elements = [known[ref] for ref in made["expect"]["refers_to"] if ref.startswith("el:")]
            self.assertTrue(elements)
            named = {e["name"] for e in elements}
            self.assertTrue(any(str(made["expect"]["ops"][0].get(slot, "")).endswith(n) for n in named for slot in ("target", "region")), made)


    def test_several_pictures_are_told_apart(self):
        rng = random.Random(8)
        compose = Composer(Augmenter(WORDS, ITEMS, rng), rng)
        kinds = set()
        for _ in range(200):
            made = compose.several()
            expect = made["expect"]
            kinds.add(expect["kind"])
            where = {f"el:{e['id']}": f"image:{i + 1}" for i, scene in enumerate(made["uploads"]) for e in scene}
            for ref in expect["refers_to"]:
                self.assertIn(where.get(ref, ref), expect["refers_to"])  # with a thing, its picture
            for op in expect["ops"]:
                if op["op"] == "insert":
                    self.assertNotEqual(op["source"], op["into"])
        self.assertGreaterEqual(kinds, {"blend", "edit", "style_transfer", "clarify"})

    def test_lettering_stands_in_the_message_as_in_the_label(self):
        rng = random.Random(10)
        compose = Composer(Augmenter(WORDS, ITEMS, rng), rng)
        for _ in range(200):
            made = compose.lettered()
            op = made["expect"]["ops"][0]
            if "value" in op:
                self.assertIn(op["value"], made["message"])
                tokens, path = written(made)
                self.assertEqual(decode(SYMBOLS, tokens, made["message"], path)["ops"][0]["value"], op["value"])

    def test_it_is_the_one_thing_of_a_picture(self):
        rng = random.Random(11)
        compose = Composer(Augmenter(WORDS, ITEMS, rng), rng)
        asked = 0
        for _ in range(200):
            made = compose.alone()
            scene, expect = made["history"][-1]["scene"], made["expect"]
            self.assertEqual(len({e["id"] for e in scene}), len(scene))
            if expect["kind"] == "clarify":
                asked += 1
                self.assertEqual(len(expect["refers_to"]), 2)
            for ref in expect["refers_to"]:
                self.assertIn(ref[3:], {e["id"] for e in scene})
        self.assertGreater(asked, 5)

    def test_what_is_refused_says_why(self):
        rng = random.Random(9)
        compose = Composer(Augmenter(WORDS, ITEMS, rng), rng)
        reasons = set()
        for _ in range(400):
            expect = compose.guarded()["expect"]
            self.assertIn(expect["kind"], ("refuse", "generate"))
            self.assertEqual("reason" in expect, expect["kind"] == "refuse")
            reasons.add(expect.get("reason"))
        self.assertGreaterEqual(reasons, set(REASONS))


class Plain(unittest.TestCase):
    def test_words_one_slip_away_are_mended(self):
        rng, hit = random.Random(6), 0
        names = [w for w in ("umbrella", "building", "elephant", "mountain", "curtain", "sandwich", "bicycle") for _ in range(10)]
        for name in names:
            hit += WORDS.mend(slip(name, rng)) == name
        self.assertGreater(hit / len(names), 0.85)

    def test_plurals(self):
        self.assertEqual([singular(w) for w in ("boxes", "cities", "dogs", "glass", "bus")], ["box", "city", "dog", "glass", "bus"])

    def test_a_mean_of_runs_goes_by_word(self):
        one, two = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[3.0], [6.0], [8.0], [5.0]])
        mean = rows([one, two], [["cat", "dog"], ["dog", "cat", "owl"]], ["dog", "cat", "owl"])
        self.assertEqual(mean[:, 0].tolist(), [2.0, 4.5, 5.0, 5.0])

    def test_whole_contexts_are_kept_out(self):
        kept, held = split(ITEMS, 0.3)
        key = lambda i: str([i["history"], i.get("uploads")])
        with_context = lambda items: {key(i) for i in items if i["history"] or i.get("uploads")}
        self.assertFalse(with_context(kept) & with_context(held))
        self.assertTrue(held)

    def test_words_of_a_text(self):
        self.assertEqual(words_of("next to the 16:9 bench!"), ["next", "to", "the", "16:9", "bench"])
        self.assertIn("sources", REF_SLOTS)


if __name__ == "__main__":
    unittest.main()
