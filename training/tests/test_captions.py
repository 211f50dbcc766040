"""python -m unittest discover training/tests   (from the root; needs the catalogue and the lexicon of models/plantain-tiny)"""
import collections
import pathlib
import random
import re
import sys
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import captions  # noqa: E402
import handwritten  # noqa: E402
import specs  # noqa: E402
import tongues  # noqa: E402
from english import REGION_WORDS, TARGETS  # noqa: E402
from kinds import ENTRIES, LIVING, WORDS  # noqa: E402
from phrases import PHRASES  # noqa: E402
from places import LAND, MOOD_WORDS, MOODS, USES, WATER  # noqa: E402
from vocabulary import COLORS, MATERIALS, MAX_THINGS, STATES, WORLD_FIELDS, WORLD_FLAGS, WORLD_NUMBERS  # noqa: E402
from wording import ACTIVE_VERBS, COLOR_WORDS, COUNT_WORDS, MATERIAL_WORDS, NUMBER_WORDS, SIZE_WORDS, STATE_WORDS, noun  # noqa: E402


def samples(number: int, seed: str, lang: str | None = None):
    rng = random.Random(seed)
    for _ in range(number):
        spec = specs.sample(rng, lang)
        yield spec, captions.caption(spec, rng)


def quiet(number: int, seed: str, lang: str = 'en'):
    """Captions as the grammar made them, before people's slips."""
    with mock.patch.object(captions, 'noise', lambda text, spec, r: text):
        yield from samples(number, seed, lang)


def says(text: str, options) -> bool:
    low = text.lower()
    return any(re.search(rf'(?<![a-z]){re.escape(o.lower())}(?![a-z])', low) for o in options)


def valid(case: unittest.TestCase, spec: dict) -> None:
    """A spec keeps to the vocabularies and its relations point at something."""
    for field, value in spec['world'].items():
        if field in WORLD_FIELDS:
            case.assertIn(value, WORLD_FIELDS[field], field)
        elif field in WORLD_FLAGS:
            case.assertIs(value, True)
        else:
            case.assertIn(field, WORLD_NUMBERS)
            case.assertTrue(0 <= value <= 1)
    case.assertLessEqual(len(spec['things']), MAX_THINGS)
    for thing in spec['things']:
        case.assertIn(thing['kind'], ENTRIES)
        case.assertIn(thing.get('color', 'red'), COLORS[1:])
        case.assertIn(thing.get('state', 'happy'), STATES[1:])
        case.assertIn(thing.get('material', 'wood'), MATERIALS[1:])
        case.assertIn(thing.get('size', 'tiny'), specs.SIZES)
        case.assertIn(thing.get('region', 'left'), specs.REGIONS)
        case.assertTrue(1 <= thing.get('count', 1) <= 12)
    for i, name, j in spec['relations']:
        case.assertIn(name, specs.RELATIONS)
        case.assertTrue(0 <= i < len(spec['things']))
        case.assertTrue(0 <= j < len(spec['things']) and i != j if isinstance(j, int) else j in ('land', 'water', 'sky', 'sun', 'moon'), spec)
    for what in spec['avoid']:
        case.assertTrue(what in specs.AVOIDABLE or what in ENTRIES or what == 'bird', what)


class Specs(unittest.TestCase):
    def test_specs_keep_to_the_vocabularies(self):
        rng = random.Random('valid')
        for _ in range(6000):
            valid(self, specs.sample(rng))

    def test_every_kind_is_asked_for(self):
        rng, seen = random.Random('kinds'), collections.Counter()
        for _ in range(60000):
            seen.update(t['kind'] for t in specs.sample(rng, 'en')['things'])
        rare = [name for name in ENTRIES if seen[name] < 12]
        self.assertEqual(rare, [])

    def test_every_value_of_the_world_is_asked_for(self):
        rng, seen = random.Random('world'), collections.Counter()
        for _ in range(30000):
            seen.update((f, v) for f, v in specs.sample(rng, 'en')['world'].items() if isinstance(v, str))
        unsaid = [(f, v) for f, values in WORLD_FIELDS.items() for v in values if v not in ('none', 'auto') and seen[f, v] < 10]
        self.assertEqual(unsaid, [])

    def test_about_one_in_eight_is_in_another_language(self):
        rng = random.Random('languages')
        seen = collections.Counter(specs.sample(rng)['lang'] for _ in range(8000))
        self.assertEqual(set(seen), set(specs.LANGUAGES))
        self.assertTrue(0.09 < 1 - seen['en'] / 8000 < 0.16)

    def test_the_same_seed_gives_the_same_words(self):
        self.assertEqual(list(samples(300, 'again')), list(samples(300, 'again')))

    def test_two_of_one_word_can_be_told_apart(self):
        rng = random.Random('twins')
        for _ in range(6000):
            by_word = collections.defaultdict(list)
            for thing in specs.sample(rng, 'en')['things']:
                by_word[thing['word']].append(thing.get('color'))
            for colors in by_word.values():
                self.assertEqual(len(colors), len(set(colors)))


