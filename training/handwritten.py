"""
Hand-written prompts with facets (data/prompts-*.jsonl) as specs, and new prompts from old ones by swapping what is said.

`load()` gives (prompt, spec, reliable). Facets name what a person would check in words of their own ("sheepdog", "emerald",
"crouching"); the lexicon turns them into kinds, colours, states, places. What the vocabularies lack is left out. A prompt is
unreliable where its main subject is lost: then the spec is true as far as it goes, but the picture would lack the point.
"""
from __future__ import annotations

import copy
import json
import pathlib
import re

from captions import ASKING, noise
from features import Lexicon
from kinds import CATEGORY, CLOTHES, ENTRIES, HEIGHT, LIVING, WEARABLE, WEARABLE_ON_HEAD, WORDS
from phrases import PHRASES
from places import MOODS, USES
from vocabulary import INDOOR
from wording import COLOR_WORDS, NUMBER_WORDS, article, noun, plural

DATA = pathlib.Path(__file__).resolve().parent / 'data'
LEXICON = pathlib.Path(__file__).resolve().parent.parent / 'models/plantain-tiny/text_encoder/lexicon.json'
FILES = ('prompts-everyday.jsonl', 'prompts-composed.jsonl', 'prompts-own.jsonl')

RELATION = {
    'on': 'on', 'in': 'in', 'inside': 'in', 'wearing': 'wearing', 'holding': 'holding', 'next to': 'next to', 'above': 'above', 'below': 'below', 'under': 'under', 'behind': 'behind', 'in front of': 'in front of', 'between': 'between', 'around': 'around',
    'left of': 'left of', 'right of': 'right of', 'riding': 'riding', 'reflected in': 'reflected in', 'near': 'near', 'at': 'near', 'over': 'above', 'beside': 'next to', 'outside': 'near', 'among': 'near', 'leaning on': 'next to', 'leaning against': 'next to', 'facing': 'near',
    'carrying': 'holding', 'lifting': 'holding', 'eating': 'holding', 'juggling': 'holding', 'reading': 'holding', 'playing': 'holding', 'pulling': 'near', 'pushing': 'next to', 'hugging': 'next to', 'chasing': 'near', 'passing': 'next to', 'tied to': 'next to', 'looking at': 'near',
    'holding hands with': 'next to', 'dancing with': 'next to', 'watering': 'near', 'towing': 'near', 'painting': 'near', 'along': 'near', 'watching': 'near', 'pointing at': 'near', 'feeding': 'near', 'walking': 'near', 'drawing': 'near', 'touching noses with': 'next to',
}
REGION = {
    'left': 'left', 'right': 'right', 'center': 'center', 'centre': 'center', 'middle': 'center', 'top': 'top', 'bottom': 'bottom', 'top left': 'top left', 'top right': 'top right', 'bottom left': 'bottom left', 'bottom right': 'bottom right', 'upper right': 'top right', 'upper left': 'top left',
    'lower right': 'bottom right', 'lower left': 'bottom left', 'background': 'background', 'foreground': 'foreground', 'front': 'foreground', 'front row': 'foreground', 'back': 'background', 'back row': 'background', 'upper part': 'top', 'lower part': 'bottom',
}
SIZE = {'tiny': 'tiny', 'miniature': 'tiny', 'very small': 'tiny', 'small': 'small', 'little': 'small', 'short': 'small', 'big': 'large', 'large': 'large', 'tall': 'large', 'fat': 'large', 'huge': 'huge', 'giant': 'huge', 'enormous': 'huge', 'gigantic': 'huge', 'oversized': 'huge', 'towering': 'huge', 'tall, thin': 'large', 'massive': 'huge', 'very big': 'huge'}
#: Words of the lexicon whose moods are mine by another name.
MOOD = {'serene': 'peaceful', 'melancholy': 'melancholic', 'joyful': 'cheerful', 'playful': 'cheerful', 'dramatic': 'tense', 'majestic': 'epic', 'futuristic': 'cyberpunk'}
USE = {'avatar': 'profile picture', 'card': 'postcard', 'flyer': 'poster', 'web page': 'banner', 'illustration': "children's book"}
#: States that only the living have.
LIVELY = frozenset(('happy', 'sad', 'angry', 'surprised', 'sitting', 'sleeping', 'running', 'dancing'))
#: Named among the objects, but parts of the scene: not things of their own (unless coloured, counted or sized).
SCENIC = frozenset('sky water floor ground sand grass snow sea ocean beach lake river pond street road path lawn rain fog mist ice mud air field meadow'.split())
NOTHING = frozenset('wall floor sky shadow light background ceiling reflection water ground face body eyes eye mouth hair nose roof step air steam smoke dust tail wing fur skin head back paw leg arm beard room'.split())
UNDERABLE = frozenset('tree table umbrella bed bench bridge parasol chair desk'.split())
WORLD_FIELDS = ('land', 'water', 'cover', 'season', 'time', 'weather', 'moon', 'style', 'viewpoint', 'light', 'grade')
MULTIPLE = re.compile(r'\b(many|lots|hundreds|dozens|thousands|countless|full of|crowd|herd|swarm|flock|endless|everywhere|covered in|rows of|too many|field of)\b', re.I)
COLLECTIVE = re.compile(r'\b(flock|herd|school|swarm|pack|crowd|dozens|hundreds|lots|rows|row|army|pile|heap|shoal) of')
ONE = re.compile(r'\b(one|single|lone|solitary|only|just a|1|exactly one|a lone)\b', re.I)
AVOID = {'people': 'person', 'person': 'person', 'humans': 'person', 'crowd': 'person', 'customers': 'person', 'rower': 'person', 'people on the beach': 'person', 'text': 'text', 'words': 'text', 'letters': 'text', 'lettering': 'text', 'writing': 'text', 'annotations': 'text', 'slogan': 'text', 'logo': 'text',
         'face': None, 'faces': 'person', 'hands': None, 'animal': 'animal', 'animals': 'animal', 'plant': 'plant', 'building': 'building', 'cars': 'vehicle', 'clouds': 'cloud', 'cloud': 'cloud', 'birds in the sky': 'bird'}


