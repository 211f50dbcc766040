"""
What people ask: the plain spec of a wish ("what is said"), and the joint distribution of what is asked.

A spec is a plain dict. It holds only what is said or clearly implied; a scene is completed from it elsewhere.

  world      {field: value}, fields and values of the core vocabularies (land, water, cover, season, time, weather, moon, style,
             viewpoint, light, grade, backdrop, sun, rainbow, aurora, lightning). Numbers appear where words ask for them, as
             targets from 0 to 1: clouds ("cloudless" 0.03, "big clouds" 0.8), haze, drama ("epic" 0.9), focus ("blurred
             background" 0.9), intensity ("heavy rain" 0.9, "light snow" 0.25), horizon ("low horizon" 0.72), sunX ("sun on the
             left" 0.2), relief.
  things     what is named, in order of importance; each a dict:
               kind      catalogue id
               word      the word used, singular base form ("puppy" for kind "dog"); the caption inflects it
               color     one of COLORS without 'auto'
               count     1 to 12, only where a number is said ("three", "a pair of"); a bare singular has no count
               plural    'some' or 'many' where more than one is asked for without a number ("pumpkins", "a herd of cows")
               size      tiny | small | large | huge
               state     one of STATES without 'none'
               material  one of MATERIALS without 'none'
               variant   0 to 3, only where a word asks for a certain look of its kind
               region    left | right | center | top | bottom | top left | top right | bottom left | bottom right |
                         background | foreground
               facing    left | right
               text      lettering on it, verbatim
  relations  [i, rel, j]: i indexes things; j indexes things or is 'land', 'water', 'sky', 'sun' or 'moon'. rel is one of RELATIONS.
             'between' comes as two relations with the same i, or as one to a thing with a count of 2. "a lamp, to its left a cat" is [cat, 'left of', lamp].
  avoid      what must not be seen: catalogue ids, or a category: person, animal, plant, building, vehicle, text, cloud
  lang       en | de | es | fr | zh | ja | hi
  mood, use  optional: the mood or use that is said ('cosy', 'headshot'). What it implies already stands in world, so
             that it can be ignored.
"""
from __future__ import annotations

RELATIONS = (
    'on', 'in', 'under', 'above', 'below', 'behind', 'in front of', 'next to', 'left of', 'right of', 'between', 'around',
    'wearing', 'holding', 'riding', 'reflected in', 'near',
)
SIZES = ('tiny', 'small', 'large', 'huge')
REGIONS = (
    'left', 'right', 'center', 'top', 'bottom', 'top left', 'top right', 'bottom left', 'bottom right', 'background', 'foreground',
)
AVOIDABLE = ('person', 'animal', 'plant', 'building', 'vehicle', 'text', 'cloud')
LANGUAGES = ('en', 'de', 'es', 'fr', 'zh', 'ja', 'hi')


# --- the joint distribution ------------------------------------------------------------------------------------------------------

from kinds import (CATEGORY, CLOTHES, CONTAINERS, COVERS, ENTRIES, FLIERS, FLOATERS, GLOWING, HEIGHT, HOLDABLE, HOUSE_PARTS,  # noqa: E402
                   LETTERED, LIVING, OPENABLE, PARTED, POPULAR, RIDEABLE, SITTERS, SMOKERS, SURFACES, SWIMMERS, WEARABLE, WORDS, of, there)
from places import INDOOR_MOODS, MOODS, USES  # noqa: E402
from vocabulary import INDOOR, MATERIALS  # noqa: E402


def bag(text: str) -> tuple[str, ...]:
    """'mountains 5|hills 3' -> a tuple in which each stands as often as it weighs, for one draw."""
    out: list[str] = []
    for part in text.split('|'):
        name, _, weight = part.strip().rpartition(' ')
        out += [name] * int(weight)
    return tuple(out)