class English(unittest.TestCase):
    def test_every_thing_is_named(self):
        for spec, text in quiet(6000, 'named'):
            for thing in spec['things']:
                nn = noun(thing['word'])
                self.assertTrue(says(text, (nn.singular, nn.plural)), (thing['word'], text))

    def test_numbers_are_right(self):
        for spec, text in quiet(6000, 'numbers'):
            for thing in spec['things']:
                if 'count' in thing:
                    n = thing['count']
                    words = (str(n), f'{n}x', f'x{n}', NUMBER_WORDS[n], *COUNT_WORDS.get(n, ()), 'pair', 'trio')
                    if n == 1 and noun(thing['word']).sort in ('plural', 'proper', 'mass'):
                        continue
                    self.assertTrue(says(text, words), (n, text))

    def test_every_attribute_is_said(self):
        for spec, text in quiet(6000, 'attributes'):
            for thing in spec['things']:
                living = thing['kind'] in LIVING
                if 'color' in thing:
                    self.assertTrue(says(text, COLOR_WORDS[thing['color']]), (thing, text))
                if 'size' in thing:
                    self.assertTrue(says(text, SIZE_WORDS[thing['size']]), (thing, text))
                if 'material' in thing:
                    self.assertTrue(says(text, sum(MATERIAL_WORDS[thing['material']], ())), (thing, text))
                if 'state' in thing:
                    words = sum(STATE_WORDS[thing['state']], ()) + sum(ACTIVE_VERBS.get(thing['state'], ((), ())), ())
                    words += tuple(w.replace('that is ', 'that are ').replace(' its ', ' their ').replace('that has ', 'that have ').replace('that looks ', 'that look ') for w in words) + tuple(w.removeprefix('that is ') for w in words)
                    self.assertTrue(says(text, words), (thing, text, living))
                if 'region' in thing:
                    self.assertTrue(says(text, REGION_WORDS[thing['region']]), (thing, text))
                if 'facing' in thing:
                    self.assertTrue(says(text, (thing['facing'],)), (thing, text))
                if 'text' in thing:
                    self.assertIn(thing['text'], text)

    def test_the_world_is_said_or_implied(self):
        for spec, text in quiet(6000, 'world'):
            implied = dict(USES[spec['use']][0]) if 'use' in spec else {}
            for options in MOODS.get(spec.get('mood', ''), ()):
                implied |= {k: v for k, v in options.items() if spec['world'].get(k) == v}
            for field, value in spec['world'].items():
                if implied.get(field) == value:
                    continue
                self.assertTrue(self.said(field, value, spec, text), (field, value, text))

    @staticmethod
    def said(field: str, value, spec: dict, text: str) -> bool:
        if field == 'backdrop':
            return says(text, COLOR_WORDS[value])
        if field in ('land', 'water'):
            place = (LAND if field == 'land' else WATER)[value]
            words = [n for _, _, n in place.at if n] + [p for p, _, n in place.at if not n] + [n for _, n in place.of] + list(place.tail) + list(place.kw) + list(place.sent)
            for target in TARGETS[field].get(value, ()):
                words.append(target)
                words.append(target.partition(' ')[2] or target)
            # "on a red background" is a studio, "on a red tablecloth" a table; "product shot" is a studio.
            return says(text, words) or field == 'land' and value in ('studio', 'table') and ('backdrop' in spec['world'] or 'use' in spec)
        words = [w for p in PHRASES if (field, value) in p.fields for form in ('of', 'adj', 'pp', 'kw', 'sent') for w in getattr(p, form)]
        words += [w.partition(' ')[2] for w in words if w.startswith(('a ', 'an '))]  # "a cosy low-angle view of"
        if field == 'moon':
            words += ['moon']
        if field == 'sun':
            words += ['sun']
        return says(text, words)

    def test_moods_and_uses_are_said(self):
        for spec, text in quiet(5000, 'moods'):
            if spec.get('mood') and MOOD_WORDS[spec['mood']]:
                self.assertTrue(says(text, MOOD_WORDS[spec['mood']]), (spec['mood'], text))
            if 'use' in spec:
                frames = [f.rstrip(':').removesuffix(' of').removesuffix(' with').removesuffix(' showing').partition(' ')[2] or f for f in USES[spec['use']][1]]
                self.assertTrue(says(text, (*USES[spec['use']][2], *frames)) or spec['use'].split(' ')[0] in text.lower(), (spec['use'], text))

    def test_left_and_right_are_not_mixed_up(self):
        side = r'(?:(?:to|on|at|the|just|is|stands|standing|waits|waiting|lies|lying|rests|placed|seen|can|be) )*(left|right)(?: side)? of (?:a |the |it)'
        read = 0
        for name, other in (('left of', 'right of'), ('right of', 'left of')):
            for n in range(400):
                spec = {'world': {}, 'things': [{'kind': 'cat', 'word': 'cat'}, {'kind': 'lamp', 'word': 'lamp'}], 'relations': [[0, name, 1]], 'avoid': [], 'lang': 'en'}
                with mock.patch.object(captions, 'noise', lambda text, spec, r: text):
                    text = captions.caption(spec, random.Random(n)).lower()
                for pattern, expected in (
                    (rf'^(?:a |an |there is |there\'s )?cat {side}', name), (rf'^(?:a |there is |there\'s )?lamp {side}', other),
                    (r'^(?:a )?lamp with (?:a )?cat (?:on|to) its (left|right)', name), (r'^(?:a )?cat with (?:a )?lamp (?:on|to) its (left|right)', other),
                    (r'^(?:a )?lamp with (?:a )?cat (?:to the |on the )?(left|right) of it', name), (r'^(?:a )?cat with (?:a )?lamp (?:to the |on the )?(left|right) of it', other),
                    (r'^(?:to the |on the |at the )?(left|right)(?: side)? of (?:a )?lamp ', name),
                ):
                    match = re.search(pattern, text)
                    if match:
                        read += 1
                        self.assertEqual(match[1] + ' of', expected, text)
                        break
        self.assertGreater(read, 300)

    def test_what_must_not_be_seen_is_denied(self):
        for spec, text in quiet(6000, 'avoid'):
            if spec['avoid']:
                self.assertTrue(says(text, ('no', 'without', 'leave out', "don't", 'zero', 'minus', 'not')), (spec['avoid'], text))

    def test_captions_differ(self):
        spec = {'world': {'land': 'forest', 'time': 'night'}, 'things': [{'kind': 'fox', 'word': 'fox', 'color': 'red'}, {'kind': 'owl', 'word': 'owl'}], 'relations': [[1, 'above', 0]], 'avoid': [], 'lang': 'en'}
        texts = {captions.caption(spec, random.Random(n)) for n in range(500)}
        self.assertGreater(len(texts), 480)