class Meanings:
    """What surfaces of the lexicon say: [(field, value)]; things have the field 'thing'. Only what is said, not what is likely."""

    def __init__(self, path: pathlib.Path = LEXICON):
        self.lexicon = Lexicon(json.loads(path.read_text()))
        self.edge = len(self.lexicon.meanings)

    def of(self, surface: str) -> list[tuple[str, str, int]]:
        entry = self.lexicon.entries.get(surface)
        if entry is None:
            return []
        if entry and isinstance(entry[0], str):
            entry = entry[1:]
        out = []
        for code in entry:
            meaning, way = code >> 2, code & 3
            if way == 2:
                continue
            if meaning < self.edge:
                field, value = self.lexicon.meanings[meaning]
                out.append((field, value, way))
            elif self.lexicon.things[meaning - self.edge] in ENTRIES:
                out.append(('thing', self.lexicon.things[meaning - self.edge], way))
        return out

    def scan(self, text: str, fields: tuple[str, ...]) -> list[tuple[str, str]]:
        """All that a piece of text says of these fields."""
        tokens = re.findall(r"[a-z0-9']+", text.lower().replace('-', ' '))
        return [(f, v) for unit in self.lexicon.phrases(tokens) for f, v, _ in self.of(unit) if f in fields]

    def first(self, text: str, field: str) -> str | None:
        return next((v for _, v in self.scan(text, (field,))), None)

    def kind(self, name: str) -> str | None:
        """Catalogue id of a name: the whole of it, or its head where the rest only describes."""
        words = name.lower().replace('-', ' ').split(' ')
        for start in range(len(words)):
            surface = ' '.join(words[start:])
            if start and surface in ('player', 'needle', 'piece', 'line', 'seat', 'sheet', 'stick', 'head', 'end', 'top', 'side', 'row', 'light', 'leaf', 'bar', 'post', 'slice', 'board', 'house', 'bed', 'glass', 'window', 'land', 'machine'):
                return None
            for field, value, way in self.of(surface):
                if field == 'thing' and (way == 0 or start == 0):
                    return value
        return None