LANDSCAPES = bag('mountains 8|hills 4|meadow 4|field 3|forest 6|jungle 2|desert 4|canyon 2|beach 5|sea 4|island 3|snowfield 3|volcano 2|park 2|garden 3|village 4|street 3|city 5|underwater 3|space 3|moon 2|sky 2')
INTERIORS = bag('living room 4|bedroom 3|kitchen 4|room 3|library 3|stage 2|table 2')
ANY_PLACE = LANDSCAPES + INTERIORS + bag('studio 3|table 4')
#: Where things are at home: by kind, else by category.
HOMES = {group: bag(text) for group, text in {
    'animal': 'meadow 4|forest 4|field 3|hills 2|park 2|garden 2|snowfield 1|jungle 1|mountains 1|desert 1|village 1', 'bird': 'park 3|garden 3|forest 3|meadow 2|sky 2|beach 1|field 1', 'insect': 'garden 5|meadow 4|forest 1',
    'fish': 'underwater 6|sea 2', 'plant': 'garden 5|meadow 3|park 2|table 1|field 1|room 1', 'tree': 'hills 3|meadow 3|field 2|park 3|mountains 1|garden 1|snowfield 1|island 1', 'building': 'hills 3|village 3|mountains 2|meadow 2|field 2|forest 2|city 1|beach 1|street 1|snowfield 1|island 1',
    'vehicle': 'street 6|city 3|hills 1|desert 1|field 1|mountains 1|village 1|beach 1', 'watercraft': 'sea 6|beach 2|island 1', 'aircraft': 'sky 5|mountains 2|city 2|hills 1|sea 1|desert 1', 'food': 'table 8|kitchen 4|studio 2|garden 1|meadow 1', 'drink': 'table 7|kitchen 3|beach 1|studio 1|garden 1',
    'furniture': 'living room 5|room 4|bedroom 2|studio 1|garden 1|library 1', 'kitchen': 'kitchen 5|table 6|studio 1', 'tool': 'table 4|studio 3|room 2|garden 2', 'toy': 'room 3|bedroom 3|table 2|living room 2|studio 2|beach 1', 'clothing': 'studio 4|bedroom 2|table 2|room 2', 'instrument': 'stage 5|room 3|living room 2|studio 2|street 1',
    'sport': 'park 3|studio 3|beach 1|room 1|field 1', 'electronics': 'table 4|room 3|living room 3|studio 2', 'symbol': 'studio 3|sky 1|room 1', 'sign': 'street 6|city 2|village 1|field 1|desert 1|park 1', 'sky': 'sky 2|hills 2|mountains 3|sea 2|field 1|city 1|space 2', 'nature': 'mountains 2|forest 3|beach 2|hills 2|sea 1|meadow 1',
    'person': 'park 3|street 4|beach 3|forest 2|meadow 2|kitchen 2|living room 2|library 2|city 3|mountains 2|garden 2|stage 1|field 2|snowfield 1|village 1|room 2|desert 1', 'fantasy': 'forest 4|mountains 4|hills 2|village 1|snowfield 1|city 1|garden 1|room 1|space 1', 'part': 'table 5|library 2|studio 2|room 1',
}.items()}
HOMES.update({name: bag(text) for name, text in {
    'camel': 'desert 1', 'cactus': 'desert 3|table 1', 'scorpion': 'desert 1', 'penguin': 'snowfield 4|beach 1', 'polar bear': 'snowfield 1', 'seal': 'snowfield 2|beach 1', 'snowman': 'snowfield 3|garden 2|park 1', 'igloo': 'snowfield 1', 'sled': 'snowfield 3|hills 1', 'monkey': 'jungle 3|forest 1', 'gorilla': 'jungle 1', 'orangutan': 'jungle 1',
    'parrot': 'jungle 3|island 1', 'tiger': 'jungle 3|forest 1', 'toucan': 'jungle 1', 'lion': 'field 1|desert 1|meadow 1', 'elephant': 'field 1|jungle 1|meadow 1', 'cow': 'meadow 3|field 2|mountains 1', 'horse': 'meadow 3|field 2|beach 1', 'sheep': 'meadow 3|hills 2|mountains 1', 'tractor': 'field 5|hills 1', 'barn': 'field 3|hills 1', 'windmill': 'field 3|hills 1',
    'scarecrow': 'field 1', 'haystack': 'field 1', 'lighthouse': 'beach 2|island 2|sea 2', 'crab': 'beach 3|underwater 1', 'palm tree': 'beach 3|island 2|desert 1', 'surfboard': 'beach 1', 'whale': 'sea 3|underwater 1', 'dolphin': 'sea 3|underwater 1', 'submarine': 'underwater 2|sea 1', 'mermaid': 'underwater 2|beach 1', 'turtle': 'beach 1|underwater 1', 'astronaut': 'moon 3|space 3',
    'rocket': 'space 2|moon 2|sky 1', 'satellite': 'space 1', 'ufo': 'sky 1|field 1|space 1|city 1|desert 1', 'planet': 'space 1', 'alien': 'moon 2|space 1|desert 1', 'castle': 'hills 2|mountains 3|forest 1', 'deer': 'forest 3|meadow 1', 'fox': 'forest 3|meadow 1|snowfield 1', 'bear': 'forest 3|mountains 2', 'wolf': 'forest 2|snowfield 1|mountains 1', 'owl': 'forest 3|library 1', 'cat': 'living room 3|garden 2|room 2|street 1|kitchen 1|bedroom 1|library 1|meadow 1',
    'dog': 'park 3|living room 2|beach 2|meadow 2|street 1|garden 1', 'duck': 'park 1', 'pirate ship': 'sea 3|island 1', 'coral': 'underwater 1', 'chef': 'kitchen 4|street 1', 'farmer': 'field 4|garden 1', 'singer': 'stage 1', 'guitarist': 'stage 2|street 1', 'ballerina': 'stage 1', 'teacher': 'library 1|room 1', 'scuba diver': 'underwater 1', 'cowboy': 'desert 2|canyon 1', 'pirate': 'beach 1|island 1|sea 1', 'sailor': 'sea 1|beach 1',
    'tent': 'forest 2|mountains 2|meadow 1|desert 1', 'campfire': 'forest 3|beach 1|mountains 1', 'iceberg': 'sea 1', 'skier': 'mountains 1|snowfield 1', 'snowboarder': 'mountains 1|snowfield 1', 'surfer': 'sea 1|beach 1', 'swimmer': 'sea 1', 'swimming pool': 'garden 1', 'sandcastle': 'beach 1', 'pyramid': 'desert 1', 'skyscraper': 'city 1', 'bus stop': 'street 1', 'taxi': 'street 2|city 1', 'bed': 'bedroom 4|room 1', 'oven': 'kitchen 1', 'refrigerator': 'kitchen 1', 'shelf': 'living room 1|library 1|room 1', 'book': 'library 1|table 2',
}.items() if name in ENTRIES})
#: What the world already shows by its own fields; as things only where they are special.
SKY_FIELDS = frozenset(there('sun|moon|rainbow|mountain|volcano|island|cave|puddle|wave|swimming pool'))
FREE = tuple(name for name in ENTRIES if name not in SKY_FIELDS)
#: A draw that is flat over the kinds, with what people name most on top.
MIXED = FREE * 2 + POPULAR * 9


def _at_home() -> dict[str, tuple[str, ...]]:
    lands: dict[str, list[str]] = {}
    for name in MIXED:
        for land in dict.fromkeys(HOMES.get(name) or HOMES[CATEGORY[name]]):
            lands.setdefault(land, []).append(name)
    return {land: tuple(names) for land, names in lands.items()}