class Tongues(unittest.TestCase):
    def test_every_thing_is_named_in_every_language(self):
        for lang in tongues.ORDER:
            for spec, text in samples(600, lang, lang):
                valid(self, spec)
                for thing in spec['things']:
                    found = tongues.NOUNS[lang][thing['kind']]
                    forms = [found.word, found.plural, found.plural + 'n']
                    if lang == 'hi':
                        forms += [tongues.HeadFinal.oblique(found, True), tongues.HeadFinal.oblique(found, False)]
                    self.assertTrue(any(f.lower() in text.lower() for f in forms), (thing, text))

    def test_german_endings(self):
        spec = {'world': {}, 'things': [{'kind': 'cat', 'word': 'Katze', 'color': 'red'}, {'kind': 'table', 'word': 'Tisch', 'size': 'small'}], 'relations': [[0, 'on', 1]], 'avoid': [], 'lang': 'de'}
        texts = ' '.join(captions.caption(spec, random.Random(n)).lower() for n in range(60))
        self.assertIn('auf einem kleinen tisch', texts)
        self.assertNotIn('ein rote', texts.replace('eine', ''))


class HandWritten(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.prompts = handwritten.load()

    def test_prompts_become_specs(self):
        self.assertGreater(len(self.prompts), 2600)
        self.assertGreater(sum(reliable for _, _, reliable in self.prompts), 2300)
        for _, spec, _ in self.prompts:
            valid(self, spec)

    def test_what_is_written_is_read(self):
        by_prompt = {prompt: spec for prompt, spec, _ in self.prompts}
        spec = by_prompt['a black cat curled inside a white basket, next to it a white cat inside a black basket']
        self.assertEqual([(t['kind'], t['color']) for t in spec['things']], [('cat', 'black'), ('basket', 'white'), ('cat', 'white'), ('basket', 'black')])
        self.assertEqual(spec['relations'][0], [0, 'in', 1])

    def test_swapped_words_stand_in_prompt_and_spec(self):
        rng, changed = random.Random('swap'), 0
        with mock.patch.object(handwritten, 'noise', lambda text, spec, r: text):
            for _ in range(4000):
                prompt, spec, _ = self.prompts[int(rng.random() * len(self.prompts))]
                new, told = handwritten.augment(prompt, spec, rng)
                changed += new != prompt
                valid(self, told)
                for thing, old in zip(told['things'], spec['things'], strict=True):
                    if thing['kind'] != old['kind']:
                        nn = noun(thing['word'])
                        self.assertTrue(says(new, (nn.singular, nn.plural)), (thing, new))
                    if thing.get('color') != old.get('color'):
                        self.assertTrue(says(new, COLOR_WORDS[thing['color']]), (thing, new))
                    if thing.get('count') != old.get('count'):
                        self.assertTrue(says(new, (str(thing['count']), NUMBER_WORDS[thing['count']])), (thing, new))
                self.assertNotRegex(new, r'\b(a a|an an|a an)\b')
        self.assertGreater(changed, 2200)

    def test_swapping_leaves_the_original_alone(self):
        before = repr(self.prompts[:200])
        rng = random.Random('whole')
        for prompt, spec, _ in self.prompts[:200]:
            handwritten.augment(prompt, spec, rng)
        self.assertEqual(repr(self.prompts[:200]), before)


if __name__ == '__main__':
    unittest.main()