def _count(name: str, given, text: str, kind: str) -> dict:
    """count or plural of a thing, from its facet and from how the prompt names it."""
    low = text.lower()
    if isinstance(given, int):
        if given == 1:
            return {'count': 1} if ONE.search(text) else {}
        return {'count': given} if given <= 12 else {'plural': 'many'}
    if COLLECTIVE.search(low) and re.search(COLLECTIVE.pattern + rf' (\w+ )?{re.escape(name.lower()[:4])}', low):
        return {'plural': 'many'}
    words = re.findall(r"[a-z']+", low)
    singles = {name.lower(), *WORDS[kind]}
    heads = {w.split(' ')[-1] for w in singles}
    if not heads & set(words) and any(plural(w) in words or w + 's' in words for w in heads if len(w) > 2):
        return {'plural': 'many' if MULTIPLE.search(text) else 'some'}
    return {}


class Reader:
    """Facets of one prompt -> its spec."""

    def __init__(self, meanings: Meanings):
        self.m = meanings

    def read(self, prompt: str, facets: dict, lang: str = 'en') -> tuple[dict, bool]:
        self.prompt = prompt
        world: dict = {}
        things: list[dict] = []
        self.world = world
        names: list[str] = []
        places: list = []  # index in things, 'land', 'water', 'sky', 'sun', 'moon' or None
        lost_first, lost = False, 0
        objects = facets.get('objects', [])
        for k, facet in enumerate(objects):
            names.append(facet['name'])
            where = self._object(facet, things)
            places.append(where)
            if where is None and facet['name'].lower() not in NOTHING:
                lost += 1
                lost_first |= k == 0
        self._world(facets)
        relations = self._linked(facets['links'], names, places) if 'links' in facets else self._relations(facets.get('relations', []), names, places)
        texts = facets.get('text', [])
        if texts and things:
            bearer = next((t for t in things if CATEGORY[t['kind']] == 'sign' or t['kind'] in ('book', 'flag', 'billboard', 'chalkboard', 'neon sign', 'speech bubble', 'letter', 'mug', 'cake', 'shirt')), things[0])
            bearer['text'] = texts[0]
        avoid = self._avoid(facets.get('avoid', []), {t['kind'] for t in things})
        things, relations = self._cut(things, relations)
        spec = {'world': world, 'things': things, 'relations': relations, 'avoid': avoid, 'lang': lang}
        mood = facets.get('mood')
        if mood:
            found = self.m.first(mood, 'mood')
            found = MOOD.get(found, found)
            if found in MOODS:
                spec['mood'] = found
                for field, value in MOODS[found][0].items():
                    world.setdefault(field, value)
        use = facets.get('use')
        if use:
            found = self.m.first(use, 'use')
            found = USE.get(found, found)
            if use.lower() in USES:
                found = use.lower()
            if found in USES:
                spec['use'] = found
                for field, value in USES[found][0].items():
                    world.setdefault(field, value)
        self._agree(world)
        reliable = not lost_first and lost * 2 <= max(len(objects), 1) and bool(things or world and not lost)
        return spec, reliable

    # --- things ------------------------------------------------------------------------------------------------------------

    def _object(self, facet: dict, things: list[dict]):
        name = facet['name']
        low = name.lower()
        meanings = self.m.of(low.replace('-', ' '))
        scene = {f: v for f, v, _ in meanings if f in ('land', 'water', 'cover', 'weather', 'time', 'season', 'moon', 'flag')}
        special = any(facet.get(k) for k in ('color', 'size', 'material')) or isinstance(facet.get('count'), int) and facet['count'] > 1
        if low in ('moon', 'full moon', 'crescent moon', 'sun', 'rainbow') and not special:
            if low == 'sun':
                self.world['sun'] = True
                return 'sun'
            if low == 'rainbow':
                self.world['rainbow'] = True
                return 'sky'
            self.world['moon'] = 'crescent' if 'crescent' in low or 'crescent' in str(facet.get('state', '')) else 'full'
            self.world.setdefault('time', 'night')
            return 'moon'
        if low in ('sky', 'night sky', 'air'):
            return 'sky'
        if low in ('water', 'waves'):
            return 'water'
        if low in ('star', 'stars', 'milky way') and not special and plural('star') in self.prompt.lower():
            self.world.setdefault('time', 'night')
            self.world.setdefault('weather', 'clear')
            return 'sky'
        if low in ('cloud', 'clouds') and not special and 'clouds' in self.prompt.lower():
            self.world.setdefault('weather', 'cloudy')
            return 'sky'
        thing = next((v for f, v, way in meanings if f == 'thing'), None)
        if low in NOTHING or low in SCENIC or scene and (thing is None or thing in ('mountain', 'island', 'volcano') and not special or low in ('grass', 'snow')):
            if low in NOTHING and not scene:
                return None
            for f, v in scene.items():
                if f == 'flag':
                    self.world[v] = True
                else:
                    self.world.setdefault(f, v)
            return 'water' if 'water' in scene and scene.get('land') not in ('beach',) else 'land' if scene else None
        kind = thing or self.m.kind(low)
        if kind is None:
            return None
        out: dict = {'kind': kind, 'word': low if low not in ENTRIES else low}
        out.update(_count(name, facet.get('count'), self.prompt, kind))
        self._attributes(facet, out)
        things.append(out)
        return len(things) - 1

    def _attributes(self, facet: dict, out: dict) -> None:
        color = facet.get('color')
        if isinstance(color, list):
            color = color[0] if color else None
        if color:
            found = self.m.first(str(color), 'color')
            if found and found != 'auto':
                out['color'] = found
        size = str(facet.get('size', '')).lower()
        if size:
            found = SIZE.get(size) or self.m.first(size, 'size')
            if found:
                out['size'] = found
        material = facet.get('material')
        if material:
            found = self.m.first(str(material), 'material')
            if found and found != 'none':
                out['material'] = found
        state = str(facet.get('state', ''))
        if state:
            found = [v for _, v in self.m.scan(state, ('state',)) if v != 'none']
            living = out['kind'] in LIVING
            found = [v for v in found if living or v not in LIVELY]
            if found:
                out['state'] = next((v for v in found if v != 'old'), found[0])
            facing = re.search(r'\b(?:facing|looking|turned|pointing)(?: to)?(?: the)? (left|right)\b', state)
            if facing:
                out['facing'] = facing[1]
        region = REGION.get(str(facet.get('region', '')).lower())
        if region:
            out['region'] = region

    def _linked(self, links: list, names: list[str], places: list) -> list:
        """Relations by place in the list of objects, where names alone would be ambiguous."""
        return [told for i, name, j in links if name in RELATION and (told := self._told(places[i], RELATION[name], places[j], names[j]))]

    def _told(self, one, rel: str, other, name: str):
        """[thing, relation, thing or part of the world] or None."""
        if isinstance(one, int) and other is not None and one != other:
            if rel == 'below' and (name.split(' ')[-1] in UNDERABLE or re.search(r'\b(under|underneath|beneath)\b', self.prompt)):
                rel = 'under'
            if not isinstance(other, int) and rel in ('wearing', 'holding', 'riding', 'left of', 'right of', 'around', 'between'):
                return None
            return [one, rel, other]
        if isinstance(other, int) and one in ('land', 'water', 'sky', 'sun', 'moon') and rel in ('behind', 'in front of', 'around'):
            # "a lake in front of the cabin": told from the other side.
            return [other, 'in front of' if rel == 'behind' else 'near', one]
        return None

    def _relations(self, given: list, names: list[str], places: list) -> list:
        out, used = [], set()
        for a, name, b in given:
            rel = RELATION.get(name)
            if rel is None:
                continue
            for i, first in enumerate(names):
                if first != a or places[i] is None or (i, name, b) in used:
                    continue
                later = [j for j, second in enumerate(names) if second == b and j != i]
                if not later:
                    continue
                j = next((j for j in later if j > i), later[0])
                used.add((i, name, b))
                told = self._told(places[i], rel, places[j], b)
                if told:
                    out.append(told)
                break
        return out

    @staticmethod
    def _cut(things: list[dict], relations: list) -> tuple[list[dict], list]:
        if len(things) <= 8:
            return things, relations
        return things[:8], [r for r in relations if all(not isinstance(v, int) or v < 8 for v in (r[0], r[2]))]

    # --- the world ---------------------------------------------------------------------------------------------------------

    def _world(self, facets: dict) -> None:
        world, m = self.world, self.m
        fields = {'weather': ('weather', 'cover', 'flag'), 'season': ('season',), 'time_of_day': ('time', 'moon', 'light'), 'style': ('style', 'grade', 'light'), 'viewpoint': ('viewpoint',), 'lighting': ('light', 'time', 'moon', 'grade'), 'mood': ('weather', 'grade', 'light')}
        said = {key: ' '.join(map(str, v)) if isinstance(v, list) else str(v) for key, v in facets.items() if key in (*fields, 'background', 'palette')}
        background = said.get('background', '')
        if background:
            self._background(background)
        for key, wanted in fields.items():
            for field, value in m.scan(said.get(key, ''), wanted):
                if field == 'flag':
                    world[value] = True
                else:
                    world.setdefault(field, value)
        for field, value in m.scan(said.get('palette', ''), ('grade',)):
            world.setdefault('grade', value)
        if 'sunny' in said.get('weather', ''):
            world.setdefault('weather', 'clear')

    def _background(self, text: str) -> None:
        world, m = self.world, self.m
        if re.search(r'\b(moon|lunar|mars)\b', text.lower()):
            world.setdefault('land', 'moon')
            return
        places = m.scan(text, ('land', 'water', 'cover', 'season', 'time', 'backdrop'))
        if any(f in ('land', 'water') for f, _ in places):
            for field, value in places:
                world.setdefault(field, value)
            return
        if text in ('none', 'blank', 'transparent', 'plain paper', 'air'):
            world.setdefault('land', 'sky' if text == 'air' else 'studio')
            return
        color = m.first(text, 'color') or next((v for f, v in places if f == 'backdrop'), None)
        if color and color != 'auto':
            world.setdefault('land', 'room' if 'wall' in text else 'table' if 'table' in text or 'desk' in text else 'studio')
            world.setdefault('backdrop', color)

    @staticmethod
    def _agree(world: dict) -> None:
        """Fields that cannot go together: what the moon or the lights of the sky need wins."""
        for field in ('land', 'water', 'cover', 'moon'):
            if world.get(field) == 'none':
                del world[field]
        if world.get('backdrop') == 'auto':
            del world['backdrop']
        if world.get('aurora'):
            world.setdefault('time', 'night')
        if world.get('time') == 'night':
            world.pop('sun', None)

    def _avoid(self, given: list, present: set) -> list[str]:
        out = []
        for what in given:
            low = str(what).lower()
            found = AVOID[low] if low in AVOID else self.m.kind(low)
            if found and found not in present and found not in out:
                out.append(found)
        return out