#: What is at home in a land.
AT_HOME = _at_home()
CREATURES = tuple(n for n in of('animal', 'bird', 'fantasy', 'fish', 'insect') if n in LIVING) * 2 + tuple(n for n in POPULAR if n in LIVING and CATEGORY[n] != 'person') * 3
PEOPLE = of('person') * 2 + tuple(n for n in POPULAR if CATEGORY[n] == 'person') * 6
ACTORS = CREATURES + PEOPLE
GROUND_THINGS = of('building', 'tree', 'vehicle', 'furniture', 'sign', 'nature') + tuple(n for n in POPULAR if CATEGORY[n] in ('building', 'tree', 'vehicle', 'furniture')) * 2
SMALL = tuple(n for n in FREE if HEIGHT[n] < 0.65 and CATEGORY[n] not in ('sky', 'symbol', 'nature'))
TABLE_THINGS = of('food', 'drink', 'kitchen') * 2 + of('plant', 'part', 'electronics', 'tool', 'toy')
TABLE_THINGS = tuple(n for n in TABLE_THINGS if HEIGHT[n] < 0.65)
FOODS = of('food') * 2 + of('drink', 'kitchen')
FOODS = tuple(n for n in FOODS if HEIGHT[n] < 0.4)
PRODUCTS = of('clothing', 'electronics', 'kitchen', 'drink', 'toy', 'instrument', 'furniture', 'tool', 'sport', 'part') + of('food')
BUILDINGS = of('building') + tuple(n for n in POPULAR if CATEGORY[n] == 'building') * 4
GLOWERS = GLOWING
COLOR_BAG = bag('red 10|blue 9|yellow 8|green 8|white 7|black 6|pink 6|orange 6|purple 6|brown 4|teal 4|gray 4|gold 4')
COUNT_BAG = (1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 12)
SIZE_BAG = bag('tiny 4|small 5|large 4|huge 4')
LIVING_STATES = bag('happy 5|sad 3|angry 3|surprised 2|sleeping 6|running 4|jumping 3|sitting 6|dancing 3|flying 2|wet 1|old 3|young 2|upside down 1')
DEAD_STATES = bag('old 8|broken 5|wet 3|snowy 4|tilted 3|upside down 3')
MATERIAL_BAG = bag('wood 6|metal 5|stone 4|glass 5|gold 4|paper 5|fabric 4|ice 4|plastic 3')
STYLE_BAG = bag('natural 8|flat 3|watercolor 6|oil 4|pencil 4|ink 3|pixel art 4|low poly 3|paper cut 3|comic 4|anime 3|stained glass 2')
TIME_BAG = bag('dawn 4|morning 4|noon 2|afternoon 2|golden hour 3|sunset 7|dusk 4|night 9')
WEATHER_BAG = bag('clear 6|cloudy 4|overcast 2|rain 6|storm 4|snow 4|fog 5|windy 3')
SEASON_BAG = bag('spring 4|summer 4|autumn 6|winter 6')
VIEW_BAG = bag('eye level 1|from above 4|low angle 2|close-up 5|wide 4')
LIGHT_BAG = bag('natural 2|soft 5|studio 2|dramatic 4|backlit 3|spotlight 3|candlelight 2|neon 3')
GRADE_BAG = bag('warm 3|cool 3|pastel 4|vivid 4|muted 3|dark 2|monochrome 4|sepia 2')
OUTDOOR_MOODS = tuple(MOODS)
MOOD_BAG = tuple(m for m in MOODS for _ in range({'cosy': 4, 'peaceful': 4, 'epic': 3, 'mysterious': 3, 'spooky': 3, 'lonely': 3, 'magical': 3, 'dreamy': 3}.get(m, 2)))
INDOOR_MOOD_BAG = INDOOR_MOODS + ('cosy',) * 5
USE_BAG = bag("poster 3|book cover 3|album cover 3|children's book 5|postcard 4|wallpaper 4|banner 2|profile picture 1")
TEXTS = tuple('OPEN|HELLO|HOME|LOVE|WELCOME|CAFE|SALE|HAPPY BIRTHDAY|PEACE|BAKERY|STOP|JOY|EAT|HOTEL|BOOKS|LUCKY|DREAM|Anna|Max|No. 7|42|Thank you|Good morning|Merry Christmas|BEST DAD|TAXI|Route 66|Free hugs|Be kind|Milk|Honey|SUMMER|ICE|TEA|Bar|Luna|Farm Fresh|KEEP OUT|Just married|GO|YES|WOW|2026|Wish you were here|Made with love|Vacancy|JAZZ|Lemonade 5c|Happy 5th birthday, Tom'.split('|'))
RELATION_BAG = bag('on 12|in 9|under 6|above 5|below 3|behind 6|in front of 7|next to 9|left of 9|right of 9|between 4|around 3|wearing 12|holding 10|riding 6|near 3|reflected in 2')


