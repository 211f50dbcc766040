"""The short checks of training: layouts, the taste prior, a tiny run that learns and resumes."""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

import evaluate
import specs
from data import Examples, batches, hold_mask, statistics
from features import Features
from latents import Latents, TOKENS, WIDTH
from scenes import complete


class Scenes(unittest.TestCase):
    def test_a_scene_holds_what_its_spec_says(self):
        rng = random.Random(11)
        pairs = [(spec, complete(spec, rng)) for spec in (specs.sample(rng) for _ in range(400))]
        self.assertGreater(evaluate.report(pairs)["all"], 0.985)

    def test_things_stay_in_the_frame(self):
        rng = random.Random(12)
        for _ in range(400):
            for thing in complete(specs.sample(rng), rng)["things"]:
                self.assertTrue(0 <= thing["x"] <= 1 and 0 <= thing["y"] <= 1 and 0.02 <= thing["height"] <= 1.2)

    def test_two_draws_of_one_spec_differ_in_layout(self):
        spec = {"world": {"land": "hills"}, "things": [{"kind": "pine tree", "word": "pine tree"}], "relations": []}  # narrow: what fills the frame is centred
        rng = random.Random(13)
        places = np.array([complete(spec, rng)["things"][0]["x"] for _ in range(60)])
        self.assertGreater(places.std(), 0.04)


class Examples_(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.features = Features()
        cls.examples = Examples(cls.features)
        cls.codec = Latents(statistics(cls.examples, 200), cls.features.codes)

    def test_latents_come_back_as_the_scene(self):
        rng = random.Random(3)
        for _ in range(60):
            scene = self.examples.scene(rng)[1]
            back = self.codec.decode(self.codec.encode(scene))
            self.assertEqual([t["kind"] for t in back["things"]], [t["kind"] for t in scene["things"]])
            self.assertEqual(back["world"]["land"], scene["world"]["land"])
            self.assertEqual([t["parent"] for t in back["things"]], [t["parent"] for t in scene["things"]])

    def test_a_batch_follows_from_its_number(self):
        one, same, other = (batches(self.examples, self.codec, 1, n, 8, 48, count=2) for n in (5, 5, 6))
        for a, b in zip(one, same):
            np.testing.assert_array_equal(a["latents"], b["latents"])
        self.assertFalse(np.array_equal(one[0]["latents"], other[0]["latents"]))
        self.assertEqual(one[0]["latents"].shape, (8, TOKENS, WIDTH))

    def test_some_examples_hold_nothing_some_what_is_said_and_some_nearly_all(self):
        rng = random.Random(5)
        shares = []
        for _ in range(400):
            _, scene, spec = self.examples.scene(rng)
            shares.append(hold_mask(scene, spec, rng)[1].mean())
        shares = np.array(shares)
        self.assertTrue(0.3 < (shares == 0).mean() < 0.5)
        self.assertTrue(0.2 < ((shares > 0) & (shares < 0.5)).mean() < 0.5)
        self.assertGreater((shares > 0.5).mean(), 0.15)

    def test_what_carries_a_thing_still_does_when_things_change_their_order(self):
        rng = random.Random(6)
        seen = 0
        for _ in range(600):
            _, scene, spec = self.examples.scene(rng)
            after = hold_mask(scene, spec, rng)[0]
            self.assertCountEqual([t["kind"] for t in after["things"]], [t["kind"] for t in scene["things"]])
            carriers = lambda s: sorted((t["kind"], t["x"], s["things"][t["parent"]]["kind"]) for t in s["things"] if t["parent"] is not None)
            self.assertEqual(carriers(after), carriers(scene))
            seen += after is not scene
        self.assertGreater(seen, 5)


class Training(unittest.TestCase):
    def test_a_tiny_run_learns_and_goes_on_where_it_was_cut(self):
        with tempfile.TemporaryDirectory() as folder:
            run = lambda samples: subprocess.run([sys.executable, str(HERE / "train.py"), "--out", folder, "--config", "tiny", "--samples", str(samples)], check=True, capture_output=True, timeout=500)
            run(800)
            run(1600)
            lines = [json.loads(line) for line in (pathlib.Path(folder) / "log.jsonl").read_text().splitlines()]
            losses = [(line["seen"], line["loss"]) for line in lines if "loss" in line]
            self.assertEqual([seen for seen, _ in losses], [800, 1600])  # every 50 steps of 16: the second run did not start anew
            self.assertLess(losses[-1][1], losses[0][1])


if __name__ == "__main__":
    unittest.main()