def load() -> list[tuple[str, dict, bool]]:
    """All hand-written prompts: (prompt, spec, reliable)."""
    reader, out = Reader(Meanings()), []
    for name in FILES:
        path = DATA / name
        for line in path.read_text(encoding='utf-8').splitlines():
            row = json.loads(line)
            spec, reliable = reader.read(row['prompt'], row['facets'], row.get('lang', 'en'))
            out.append((row['prompt'], spec, reliable))
    return out


# --- new prompts from old ----------------------------------------------------------------------------------------------------------

#: Colours that a colour word of a prompt may turn into.
PLAIN_COLORS = ('red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink', 'brown', 'black', 'gray', 'white', 'gold')
COLOR_OF = {word: color for color, words in COLOR_WORDS.items() for word in words if word not in ('rose', 'plum', 'salmon', 'copper', 'coral', 'mint', 'lime', 'lemon', 'olive', 'amber', 'jade', 'cream', 'silver', 'charcoal', 'chocolate', 'tan', 'mustard', 'hazel', 'caramel')}
COLOR_WORD = re.compile(r'\b(' + '|'.join(sorted(map(re.escape, COLOR_OF), key=len, reverse=True)) + r')\b', re.I)
NUMBER_OF = {**{w: n for n, w in enumerate(NUMBER_WORDS) if n > 1}, **{str(n): n for n in range(2, 13)}}
NUMBER = re.compile(r'(?<![\w.,:/-])(' + '|'.join(sorted(NUMBER_OF, key=len, reverse=True)) + r")(?![\w.,:/'-])", re.I)
SWAP_TIMES = {'night': 'night', 'sunset': 'sunset', 'dawn': 'dawn', 'dusk': 'dusk', 'noon': 'noon', 'sunrise': 'dawn', 'midnight': 'night', 'golden hour': 'golden hour'}
TIME = re.compile(r'\bat (night|sunset|dawn|dusk|noon|sunrise|midnight|golden hour)\b', re.I)
SWAP_WEATHERS = {'rain': 'rain', 'fog': 'fog', 'storm': 'storm', 'mist': 'fog', 'wind': 'windy'}
WEATHER = re.compile(r'\bin the (rain|fog|storm|mist|wind)\b', re.I)
SWAP_PLACES = {'forest': 'forest', 'desert': 'desert', 'jungle': 'jungle', 'meadow': 'meadow', 'park': 'park', 'garden': 'garden', 'village': 'village', 'kitchen': 'kitchen', 'bedroom': 'bedroom', 'living room': 'living room', 'library': 'library', 'canyon': 'canyon', 'field': 'field', 'city': 'city'}
PLACE = re.compile(r'\bin (a|the) (forest|desert|jungle|meadow|park|garden|village|kitchen|bedroom|living room|library|canyon|field|city)\b', re.I)
SIDES = re.compile(r'\b(on|to|at|in) (the|his|her|its|their) (left|right)\b|\b(left|right)(?= of\b| side\b|-hand\b| corner\b)|\b(top|bottom|upper|lower|facing|far)[ -](left|right)\b|^(left|right):|, (left|right):', re.I)
MIRROR = {'left': 'right', 'right': 'left', 'left of': 'right of', 'right of': 'left of', 'top left': 'top right', 'top right': 'top left', 'bottom left': 'bottom right', 'bottom right': 'bottom left'}
GROUP_OF_SWAP = {'animal': 'animal', 'bird': 'bird', 'insect': 'insect', 'fish': 'fish', 'person': 'person', 'fantasy': 'person', 'vehicle': 'vehicle', 'food': 'food'}