class Sampler:
    """One draw. allowed: kinds that may be used (a language knows fewer words), or None."""
    __slots__ = ('r', 'rng', 'world', 'things', 'relations', 'avoid', 'allowed', 'extra', 'words')

    def __init__(self, rng, words=None):
        self.rng, self.r = rng, rng.random
        self.world: dict = {}
        self.things: list[dict] = []
        self.relations: list = []
        self.avoid: list[str] = []
        self.extra: dict = {}
        self.words = words  # kind -> words, of another language

    def pick(self, options):
        return options[int(self.r() * len(options))]

    def kind(self, options) -> str:
        """One of options that the language has a word for, not yet in the picture if that can be had."""
        used = [t['kind'] for t in self.things]
        name = options[0]
        for _ in range(8):
            name = options[int(self.r() * len(options))]
            if name not in used and (self.words is None or name in self.words):
                return name
        if self.words is not None and name not in self.words:
            fitting = [n for n in options if n in self.words]
            return self.pick(fitting) if fitting else self.pick(FALLBACK)
        return name

    def thing(self, options, richness: float = 1.0) -> int:
        """Adds one of the kinds, with attributes; its index."""
        return self.add(self.kind(options), richness)

    def add(self, name: str, richness: float = 1.0) -> int:
        words = WORDS[name] if self.words is None else self.words[name]
        thing: dict = {'kind': name, 'word': words[int(self.r() * len(words))] if isinstance(words, tuple) else words}
        if richness > 0:
            self.dress(thing, richness)
        self.things.append(thing)
        return len(self.things) - 1

    def dress(self, thing: dict, richness: float) -> None:
        """Attributes that a person may ask for."""
        r, name = self.r, thing['kind']
        group, living = CATEGORY[name], name in LIVING
        draw = r() / richness
        taking = ENTRIES[name].get('recolor', 1.0)
        if draw < (0.22 if living and group != 'person' else 0.05 if group == 'person' else 0.34) * (0.35 + taking):
            thing['color'] = self.pick(COLOR_BAG)
        if r() < 0.1 * richness:
            thing['size'] = self.pick(SIZE_BAG)
        draw = r() / richness
        if living and draw < 0.2:
            state = self.pick(LIVING_STATES)
            if state == 'flying' and group in ('fish', 'person') or state in ('sitting', 'dancing', 'running') and group in ('fish', 'insect'):
                state = 'happy'
            thing['state'] = state
        elif not living and draw < 0.15:
            if name in GLOWERS and r() < 0.6:
                thing['state'] = 'lit'
            elif name in OPENABLE and r() < 0.6:
                thing['state'] = 'open'
            elif group in ('food', 'drink', 'sky', 'symbol', 'nature'):
                if draw < 0.02:
                    thing['state'] = 'upside down'
            elif group in ('tree', 'plant'):
                thing['state'] = 'snowy' if r() < 0.5 else 'old'
            elif group in ('building', 'vehicle', 'furniture', 'sign') or draw < 0.08:
                thing['state'] = self.pick(DEAD_STATES)
        if 'color' not in thing and r() < (0.025 if living else 0.09) * richness and group not in ('sky', 'drink'):
            thing['material'] = self.pick(MATERIAL_BAG)

    def quantity(self, thing: dict, share: float) -> None:
        """A number or a plural, in a share of cases."""
        draw = self.r()
        if draw < share * 0.62:
            thing['count'] = self.pick(COUNT_BAG)
        elif draw < share:
            thing['plural'] = 'many' if self.r() < 0.3 else 'some'

    def relate(self, i: int, name: str, j) -> None:
        self.relations.append([i, name, j])

    def mate(self, i: int, richness: float = 1.0, share: float = 0.62) -> int:
        """A thing that belongs to the same place as thing i, mostly; anything at all otherwise."""
        if self.r() < share:
            return self.thing(AT_HOME[self.world.get('land') if self.world.get('land') in AT_HOME else self.home(self.things[i]['kind'])], richness)
        return self.thing(MIXED, richness)

    # --- the world ---------------------------------------------------------------------------------------------------------

    def home(self, name: str) -> str:
        return self.pick(HOMES.get(name) or HOMES[CATEGORY[name]])

    def place(self, share: float, playful: float = 0.14) -> None:
        """A land (or a water) that fits the first thing, in a share of cases."""
        r = self.r
        if 'land' in self.world or r() > share:
            return
        if not self.things or r() < playful:
            land = self.pick(ANY_PLACE)
        else:
            land = self.home(self.things[0]['kind'])
        self.world['land'] = land
        self.wet(0.12)

    def wet(self, share: float) -> None:
        if self.r() < share and self.world.get('land') in ('mountains', 'hills', 'meadow', 'forest', 'park', 'garden', 'village', 'field', 'jungle', 'canyon', 'snowfield', 'city', 'desert'):
            self.world['water'] = self.pick(WATER_BAG)

    def weathered(self, richness: float = 1.0) -> None:
        """Hour, weather, season, sky, style, view, light, grade, mood: few are said, and they go together."""
        r, world, pick = self.r, self.world, self.pick
        inside = world.get('land') in INDOOR
        out = not inside and world.get('land') not in ('underwater', 'space', 'moon')
        if out:
            if r() < 0.24 * richness:
                world['time'] = pick(TIME_BAG)
            night = world.get('time') == 'night'
            dark = night or world.get('time') == 'dusk'
            if r() < 0.2 * richness:
                weather = pick(WEATHER_BAG)
                if world.get('land') in ('desert', 'jungle', 'beach', 'island') and weather == 'snow':
                    weather = 'clear'
                world['weather'] = weather
                if weather in ('rain', 'snow', 'fog', 'windy') and r() < 0.2:
                    world['intensity'] = 0.9 if r() < 0.6 else 0.25
                if weather == 'storm' and r() < 0.35:
                    world['lightning'] = True
            weather = world.get('weather')
            if r() < 0.14 * richness and weather != 'snow':
                world['season'] = pick(SEASON_BAG)
            elif weather == 'snow' and r() < 0.2:
                world['season'] = 'winter'
            season = world.get('season')
            if r() < 0.12 * richness:
                self.cover(season)
            if night and r() < 0.35:
                world['moon'] = 'full' if r() < 0.6 else 'crescent'
            elif not weather and r() < 0.015 * richness:
                world['moon'] = 'full' if r() < 0.6 else 'crescent'
            if night and weather is None and r() < 0.3:
                world['weather'] = 'clear'
            if (night or 'time' not in world) and r() < (0.1 if night else 0.015) * richness and weather in (None, 'clear'):
                world['aurora'] = True
            if not dark and weather in (None, 'rain', 'cloudy', 'clear') and r() < 0.035 * richness:
                world['rainbow'] = True
            if not dark and weather in (None, 'clear', 'cloudy') and r() < 0.06 * richness:
                world['sun'] = True
                if r() < 0.25:
                    world['sunX'] = 0.2 if r() < 0.5 else 0.8
            if weather in (None, 'clear') and not dark and r() < 0.04 * richness:
                world['clouds'] = 0.03 if weather == 'clear' and r() < 0.5 else 0.75
            if r() < 0.02 * richness:
                world['haze'] = 0.8
            if r() < 0.025 * richness:
                world['drama'] = 0.9
            if r() < 0.02 * richness:
                world['horizon'] = 0.72 if r() < 0.7 else 0.32
        elif inside and r() < 0.06 * richness:
            world['time'] = 'night' if r() < 0.5 else 'morning'
        if 'style' not in world and r() < 0.24:
            world['style'] = pick(STYLE_BAG)
        if 'viewpoint' not in world and r() < 0.1:
            world['viewpoint'] = pick(VIEW_BAG)
        if 'light' not in world and r() < 0.1 * richness:
            world['light'] = pick(LIGHT_BAG)
        if 'grade' not in world and r() < 0.09 * richness:
            world['grade'] = pick(GRADE_BAG)
        if self.things and r() < 0.025:
            world['focus'] = 0.9 if r() < 0.85 else 0.0
        if r() < 0.11 * richness:
            self.mood(inside, out)
        if 'use' not in self.extra and r() < 0.045:
            self.use(pick(USE_BAG))

    def mood(self, inside: bool, out: bool) -> None:
        mood = self.pick(INDOOR_MOOD_BAG if inside or not out else MOOD_BAG)
        self.extra['mood'] = mood
        implied = self.pick(MOODS[mood])
        for field, value in implied.items():
            if (inside or not out) and field in ('weather', 'time', 'season', 'drama', 'haze', 'moon', 'rainbow'):
                continue
            if field == 'weather' and value == 'clear' and self.world.get('time') in ('night', 'dusk'):
                continue
            self.world.setdefault(field, value)
        world = self.world
        if world.get('weather') in ('overcast', 'fog', 'rain', 'storm', 'snow'):
            for sky in ('sun', 'clouds'):
                world.pop(sky, None)
        if world.get('rainbow') and world.get('time') in ('night', 'dusk'):
            world.pop('rainbow')
        if world.get('time') in ('night', 'dusk'):
            world.pop('sun', None)
        elif 'time' in world and world.get('aurora'):
            world.pop('aurora')
        if world.get('drama', 0) < 0.2 and (world.get('weather') == 'storm' or world.get('light') == 'dramatic'):
            world.pop('drama', None)

    def use(self, use: str) -> None:
        self.extra['use'] = use
        for field, value in USES[use][0].items():
            self.world[field] = value

    def cover(self, season) -> None:
        land = self.world.get('land')
        options = COVER_OF.get(land, ('grass', 'flowers', 'snow', 'path', 'rocks', 'leaves'))
        if not options:
            return
        cover = self.pick(options)
        if cover == 'snow' and season not in (None, 'winter') or cover == 'leaves' and season not in (None, 'autumn') or cover == 'flowers' and (season in ('winter',) or self.world.get('weather') == 'snow'):
            return
        self.world['cover'] = cover

    # --- what is asked for -------------------------------------------------------------------------------------------------

    def landscape(self) -> None:
        r = self.r
        draw = r()
        if draw < 0.12:
            self.world['land'] = self.pick(INTERIORS)
            self.weathered(1.4)
            return
        if draw < 0.9:
            self.world['land'] = self.pick(LANDSCAPES)
            self.wet(0.25)
        elif draw < 0.96:
            self.world['water'] = self.pick(WATER_BAG)
        self.weathered(1.8)
        if not self.world:
            self.world['time'] = self.pick(TIME_BAG)

    def single(self) -> None:
        i = self.thing(MIXED, 1.7)
        self.quantity(self.things[i], 0.14)
        if self.r() < 0.05:
            self.things[i]['facing'] = 'left' if self.r() < 0.5 else 'right'
        if self.r() < 0.05:
            self.things[i]['region'] = self.pick(REGIONS)
        self.place(0.35)
        self.weathered(0.8)

    def pair(self) -> None:
        """Two or three things side by side in words, each with attributes of its own."""
        r = self.r
        draw = r()
        options = MIXED if draw < 0.75 else of(CATEGORY[self.pick(MIXED)])
        for k in range(2 if r() < 0.72 else 3):
            i = self.mate(0, 1.6) if k and draw < 0.6 else self.thing(options, 1.6)
            self.quantity(self.things[i], 0.12)
        if r() < 0.1:
            # "both red", "all asleep"
            if r() < 0.5:
                color = self.pick(COLOR_BAG)
                for thing in self.things:
                    thing['color'] = color
                    thing.pop('material', None)
            elif all(t['kind'] in LIVING for t in self.things):
                state = self.pick(('happy', 'sad', 'angry', 'sleeping', 'surprised', 'sitting', 'dancing'))
                for thing in self.things:
                    thing['state'] = state
            else:
                material = self.pick(MATERIAL_BAG)
                for thing in self.things:
                    if 'color' not in thing:
                        thing['material'] = material
        self.place(0.2)
        self.weathered(0.5)

    def counted(self) -> None:
        r = self.r
        i = self.thing(MIXED, 0.9)
        thing = self.things[i]
        self.quantity(thing, 1.0 if r() < 0.8 else 0)
        if thing.get('count') is None and 'plural' not in thing:
            thing['count'] = self.pick(COUNT_BAG)
        if r() < 0.45:
            j = self.mate(i, 0.8)
            self.quantity(self.things[j], 0.7)
            if r() < 0.35:
                self.relate(i, self.pick(('next to', 'around', 'in front of', 'behind', 'under', 'left of', 'right of')), j)
            if r() < 0.25:
                self.quantity(self.things[self.mate(i, 0.6)], 0.7)
        self.place(0.35)
        self.weathered(0.6)

    def colors(self) -> None:
        """Several of one kind, told apart by colour: 'three mugs in a row: red, green and blue'."""
        r = self.r
        name = self.kind(MIXED)
        first = self.add(name, 0)
        word = self.things[first]['word']
        number = 2 if r() < 0.5 else 3 if r() < 0.75 else 4
        palette: list[str] = []
        while len(palette) < number:
            color = self.pick(COLOR_BAG)
            if color not in palette:
                palette.append(color)
        self.things[first]['color'] = palette[0]
        for color in palette[1:]:
            self.things.append({'kind': name, 'word': word, 'color': color})
        draw = r()
        if draw < 0.4:
            for k in range(number - 1):
                self.relate(k, 'left of', k + 1)
        elif draw < 0.6 and number == 2:
            self.relate(0, self.pick(('next to', 'behind', 'in front of', 'above', 'right of', 'on')), 1)
        if r() < 0.2 and number == 2:
            sizes = ('small', 'large') if r() < 0.5 else ('huge', 'tiny')
            self.things[0]['size'], self.things[1]['size'] = sizes
        self.place(0.3)
        self.weathered(0.5)

    def related(self) -> None:
        """Two or three things in relations."""
        r = self.r
        i = self.link(self.pick(RELATION_BAG), None)
        draw = r()
        if draw < 0.35:
            self.link(self.pick(RELATION_BAG), i)
        elif draw < 0.45:
            self.link(self.pick(RELATION_BAG), None)
        elif draw < 0.55 and len(self.things) > 1:
            # A second link from the other end: "a cat on a sofa next to a lamp".
            self.link(self.pick(PLACED_BAG), len(self.things) - 1)
        if r() < 0.12:
            self.quantity(self.things[i], 0.8)
        self.place(0.36)
        self.weathered(0.7)

    def link(self, name: str, i: int | None) -> int:
        """A relation; thing i is its subject, or a fitting new one. Its subject's index."""
        r, taken = self.r, i is not None
        kind = self.things[i]['kind'] if taken else ''
        if len(self.things) > 5:
            return i if taken else 0
        if name in ('wearing', 'holding', 'riding'):
            if not taken or kind not in LIVING or HEIGHT[kind] < 0.02:
                i = self.thing(ACTORS, 0.7)
            if name == 'riding' and any(rel[0] == i and rel[1] in ('riding', 'on', 'in') for rel in self.relations):
                name = 'holding'
            if any(rel[0] == i and rel[1] == name for rel in self.relations) and name != 'wearing':
                return i
            if name == 'wearing':
                options = CLOTHES if CATEGORY[self.things[i]['kind']] == 'person' and r() < 0.3 else WEARABLE
                j = self.thing(options, 1.5)
                self.things[j].pop('state', None)
            else:
                j = self.thing(HOLDABLE if name == 'holding' else RIDEABLE, 0.9)
                if name == 'holding' and r() < 0.06:
                    self.things[j]['count'] = self.pick((2, 3, 3, 5))
            self.relate(i, name, j)
            return i
        if name == 'on':
            if not taken:
                draw = r()
                i = self.thing(CREATURES if draw < 0.35 else SMALL if draw < 0.85 else MIXED, 1.0)
            j = self.thing(SURFACES if r() < 0.8 else MIXED, 0.8)
            if self.things[i]['kind'] in LIVING and 'state' not in self.things[i] and r() < 0.25:
                self.things[i]['state'] = 'sitting' if r() < 0.65 else 'sleeping'
        elif name == 'in':
            if not taken:
                i = self.thing(SMALL if r() < 0.75 else CREATURES, 1.0)
                self.quantity(self.things[i], 0.2)
            j = self.thing(CONTAINERS if r() < 0.9 else MIXED, 0.8)
        elif name == 'under':
            if not taken:
                i = self.thing(ACTORS if r() < 0.5 else MIXED, 1.0)
            j = self.thing(COVERS if r() < 0.8 else MIXED, 0.7)
        elif name == 'above':
            if not taken:
                i = self.thing(FLIERS if r() < 0.65 else MIXED, 1.0)
                self.quantity(self.things[i], 0.25)
            j = self.thing(GROUND_THINGS if r() < 0.6 else MIXED, 0.8)
        elif name == 'reflected in':
            if not taken:
                i = self.thing(of('building', 'tree', 'bird', 'watercraft') + POPULAR, 0.6)
            self.world.setdefault('water', self.pick(WATER_BAG))
            self.relate(i, name, 'water')
            return i
        elif name == 'between':
            if not taken:
                i = self.thing(MIXED, 1.0)
            if r() < 0.45:
                j = self.thing(GROUND_THINGS if r() < 0.5 else MIXED, 0.6)
                self.things[j]['count'] = 2
                self.relate(i, name, j)
                return i
            j = self.mate(i, 0.8)
            k = self.mate(i, 0.8)
            self.relate(i, name, j)
            self.relate(i, name, k)
            return i
        elif name == 'around':
            if not taken:
                i = self.thing(ACTORS if r() < 0.4 else MIXED, 0.5)
            self.things[i].pop('count', None)
            self.quantity(self.things[i], 1.0)
            if self.things[i].get('count') == 1:
                self.things[i]['count'] = 6
            j = self.thing(GROUND_THINGS if r() < 0.6 else MIXED, 0.8)
        else:
            if not taken:
                i = self.thing(MIXED, 1.1)
            j = self.mate(i, 1.1)
        self.relate(i, name, j)
        return i

    def still_life(self) -> None:
        r = self.r
        options = FOODS if r() < 0.7 else TABLE_THINGS
        if r() < 0.7:
            self.world['land'] = 'table' if r() < 0.8 else 'kitchen'
        first = self.thing(options, 1.2)
        self.quantity(self.things[first], 0.3)
        if r() < 0.35:
            vessel = self.thing(there('plate|bowl|basket|cutting board|vase|jar|glass of water|plate|bowl'), 0.9)
            self.relate(first, 'on' if self.things[vessel]['kind'] in ('plate', 'cutting board') else 'in', vessel)
        for _ in range(int(r() * 4)):
            other = self.thing(options if r() < 0.7 else TABLE_THINGS, 0.9)
            self.quantity(self.things[other], 0.3)
            if r() < 0.4:
                self.relate(other, self.pick(('next to', 'left of', 'right of', 'behind', 'in front of', 'next to', 'near')), first)
        if self.world.get('land') == 'table' and r() < 0.12:
            self.world['backdrop'] = self.pick(COLOR_BAG)
        self.weathered(0.6)

    def portrait(self) -> None:
        r = self.r
        i = self.thing(SITTERS if r() < 0.75 else ACTORS, 0.5)
        thing = self.things[i]
        if r() < 0.4:
            thing['state'] = self.pick(('happy', 'happy', 'happy', 'sad', 'angry', 'surprised', 'old', 'young', 'old'))
        draw = r()
        if draw < 0.35:
            self.use('headshot' if r() < 0.6 else 'passport photo' if r() < 0.5 else 'profile picture')
        else:
            self.world['viewpoint'] = 'portrait'
            if r() < 0.5:
                self.world['land'] = 'studio'
        if r() < 0.4 and (self.world.get('land') in (None, 'studio')) and self.extra.get('use') != 'passport photo':
            self.world['backdrop'] = self.pick(COLOR_BAG)
            self.world.setdefault('land', 'studio')
        if r() < 0.3:
            self.link('wearing', i)
        if r() < 0.12:
            self.link('holding', i)
        if 'land' not in self.world:
            self.place(0.4)
        self.weathered(0.35)

    def product(self) -> None:
        r = self.r
        i = self.thing(PRODUCTS, 1.5)
        draw = r()
        if draw < 0.45:
            self.use('product shot')
        elif draw < 0.85:
            self.use(self.pick(('icon', 'icon', 'logo', 'sticker', 'sticker', 'emoji', 'coloring page', 'tattoo', 't-shirt')))
            if r() < 0.6:
                self.things.clear()
                i = self.thing(MIXED, 1.3)
        else:
            self.world['land'] = 'studio'
        if r() < 0.5 and 'backdrop' not in self.world:
            self.world['backdrop'] = self.pick(COLOR_BAG)
        if r() < 0.15:
            self.quantity(self.things[i], 1.0)
        if r() < 0.25:
            j = self.thing(PRODUCTS if r() < 0.7 else MIXED, 1.0)
            self.relate(i, self.pick(('next to', 'left of', 'right of', 'in front of', 'behind')), j)
        if r() < 0.2:
            self.world['light'] = self.pick(('soft', 'studio', 'dramatic'))
        self.weathered(0.2)

    def housed(self) -> None:
        """A building with parts, smoke, a garden."""
        r = self.r
        i = self.thing(PARTED if r() < 0.7 else BUILDINGS, 1.6)
        for _ in range(1 + int(r() * 2)):
            j = self.thing(HOUSE_PARTS, 1.8)
            self.quantity(self.things[j], 0.2)
            part = self.things[j]['kind']
            self.relate(j, 'in front of' if part in ('fence', 'mailbox', 'gate entrance', 'stairs') else 'on', i)
        if r() < 0.22 and 'smoke' in ENTRIES and self.words is None and self.things[i]['kind'] in SMOKERS:
            j = self.add('smoke', 0.2)
            chimney = next((k for k, t in enumerate(self.things) if t['kind'] == 'chimney'), i)
            self.relate(j, 'above', chimney)
        if r() < 0.3:
            j = self.thing(of('tree', 'plant') + there('bench|well|dog|cat|bicycle|car|fence|tractor'), 0.8)
            self.quantity(self.things[j], 0.25)
            self.relate(j, self.pick(('next to', 'in front of', 'behind', 'left of', 'right of', 'near')), i)
        self.place(0.45)
        self.weathered(0.9)

    def afield(self) -> None:
        """Things in a landscape: on the lake, in the sky, under water, in the forest."""
        r = self.r
        draw = r()
        if draw < 0.2:
            i = self.thing(FLOATERS, 0.8)
            water = 'sea' if r() < 0.5 else self.pick(('lake', 'lake', 'river', 'pond', 'sea'))
            self.world['water'] = water
            if water == 'sea' and r() < 0.4:
                self.world['land'] = self.pick(('sea', 'beach', 'island'))
            elif water != 'sea' and r() < 0.4:
                self.world['land'] = self.pick(('mountains', 'hills', 'forest', 'park', 'village', 'meadow'))
            self.relate(i, 'on', 'water')
        elif draw < 0.32:
            i = self.thing(SWIMMERS, 0.9)
            if r() < 0.6:
                self.world['land'] = 'underwater'
            else:
                self.world['water'] = self.pick(WATER_BAG)
                self.relate(i, 'in', 'water')
        elif draw < 0.52:
            i = self.thing(FLIERS, 0.9)
            if r() < 0.6:
                self.relate(i, 'in', 'sky')
            self.place(0.1)
            if 'land' not in self.world and r() < 0.7:
                self.world['land'] = self.pick(LANDSCAPES)
        else:
            i = self.thing(MIXED if r() < 0.5 else ACTORS if r() < 0.5 else GROUND_THINGS, 0.8)
            self.place(1.0)
            if r() < 0.1 and self.world['land'] not in INDOOR:
                self.relate(i, 'in front of', 'land')
        self.quantity(self.things[i], 0.25)
        if r() < 0.4:
            self.place(0.8)
            land = self.world.get('land', 'hills')
            j = self.thing(AT_HOME.get(land, MIXED), 0.7)
            self.quantity(self.things[j], 0.3)
            if r() < 0.35:
                self.things[j]['region'] = self.pick(REGIONS)
            elif r() < 0.35:
                self.relate(j, self.pick(PLACED_BAG), i)
        if r() < 0.12:
            self.things[i]['region'] = self.pick(REGIONS)
        if r() < 0.05:
            self.relate(i, 'in front of', 'moon' if self.world.get('time') == 'night' else 'sun')
            if self.relations[-1][2] == 'moon':
                self.world['moon'] = 'full'
                self.world.setdefault('time', 'night')
            else:
                self.world['sun'] = True
        self.weathered(1.1)

    def busy(self) -> None:
        """A long wish: three to six things, relations, regions, a place and an hour."""
        r = self.r
        if r() < 0.8:
            self.world['land'] = self.pick(ANY_PLACE)
            self.wet(0.2)
        number = 3 + int(r() * r() * 4)
        land = self.world.get('land')
        while len(self.things) < number:
            i = self.thing(AT_HOME.get(land, MIXED) if land and r() < 0.8 else MIXED, 0.8) if land or not self.things else self.mate(0, 0.8)
            self.quantity(self.things[i], 0.2)
            draw = r()
            if draw < 0.3 and i:
                self.relate(i, self.pick(PLACED_BAG), int(r() * i))
            elif draw < 0.45:
                self.link(self.pick(RELATION_BAG), i)
            elif draw < 0.62:
                self.things[i]['region'] = self.pick(REGIONS)
        self.weathered(1.0)

    def sided(self) -> None:
        """Places in the frame: 'a cat on the left, a dog on the right'."""
        r = self.r
        pairs = (('left', 'right'), ('right', 'left'), ('top', 'bottom'), ('top left', 'bottom right'), ('top right', 'bottom left'), ('left', 'center', 'right'), ('foreground', 'background'), ('background', 'foreground'), ('center',), ('top left',), ('bottom right',), ('left',), ('right',), ('background',), ('foreground',), ('center', 'background'))
        for k, region in enumerate(self.pick(pairs)):
            i = self.mate(0, 1.0) if k else self.thing(MIXED, 1.0)
            self.quantity(self.things[i], 0.12)
            self.things[i]['region'] = region
        self.place(0.35)
        self.weathered(0.5)

    def lettered(self) -> None:
        i = self.thing(LETTERED, 0.8)
        self.things[i]['text'] = self.pick(TEXTS)
        if self.r() < 0.4:
            self.link(self.pick(('next to', 'left of', 'on', 'in front of')), i)
        self.place(0.4)
        self.weathered(0.5)

    def special_sky(self) -> None:
        """Sun, moon, rainbow and the like as things, where they have a colour or a size of their own."""
        i = self.thing(there('moon|sun|star|planet|cloud|rainbow|shooting star|mountain|volcano|island|earth|cave|puddle|wave|swimming pool'), 0)
        thing = self.things[i]
        if self.r() < 0.7:
            thing['color'] = self.pick(COLOR_BAG)
        if self.r() < 0.5 or 'color' not in thing:
            thing['size'] = self.pick(('large', 'huge', 'huge', 'tiny', 'small'))
        if self.r() < 0.5:
            j = self.thing(MIXED, 0.8)
            self.relate(i, self.pick(('behind', 'above', 'behind', 'left of', 'right of')), j)
        self.place(0.4)
        self.weathered(0.5)

    def finish(self, lang: str) -> dict:
        r = self.r
        if 'sun' not in self.world:
            self.world.pop('sunX', None)
        if 'weather' not in self.world:
            self.world.pop('intensity', None)
        if r() < 0.06:
            self.avoided()
        self.distinguish()
        spec = {'world': self.world, 'things': self.things, 'relations': self.relations, 'avoid': self.avoid, 'lang': lang}
        spec.update(self.extra)
        return spec

    def avoided(self) -> None:
        r = self.r
        present = {CATEGORY[t['kind']] for t in self.things}
        options = [what for what, groups in AVOID_GROUPS.items() if not present & set(groups)]
        if self.world.get('weather') in ('cloudy', 'overcast', 'storm', 'rain', 'snow') or self.world.get('clouds') or self.world.get('land') in INDOOR:
            options = [w for w in options if w != 'cloud']
        if self.world.get('land') in ('city', 'village', 'street'):
            options = [w for w in options if w != 'building']
        if self.world.get('land') in ('forest', 'jungle', 'garden', 'park', 'meadow', 'field', 'hills', 'island', 'village') or self.world.get('cover') in ('grass', 'flowers', 'leaves', 'crops'):
            options = [w for w in options if w != 'plant']
        if any('text' in t for t in self.things):
            options = [w for w in options if w != 'text']
        draw = r()
        if draw < 0.6 and options:
            self.avoid = [self.pick(options)]
        elif draw < 0.9:
            name = self.kind(POPULAR if r() < 0.6 else FREE)
            if all(t['kind'] != name for t in self.things) and CATEGORY[name] not in ('sky', 'nature'):
                self.avoid = [name]
        elif len(options) > 1:
            self.avoid = list(dict.fromkeys([self.pick(options), self.pick(options)]))

    def distinguish(self) -> None:
        """Two things of one word need different colours, or nobody can tell which is meant."""
        seen: dict[str, list[str]] = {}
        for thing in self.things:
            others = seen.setdefault(thing['word'], [])
            if others:
                for _ in range(20):
                    if thing.get('color') and thing['color'] not in others:
                        break
                    thing['color'] = self.pick(COLOR_BAG)
                    thing.pop('material', None)
            others.append(thing.get('color', ''))
        for word, colors in seen.items():
            if len(colors) > 1 and '' in colors:
                first = next(t for t in self.things if t['word'] == word and 'color' not in t)
                free = [c for c in dict.fromkeys(COLOR_BAG) if c not in colors]
                first['color'] = self.pick(free)
                first.pop('material', None)