def _pools() -> dict[str, tuple[str, ...]]:
    """What may stand in for a thing: of its category and within a factor of its size."""
    out = {}
    for name in ENTRIES:
        out[name] = tuple(n for n in ENTRIES if n != name and CATEGORY[n] == CATEGORY[name] and 1 / 4 < HEIGHT[n] / HEIGHT[name] < 4 and noun(n).sort == 'count' and (n in LIVING) == (name in LIVING))
    # A garment for a garment, a hat for a hat.
    for group in (WEARABLE_ON_HEAD, CLOTHES, tuple(n for n in WEARABLE if n not in WEARABLE_ON_HEAD)):
        for name in group:
            out[name] = tuple(dict.fromkeys(n for n in group if n != name and noun(n).sort == 'count'))
    return out


POOLS = _pools()
#: All words of a kind, longest first, so that "straw hat" is found before "hat".
NAMES = {name: tuple(sorted(set(words), key=len, reverse=True)) for name, words in WORDS.items()}


def augment(prompt: str, spec: dict, rng) -> tuple[str, dict]:
    """Another prompt of the same build: things, colours, numbers, sides, places, hours swapped; spec follows. Inputs stay as they are."""
    spec = copy.deepcopy(spec)
    r = rng.random
    if spec.get('lang', 'en') != 'en':
        return prompt, spec
    if spec['things'] and r() < 0.75:
        order = list(range(len(spec['things'])))
        rng.shuffle(order)
        for i in order[: 1 if r() < 0.55 else 2]:
            prompt = _swap_thing(prompt, spec, i, rng)
    if r() < 0.6:
        prompt = _swap_color(prompt, spec, rng)
    if r() < 0.5:
        prompt = _swap_number(prompt, spec, rng)
    if r() < 0.4:
        prompt = _mirror(prompt, spec)
    if r() < 0.4:
        prompt = _swap_world(prompt, spec, rng)
    if r() < 0.25:
        prompt = _add(prompt, spec, rng)
    if r() < 0.07 and re.match(r'(a|an|one|two|three|four|some|the) ', prompt, re.I) and '?' not in prompt and '. ' not in prompt:
        opening = ASKING[int(r() * len(ASKING))]
        prompt = f'{opening.strip()} {prompt[:1].lower() + prompt[1:]}'
    if r() < 0.2:
        prompt = noise(prompt, spec, r)
    return prompt, spec


#: What may be added at the end of a prompt that says nothing of the kind: (field, value, words).
ADDITIONS = {field: [] for field in ('style', 'time', 'weather', 'grade', 'light')}
for _phrase in PHRASES:
    if len(_phrase.fields) == 1 and _phrase.fields[0][0] in ADDITIONS:
        ADDITIONS[_phrase.fields[0][0]].append((_phrase.fields[0][1], _phrase.pp + _phrase.kw))
_meanings: list[Meanings] = []
_silent: dict[tuple[str, str], bool] = {}


def _add(prompt: str, spec: dict, rng) -> str:
    """A style, an hour, a weather, a palette or a light where the prompt has none."""
    world = spec['world']
    field = ('style', 'style', 'time', 'weather', 'grade', 'light')[int(rng.random() * 6)]
    if field in world or spec.get('mood') or spec.get('use') or len(prompt) > 160 or prompt.endswith('?'):
        return prompt
    if field in ('time', 'weather') and (world.get('land') in INDOOR or world.get('land') in ('underwater', 'space', 'moon') or any(f in world for f in ('time', 'weather', 'moon', 'aurora', 'sun', 'rainbow', 'backdrop', 'light'))):
        return prompt
    silent = _silent.get((prompt, field))
    if silent is None:
        if not _meanings:
            _meanings.append(Meanings())
        fields = ('time', 'weather', 'moon', 'season', 'flag', 'light') if field in ('time', 'weather') else ('style', 'grade') if field in ('style', 'grade') else (field, 'time')
        silent = not _meanings[0].scan(prompt, fields)
        if len(_silent) < 50000:
            _silent[prompt, field] = silent
    if not silent:
        return prompt
    value, words = ADDITIONS[field][int(rng.random() * len(ADDITIONS[field]))]
    world[field] = value
    return f"{prompt.rstrip('. ')}, {words[int(rng.random() * len(words))]}"