WATER_BAG = bag('lake 6|river 5|pond 2|waterfall 3')
PLACED_BAG = bag('next to 4|left of 3|right of 3|behind 4|in front of 4|above 1|near 2|under 1|on 2')
AVOID_GROUPS = {'person': ('person',), 'animal': ('animal', 'bird', 'fish', 'insect'), 'plant': ('plant', 'tree'), 'building': ('building',), 'vehicle': ('vehicle', 'aircraft', 'watercraft'), 'text': ('sign',), 'cloud': ('sky',)}
COVER_OF = {
    'mountains': ('snow', 'flowers', 'grass', 'rocks', 'path', 'snow'), 'hills': ('grass', 'flowers', 'snow', 'path', 'road', 'leaves'), 'meadow': ('flowers', 'flowers', 'grass', 'path', 'snow'), 'field': ('crops', 'crops', 'crops', 'flowers', 'grass', 'snow', 'path', 'road'),
    'forest': ('leaves', 'snow', 'path', 'grass', 'flowers', 'rocks', 'path'), 'jungle': ('path', 'flowers', 'rocks'), 'desert': ('sand', 'rocks', 'road', 'flowers'), 'canyon': ('rocks', 'sand', 'road', 'path'), 'beach': ('sand', 'rocks', 'path'), 'island': ('sand', 'grass', 'rocks'),
    'snowfield': ('rocks', 'path'), 'volcano': ('rocks', 'grass', 'snow'), 'park': ('leaves', 'grass', 'path', 'flowers', 'snow'), 'garden': ('flowers', 'flowers', 'grass', 'path', 'snow', 'leaves'), 'village': ('snow', 'path', 'road', 'flowers'), 'street': ('snow', 'leaves'), 'city': ('snow',),
    'moon': ('rocks',), 'sea': (), 'underwater': ('sand', 'rocks'), 'space': (), 'sky': (),
}
FALLBACK = there('cat|dog|house|tree|flower|car|bird|apple')
SCENARIOS = (
    [Sampler.landscape] * 11 + [Sampler.single] * 17 + [Sampler.pair] * 9 + [Sampler.counted] * 9 + [Sampler.colors] * 4 + [Sampler.related] * 24 + [Sampler.still_life] * 6 + [Sampler.portrait] * 5
    + [Sampler.product] * 6 + [Sampler.housed] * 4 + [Sampler.afield] * 13 + [Sampler.busy] * 7 + [Sampler.sided] * 4 + [Sampler.lettered] * 2 + [Sampler.special_sky] * 1
)
FOREIGN_SHARE = 0.12


def sample(rng, lang: str | None = None) -> dict:
    """A spec as a person might have it in mind. rng: random.Random. About one in eight is in another language than English."""
    if lang is None:
        lang = LANGUAGES[1 + int(rng.random() * 6)] if rng.random() < FOREIGN_SHARE else 'en'
    if lang == 'en':
        sampler = Sampler(rng)
        SCENARIOS[int(rng.random() * len(SCENARIOS))](sampler)
        return sampler.finish('en')
    import tongues  # here, since it builds on the catalogue too and only some callers need it
    sampler = Sampler(rng, tongues.words(lang))
    SCENARIOS[int(rng.random() * len(SCENARIOS))](sampler)
    return tongues.limit(sampler.finish(lang))