def _article_before(text: str, at: int, word: str) -> tuple[str, int]:
    """Mends 'a' or 'an' that stands right before position at; the text up to at, and at anew."""
    match = re.search(r'\b(an?) $', text[:at], re.I)
    if match:
        right = article(word)
        right = right.capitalize() if match[1][0].isupper() else right
        head = text[: match.start(1)] + right + ' '
        return head, len(head)
    return text[:at], at


def _replace(text: str, start: int, end: int, word: str) -> str:
    if text[start : start + 1].isupper() and (start == 0 or text[start:end].istitle()):
        word = word[:1].upper() + word[1:]
    head, _ = _article_before(text, start, word)
    return head + word + text[end:]


def _swap_thing(prompt: str, spec: dict, i: int, rng) -> str:
    thing = spec['things'][i]
    old, others = thing['word'], [t for k, t in enumerate(spec['things']) if k != i]
    # Twins, compounds and whatever is told by its look cannot be swapped by name alone.
    if any(t['kind'] == thing['kind'] or old in t['word'] or t['word'] in old for t in others) or 'state' in thing and thing['state'] in ('open', 'lit', 'dancing') or 'text' in thing:
        return prompt
    pool = POOLS[thing['kind']]
    if len(pool) < 5:
        return prompt
    low = prompt.lower()
    # The words may stand in the plural, or be another word of the same kind ("kids" for a child).
    for base in (old, *NAMES[thing['kind']]):
        for many, surface in ((False, base), (True, plural(base))):
            if surface not in low or not many and plural(base) == base:
                continue
            found = list(re.finditer(rf"(?<![\w-]){re.escape(surface)}(?![\w'’-])", prompt, re.I))
            if not found or len(found) > 2:
                continue
            # "apple tree", "fox mask": the noun is part of a compound.
            after = prompt[found[0].end() : found[0].end() + 12]
            if re.match(r" (tree|hat|shop|house|box|car|pot|cake|mask|field|juice|pie|bowl|cup|light|lamp|stand|shaped|costume|hat|food|soup|family|skin|head|ears?|print|suit|door|window|garden|park|race|seller|keeper|station)s?\b", after):
                return prompt
            new = pool[int(rng.random() * len(pool))]
            words = WORDS[new]
            word = words[int(rng.random() * len(words))]
            if noun(word).sort != 'count' or any(t['kind'] == new for t in others):
                return prompt
            written = plural(word) if many else word
            for match in reversed(found):
                prompt = _replace(prompt, match.start(), match.end(), written)
            thing['kind'], thing['word'] = new, word
            thing.pop('variant', None)
            return prompt
    return prompt


def _swap_color(prompt: str, spec: dict, rng) -> str:
    """One colour word that belongs to exactly one thing (or the backdrop) becomes another colour."""
    found = list(COLOR_WORD.finditer(prompt))
    if not found:
        return prompt
    match = found[int(rng.random() * len(found))]
    color = COLOR_OF[match[1].lower()]
    if sum(COLOR_OF[m[1].lower()] == color for m in found) != 1:
        return prompt
    owners = [t for t in spec['things'] if t.get('color') == color]
    backdrop = spec['world'].get('backdrop') == color
    if len(owners) + backdrop != 1:
        return prompt
    taken = {t.get('color') for t in spec['things']} | {spec['world'].get('backdrop')}
    new = PLAIN_COLORS[int(rng.random() * len(PLAIN_COLORS))]
    if new in taken:
        return prompt
    words = COLOR_WORDS[new]
    if backdrop:
        spec['world']['backdrop'] = new
    else:
        owners[0]['color'] = new
    return _replace(prompt, match.start(), match.end(), words[int(rng.random() * len(words))])


def _swap_number(prompt: str, spec: dict, rng) -> str:
    found = list(NUMBER.finditer(prompt))
    if not found:
        return prompt
    match = found[int(rng.random() * len(found))]
    number = NUMBER_OF[match[1].lower()]
    owners = [t for t in spec['things'] if t.get('count') == number]
    if len(owners) != 1 or sum(NUMBER_OF[m[1].lower()] == number for m in found) != 1 or any(t['kind'] == owners[0]['kind'] and t is not owners[0] for t in spec['things']):
        return prompt
    new = 2 + int(rng.random() * rng.random() * 11)
    owners[0]['count'] = new
    word = str(new) if match[1].isdigit() else NUMBER_WORDS[new]
    return _replace(prompt, match.start(), match.end(), word)


def _mirror(prompt: str, spec: dict) -> str:
    """Left becomes right, where the spec knows of sides."""
    sided = any(rel[1] in ('left of', 'right of') for rel in spec['relations']) or any(t.get('region', '') in MIRROR or 'facing' in t for t in spec['things'])
    if not sided:
        return prompt
    sides = re.findall(r'\b(left|right)\b', prompt, re.I)
    spans = [m for m in SIDES.finditer(prompt)]
    if not sides or len(spans) != len(sides):
        return prompt

    def turn(match):
        return re.sub(r'(left|right)', lambda m: _like(m[0], MIRROR[m[0].lower()]), match[0], flags=re.I)

    for rel in spec['relations']:
        rel[1] = MIRROR.get(rel[1], rel[1])
    for thing in spec['things']:
        for key in ('region', 'facing'):
            if key in thing:
                thing[key] = MIRROR.get(thing[key], thing[key])
    if 'sunX' in spec['world']:
        spec['world']['sunX'] = round(1 - spec['world']['sunX'], 3)
    return SIDES.sub(turn, prompt)


def _like(old: str, new: str) -> str:
    return new.upper() if old.isupper() else new.capitalize() if old[0].isupper() else new


def _swap_world(prompt: str, spec: dict, rng) -> str:
    world = spec['world']
    for pattern, table, field, group in ((TIME, SWAP_TIMES, 'time', 1), (WEATHER, SWAP_WEATHERS, 'weather', 1), (PLACE, SWAP_PLACES, 'land', 2)):
        match = pattern.search(prompt)
        if not match or world.get(field) != table[match[group].lower()] or len(pattern.findall(prompt)) != 1:
            continue
        if field == 'time' and (world.get('moon') or world.get('aurora') or 'star' in prompt or 'moon' in prompt or 'sun ' in prompt):
            continue
        if field == 'land' and (world.get('cover') or world.get('water') or world.get('backdrop')):
            continue
        names = [n for n, value in table.items() if value != world[field]]
        word = names[int(rng.random() * len(names))]
        world[field] = table[word]
        if field == 'time' and world[field] == 'night':
            world.pop('sun', None)
        prompt = prompt[: match.start(group)] + word + prompt[match.end(group) :]
        break
    return prompt
