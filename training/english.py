"""
English for things and how they stand to each other: noun phrases, attachments, clauses.

A Teller holds what of a spec is still unsaid. Every phrase it makes crosses off what it says, so a caption is done when nothing
is left. Which of the many ways is taken is drawn each time; nothing is a template of a whole sentence.
"""
from __future__ import annotations

from kinds import CATEGORY, LIVING
from wording import (ACTIVE_VERBS, COLOR_WORDS, COUNT_WORDS, MANY_WORDS, MATERIAL_WORDS, NUMBER_WORDS, SIZE_WORDS, SOME_WORDS,
                     PAIRS, STATE_WORDS, article, noun)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split('|') if part.strip())


#: (after the thing, in front of what it relates to); weights by repetition.
AFTER = {
    'on': _split('on|on|on|on|on|on top of|on top of|atop|upon|resting on|placed on'),
    'in': _split('in|in|in|in|inside|inside|inside of|within'),
    'under': _split('under|under|under|underneath|beneath|below'),
    'above': _split('above|above|over|above|floating above|high above|right above|up above'),
    'below': _split('below|below|beneath|under|underneath|right below'),
    'behind': _split('behind|behind|behind|in back of|standing behind|right behind|hidden behind'),
    'in front of': _split('in front of|in front of|in front of|right in front of|standing in front of|in front of|before'),
    'next to': _split('next to|next to|next to|beside|beside|by|alongside|right next to|close beside|standing next to|at the side of'),
    'left of': _split('to the left of|to the left of|on the left of|left of|on the left side of|left of|just left of|at the left of'),
    'right of': _split('to the right of|to the right of|on the right of|right of|on the right side of|right of|just right of|at the right of'),
    'around': _split('around|around|all around|surrounding|arranged around|in a circle around|gathered around'),
    'wearing': _split('wearing|wearing|wearing|in|dressed in|that wears|sporting|who wears'),
    'holding': _split('holding|holding|holding|carrying|with|clutching|gripping|that holds|that is holding'),
    'riding': _split('riding|riding|riding|on|riding on|on the back of|sitting on|that rides|who is riding'),
    'reflected in': _split('reflected in|mirrored in|and its reflection in|with its reflection in'),
    'near': _split('near|near|close to|not far from|near to|in the vicinity of|nearby'),
    'between': _split('between|between|in between|right between|standing between|squeezed between'),
}
AFTER_WORLD = {
    ('on', 'water'): _split('on|on|on|on|floating on|drifting on|out on'), ('in', 'water'): _split('in|in|in|swimming in|in|inside'), ('in', 'sky'): _split('in|in|in|high in|up in|high up in'), ('on', 'land'): _split('on|on|standing on'),
    ('in front of', 'sun'): _split('in front of|against|in front of'), ('in front of', 'moon'): _split('in front of|against|in front of'),
}
#: The other way round, "{target} with {thing} ...": what follows the thing.
REVERSE = {
    'on': _split('on it|on top|on top of it|on it|sitting on it|on its top'), 'in': _split('in it|inside|inside it|in it|within'), 'under': _split('under it|underneath|beneath it|underneath it|below'),
    'above': _split('above it|overhead|above|over it|floating above it'), 'below': _split('below it|below|beneath it|underneath'), 'behind': _split('behind it|behind it|right behind it|in back'),
    'in front of': _split('in front of it|in front|in front of it|before it'), 'next to': _split('next to it|beside it|at its side|by its side|alongside|next to it|standing next to it'),
    'left of': _split('on its left|to its left|to the left of it|left of it|on the left of it|on its left side'), 'right of': _split('on its right|to its right|to the right of it|right of it|on the right of it|on its right side'),
    'around': _split('around it|all around|all around it|surrounding it'), 'near': _split('nearby|near it|close by|not far away|close to it'), 'between': (), 'wearing': (), 'holding': (), 'riding': _split('on its back|riding it|on it|riding on it'), 'reflected in': _split('reflected in it|mirrored in it'),
}
PLURAL_REVERSE = {'it': 'them', 'its': 'their'}
#: The same fact told from the target: target CONVERSE thing.
CONVERSE = {'left of': 'right of', 'right of': 'left of', 'above': 'below', 'below': 'above', 'behind': 'in front of', 'in front of': 'behind', 'next to': 'next to', 'near': 'near', 'under': 'above'}
REGION_WORDS = {
    'left': _split('on the left|on the left|at the left|on the left side|to the left|on the left-hand side|at left|in the left half'),
    'right': _split('on the right|on the right|at the right|on the right side|to the right|on the right-hand side|at right|in the right half'),
    'center': _split('in the center|in the middle|in the centre|in the middle|centered|at the center|dead center|right in the middle of the picture'),
    'top': _split('at the top|at the top|at the top of the picture|in the upper part|up top|at the very top'),
    'bottom': _split('at the bottom|at the bottom|at the bottom of the picture|in the lower part|down below|at the very bottom'),
    'top left': _split('in the top left corner|in the upper left|at the top left|top left|in the upper left corner|in the left upper corner'),
    'top right': _split('in the top right corner|in the upper right|at the top right|top right|in the upper right corner|in the right upper corner'),
    'bottom left': _split('in the bottom left corner|in the lower left|at the bottom left|bottom left|in the lower left corner'),
    'bottom right': _split('in the bottom right corner|in the lower right|at the bottom right|bottom right|in the lower right corner'),
    'background': _split('in the background|in the background|in the distance|far away|at the back|in the far distance|way in the back|on the horizon'),
    'foreground': _split('in the foreground|in the foreground|up front|at the front|in front|close to us|close to the viewer'),
}
TARGETS = {
    'land': {'mountains': 'the mountains', 'hills': 'the hill|the hills|a hill', 'meadow': 'the meadow|a meadow', 'field': 'the field|a field', 'forest': 'the forest|a forest|the woods', 'jungle': 'the jungle|a jungle', 'desert': 'the desert|the sand', 'canyon': 'the canyon',
             'beach': 'the beach|a beach|the sand', 'sea': 'the sea|the ocean', 'island': 'an island|the island', 'snowfield': 'the snow|the ice', 'volcano': 'a volcano|the volcano', 'park': 'the park|a park', 'garden': 'the garden|a garden', 'village': 'a village|the village',
             'street': 'the street|the road|a street', 'city': 'the city|a city', 'underwater': 'the seabed|the sea floor|the bottom of the sea', 'space': 'space', 'moon': 'the moon', 'sky': 'the sky', 'table': 'the table|a table|a wooden table', 'stage': 'the stage|a stage', 'room': 'the floor', 'living room': 'the floor', 'bedroom': 'the floor', 'kitchen': 'the kitchen counter', 'library': 'the floor'},
    'water': {'lake': 'the lake|a lake|a calm lake|the water', 'river': 'the river|a river|the water', 'pond': 'the pond|a pond|a small pond|the water', 'sea': 'the sea|the ocean|the sea|the waves|the water', 'waterfall': 'the waterfall|a waterfall', '': 'the water|water'},
    'sky': {'': 'the sky|the sky|the air'}, 'sun': {'': 'the sun|the sun|a big sun|the bright sun'}, 'moon': {'': 'the moon|the moon|a big moon', 'full': 'the full moon|a full moon|the moon|a big full moon', 'crescent': 'the crescent moon|a crescent moon'},
}
TARGETS = {kind: {key: _split(words) for key, words in table.items()} for kind, table in TARGETS.items()}
COLLECTIVE = {
    'animal': _split('a herd of|a group of|a pack of|a family of'), 'bird': _split('a flock of|a flock of|a group of'), 'fish': _split('a school of|a school of|a shoal of|a swarm of'), 'insect': _split('a swarm of|a swarm of|a cloud of'),
    'plant': _split('a bunch of|a patch of|a cluster of|rows of'), 'tree': _split('a row of|a group of|a grove of|a cluster of|rows of'), 'building': _split('a row of|a cluster of|a group of|rows of'), 'vehicle': _split('a row of|a line of|a fleet of'),
    'watercraft': _split('a fleet of|a group of'), 'person': _split('a crowd of|a group of|a bunch of'), 'food': _split('a pile of|a heap of|a bunch of|a row of'), 'aircraft': _split('a formation of|a squadron of'),
}
NEUTRAL_ADJECTIVES = _split('beautiful|cute|lovely|nice|pretty|cool|adorable|charming|simple|ordinary|plain|funny|elegant|gorgeous|typical')
THERE_IS = _split("there is|there is|there's")
LETTERING_JOINTS = _split('that says|saying|reading|with the text|with the words|with the inscription|that reads|with the word|labelled|with text')


class Teller:
    __slots__ = ('r', 'spec', 'things', 'todo', 'relations', 'world', 'said', 'sentences', 'bare', 'twins', 'last')

    def __init__(self, spec: dict, rng, sentences: bool = False, bare: bool = False):
        self.r = rng.random
        self.spec = spec
        self.things = spec['things']
        self.todo = [{k: v for k, v in t.items() if k not in ('kind', 'word', 'count', 'plural')} for t in self.things]
        self.relations = list(spec['relations'])
        self.world = dict(spec['world'])
        self.said = [False] * len(self.things)
        self.sentences = sentences  # attributes may be put off to sentences of their own
        self.bare = bare  # no articles: the way of keywords
        self.last = -1
        words = [t['word'] for t in self.things]
        self.twins = [words.count(w) > 1 for w in words]

    def pick(self, options):
        return options[int(self.r() * len(options))]

    def many(self, i: int) -> bool:
        """Does thing i take a plural verb?"""
        thing = self.things[i]
        return thing.get('count', 1) > 1 or 'plural' in thing or noun(thing['word']).sort == 'plural'

    # --- noun phrases ------------------------------------------------------------------------------------------------------

    def np(self, i: int) -> str:
        """Thing i: at first with its number and (some of) its attributes, afterwards with 'the'."""
        if self.said[i]:
            return self.ref(i)
        self.said[i] = True
        self.last = i
        thing, todo, r = self.things[i], self.todo[i], self.r
        before, after = [], []
        putting_off = self.sentences and not self.twins[i]
        if todo:
            for name in ('size', 'state', 'color', 'material'):
                if name in todo and not (putting_off and r() < 0.16):
                    self._attribute(i, name, before, after)
            if 'text' in todo:
                after.append(f'{self.pick(LETTERING_JOINTS)} {self.quote(todo.pop("text"))}')
            if 'facing' in todo:
                way = todo.pop('facing')
                after.append(self.pick((f'facing {way}', f'looking {way}', f'facing to the {way}', f'looking to the {way}', f'turned to the {way}', f'facing {way}')))
        if len(before) > 1 and r() < 0.12:
            before.reverse()
        if r() < 0.03:
            before.insert(0, self.pick(NEUTRAL_ADJECTIVES))
        text = self._head(thing, ' '.join(before) if r() < 0.94 else ', '.join(before))
        if after:
            text = f'{text} {" ".join(after)}' if len(after) == 1 or r() < 0.6 else f'{text} {", ".join(after)}'
        if 'region' in todo and (not self.sentences or r() < 0.75):
            text = f'{text} {self.pick(REGION_WORDS[todo.pop("region")])}'
        return text

    def quote(self, text: str) -> str:
        draw = self.r()
        return f'"{text}"' if draw < 0.7 else f"'{text}'" if draw < 0.85 else f'“{text}”'

    def _attribute(self, i: int, name: str, before: list, after: list) -> None:
        value, r = self.todo[i].pop(name), self.r
        if name == 'color':
            word = self.pick(COLOR_WORDS[value])
            draw = r()
            if draw < 0.9 or self.bare:
                before.append(word)
            else:
                living = self.things[i]['kind'] in LIVING
                verb = 'are' if self.many(i) else 'is'
                after.append(self.pick((f'in {word}', f'that {verb} {word}', f'colored {word}', f'in {word}') if not living else (f'that {verb} {word}', f'colored {word}')))
        elif name == 'size':
            before.append(self.pick(SIZE_WORDS[value]))
        elif name == 'material':
            pre, post = MATERIAL_WORDS[value]
            if r() < 0.62:
                before.append(self.pick(pre))
            else:
                after.append(self.pick(post))
        else:
            pre, post = STATE_WORDS[value]
            if r() < 0.62 or value in ('old', 'young') and self.things[i]['kind'] in LIVING:
                before.insert(0 if r() < 0.5 else len(before), self.pick(pre))
            else:
                after.append(self.fit(self.pick(post), i))

    def fit(self, text: str, i: int) -> str:
        """Agreement of what follows a noun: 'that is open' -> 'that are open', 'its eyes' -> 'their eyes'."""
        if self.many(i):
            text = text.replace('that is ', 'that are ').replace('that has ', 'that have ').replace(' its ', ' their ').replace('that looks ', 'that look ')
        return text

    def _head(self, thing: dict, adjectives: str) -> str:
        """Determiner or number, adjectives, noun."""
        nn, r = noun(thing['word']), self.r
        count, quantity = thing.get('count'), thing.get('plural')
        space = adjectives + ' ' if adjectives else ''
        if count is not None and count > 1 or nn.sort != 'count' and count is not None:
            words = COUNT_WORDS.get(count)
            if count > 12:
                number = str(count)
            elif words and r() < 0.3:
                number = self.pick(words)
                if number == 'both':
                    number = 'both' if not space else 'two'
            else:
                number = NUMBER_WORDS[count] if r() < 0.66 else str(count)
            if nn.sort == 'plural' and nn.plural not in PAIRS:
                return f'{number} {space}{nn.plural}' if count > 1 else f'{space}{nn.plural}'
            if nn.sort == 'plural':
                pairs = 'pair' if count == 1 else 'pairs'
                number = number if not number.startswith('a pair') and number != 'both' else 'two'
                return f'{number} {pairs} of {space}{nn.plural}'
            if nn.sort == 'mass' and count == 1:
                return f'{number} {space}{nn.measure} of {nn.singular}' if nn.measure else f'{space}{nn.singular}'
            if self.bare and r() < 0.12:
                return f'{space}{nn.plural} x{count}' if r() < 0.5 else f'{count}x {space}{nn.plural if r() < 0.6 else nn.singular}'
            if count > 2 and r() < 0.05:
                return f'{self.pick(("a row of ", "a group of ", "a line of ", "exactly ", "a total of "))}{NUMBER_WORDS[count] if r() < 0.7 else count} {space}{nn.plural}'
            return f'{number} {space}{nn.plural}'
        if count == 1:
            return f'{self.pick(COUNT_WORDS[1])} {space}{nn.singular}'
        if quantity:
            name = nn.plural if nn.sort != 'mass' else nn.singular
            draw = r()
            if draw < 0.3 and thing['kind'] in CATEGORY:
                group = COLLECTIVE.get(CATEGORY[thing['kind']])
                if group:
                    return f'{self.pick(group)} {space}{name}'
            some = self.pick(MANY_WORDS) if quantity == 'many' else self.pick(SOME_WORDS) if draw < 0.75 else ''
            return f'{some} {space}{name}' if some else f'{space}{name}'
        if self.bare or nn.sort == 'proper':
            return f'{space}{nn.singular}'
        if nn.sort == 'mass':
            draw = r()
            if draw < 0.4 and nn.measure:
                body = f'{space}{nn.measure} of {nn.singular}'
                return f'{article(body)} {body}'
            return f'some {space}{nn.singular}' if draw < 0.6 else f'{space}{nn.singular}'
        if nn.sort == 'plural':
            draw = r()
            return f'a pair of {space}{nn.plural}' if draw < 0.3 and nn.plural in PAIRS else f'{space}{nn.plural}' if draw < 0.85 else f'some {space}{nn.plural}'
        body = space + nn.singular
        return f'{article(body)} {body}'

    def ref(self, i: int) -> str:
        """A thing mentioned before: 'the cat', 'it', 'the red one'."""
        thing, r = self.things[i], self.r
        nn = noun(thing['word'])
        name = nn.plural if self.many(i) and nn.sort != 'mass' else nn.singular
        mark = ''
        once, self.last = self.last, i
        if self.twins[i]:
            mark = thing.get('color') or ''
            if not mark and 'size' in thing:
                mark = thing['size']
        elif once == i and r() < 0.3:
            return 'them' if self.many(i) else 'it'
        if self.bare or nn.sort == 'proper':
            return f'{mark} {name}' if mark else name
        if mark:
            return f'the {mark} one' if r() < 0.2 and not self.many(i) else f'the {mark} {name}'
        return f'the {name}'

    def subject(self, i: int) -> str:
        """np for the place of a subject: 'it' and 'they' instead of 'them'."""
        text = self.np(i)
        return 'they' if text == 'them' else text

    # --- relations ---------------------------------------------------------------------------------------------------------

    def target(self, j) -> str:
        """The other end of a relation: a thing, or a part of the world."""
        if isinstance(j, int):
            return self.np(j)
        table = TARGETS[j]
        key = self.world_value(j)
        options = table.get(key) or table.get('')
        if options is None:
            return 'the ground'
        text = self.pick(options)
        if not text.endswith(('water', 'sand', 'snow', 'ice', 'floor', 'air', 'waves')):
            self.world.pop(j, None)  # naming the lake says that there is one
            if j == 'moon':
                self.world.pop('moon', None)
        if self.bare and text.startswith(('the ', 'a ')):
            text = text.partition(' ')[2]
        return text

    def world_value(self, j: str) -> str:
        value = self.spec['world'].get(j, '')
        return value if isinstance(value, str) else ''

    def incident(self, i: int) -> list:
        return [rel for rel in self.relations if rel[0] == i or rel[2] == i]

    def preposition(self, rel, forward: str) -> str:
        if isinstance(rel[2], str) and (forward, rel[2]) in AFTER_WORLD:
            return self.pick(AFTER_WORLD[forward, rel[2]])
        word = self.pick(AFTER[forward])
        i = rel[0]
        kind = self.things[i]['kind']
        living = kind in LIVING
        if word in ('resting on', 'placed on') and living:
            word = 'on'
        elif word.startswith(('who', 'that')):
            if self.many(i):
                word = {'that holds': 'that hold', 'that is holding': 'that are holding', 'that wears': 'that wear', 'who wears': 'who wear', 'that rides': 'that ride', 'who is riding': 'who are riding'}[word]
            if word.startswith('who') and CATEGORY[kind] != 'person':
                word = 'that' + word[3:]
        elif word == 'floating above' and CATEGORY[kind] not in ('aircraft', 'sky', 'bird', 'insect', 'fantasy', 'toy'):
            word = 'above'
        elif word.startswith('and its') and self.many(i):
            word = 'and their reflection in'
        elif word.startswith('with its') and self.many(i):
            word = 'with their reflections in'
        elif word == 'in' and forward == 'wearing':
            word = 'in'
        elif word == 'hidden behind' and not living:
            word = 'behind'
        elif word in ('standing behind', 'standing in front of', 'standing next to', 'standing between') and self.todo[i].get('state') in ACTIVE_VERBS:
            word = forward
        return word

    def between(self, rel) -> str | None:
        """'between A and B' if a second relation gives the other end."""
        for other in self.relations:
            if other is not rel and other[0] == rel[0] and other[1] == 'between':
                self.relations.remove(other)
                return f'{self.target(rel[2])} and {self.target(other[2])}'
        return None

    def attach(self, i: int, depth: int = 0) -> str:
        """np(i) with what relates to it hung on: 'a sofa with a cat on it next to a lamp'."""
        text = self.np(i)
        hung = 0
        for rel in self.incident(i):
            if rel not in self.relations or hung >= (3 if depth == 0 else 1):
                continue
            # Some relations wait for a clause of their own.
            if hung and self.sentences and self.r() < 0.5:
                continue
            piece = self._hang(rel, i, depth)
            if piece is None:
                continue
            joint = ' '
            if hung:
                joint = self.pick((' and ', ', ', ', ', ' '))
            elif piece.startswith('and '):
                joint = self.pick((' ', ', '))
            text += joint + piece
            hung += 1
        return text

    def _hang(self, rel, i: int, depth: int):
        a, name, b = rel
        r = self.r
        if a == i:
            if self.said[b] if isinstance(b, int) else False:
                if depth or r() < 0.5:
                    return None
            self.relations.remove(rel)
            if name == 'between':
                both = self.between(rel)
                return f'{self.pick(AFTER["between"])} {both or self.target(b)}'
            draw = r()
            if isinstance(b, int) and name in ('wearing', 'holding') and draw < 0.25 and not self.said[b]:
                text = f'with {self._deeper(b, depth)}'
                if name == 'wearing':
                    text += self.pick((' on', '', '', ' on its head' if CATEGORY.get(self.things[b]['kind']) == 'hat' else ''))
                else:
                    text += self.pick(('', '', ' in hand', ' in its hands' if not self.many(i) else ' in their hands'))
                return text
            if isinstance(b, int) and name in CONVERSE and draw < 0.12 and not self.said[b]:
                back = CONVERSE[name]
                if REVERSE[back]:
                    return self._with(b, back, i, depth)
            return f'{self.preposition(rel, name)} {self._deeper(b, depth) if isinstance(b, int) else self.target(b)}'
        # i is the target: the other thing is hung on it
        if self.said[a]:
            return None
        if name == 'between':
            return None
        self.relations.remove(rel)
        if name == 'wearing':
            return f'{self.pick(("on", "worn by", "on the head of")) if CATEGORY.get(self.things[i]["kind"]) != "person" else "worn by"} {self._deeper(a, depth)}'
        if name == 'holding':
            return f'{self.pick(("held by", "in the hands of", "carried by"))} {self._deeper(a, depth)}'
        if name == 'reflected in' or not REVERSE[name]:
            self.relations.append(rel)
            return None
        return self._with(a, name, i, depth)

    def _with(self, a: int, name: str, i: int, depth: int) -> str:
        """'with a cat on it': thing a hung on thing i by a relation of a to i."""
        tail = self.pick(REVERSE[name])
        if self.many(i):
            tail = ' '.join(PLURAL_REVERSE.get(word, word) for word in tail.split(' '))
        draw = self.r()
        if draw < 0.7:
            return f'with {self._deeper(a, depth)} {tail}'
        if draw < 0.85:
            return f'and {self._deeper(a, depth)} {tail}'
        if draw < 0.93 or self.bare or name not in ('on', 'in', 'under', 'above', 'behind', 'in front of', 'next to'):
            return f'and {tail} {self._deeper(a, depth)}'
        return f'{name} which {self.be(a)} {self._deeper(a, depth)}'

    def _deeper(self, i: int, depth: int) -> str:
        if depth < 2 and self.r() < (0.55 if depth == 0 else 0.3) and not self.said[i]:
            return self.attach(i, depth + 1)
        return self.np(i)

    def be(self, i: int) -> str:
        return 'are' if self.many(i) else 'is'

    # --- clauses -----------------------------------------------------------------------------------------------------------

    def verb(self, i: int, rel_name: str = '') -> str:
        """A verb that puts thing i somewhere; it says the state where there is one that is done."""
        todo, r = self.todo[i], self.r
        plural = self.many(i)
        state = todo.get('state')
        if state in ACTIVE_VERBS and not self.said[i]:
            del todo['state']
            return self.pick(ACTIVE_VERBS[state][1 if plural else 0])
        kind = self.things[i]['kind']
        group = CATEGORY[kind]
        if r() < 0.3:
            return 'are' if plural else 'is'
        if kind in LIVING:
            forms = STANDING_FISH if group == 'fish' else STANDING_BIRD if group in ('bird', 'insect') and rel_name == 'on' else STANDING_LIVING
        elif group in ('vehicle', 'aircraft') and rel_name in ('', 'in', 'on', 'next to', 'in front of', 'behind', 'near'):
            forms = PARKED
        elif group == 'watercraft':
            forms = FLOATING
        elif group in ('building', 'tree', 'plant', 'furniture'):
            forms = UPRIGHT
        elif rel_name in ('above',):
            forms = HANGING
        else:
            forms = LYING
        verb = self.pick(forms[1 if plural else 0])
        return verb if rel_name or not verb.endswith('placed') else 'are there' if plural else 'is there'

    def clause(self, rel) -> str:
        """A whole clause for one relation, with what hangs on its ends."""
        a, name, b = rel
        if rel in self.relations:
            self.relations.remove(rel)
        r = self.r
        draw = r()
        if name in ('wearing', 'holding', 'riding'):
            plural = self.many(a)
            verb = self.pick(DOING[name][1 if plural else 0])
            return f'{self.subject(a)} {verb} {self._deeper(b, 1)}'
        if name == 'between':
            ends = self.between(rel) or self.target(b)
            if draw < 0.3 and not self.said[a]:
                verb = self.verb(a)
                return f'between {ends} {verb} {self.np(a)}'
            verb = self.verb(a)
            return f'{self.subject(a)} {verb} {self.pick(("between", "in between"))} {ends}'
        if name == 'reflected in':
            return f'{self.subject(a)} {self.be(a)} {self.pick(("reflected in", "mirrored in"))} {self.target(b)}'
        pp = self.preposition(rel, name)
        if pp.split(' ')[0] in ('standing', 'resting', 'placed', 'floating', 'drifting', 'swimming', 'out', 'high', 'up', 'gathered', 'arranged', 'surrounding', 'squeezed', 'nearby'):
            return f'{self.subject(a)} {self.be(a)} {pp} {self.target(b)}' if pp.split(' ')[0] != 'surrounding' else f'{self.subject(a)} {"surround" if self.many(a) else "surrounds"} {self.target(b)}'
        if draw < 0.2 and not self.said[a]:
            verb = self.verb(a, name)
            there = self.target(b)
            return f'{pp} {there if there not in ("it", "they") else "it"} {verb} {self.np(a)}'
        if draw < 0.4 and not self.said[a]:
            return f'{self.pick(THERE_IS) if not self.many(a) else "there are"} {self.np(a)} {pp} {self.target(b)}'
        if draw < 0.5 and isinstance(b, int) and REVERSE.get(name) and not self.said[a]:
            tail = self.pick(REVERSE[name])
            plural = self.many(b)
            if plural:
                tail = ' '.join(PLURAL_REVERSE.get(word, word) for word in tail.split(' '))
            return f'{self.subject(b)} {"have" if plural else "has"} {self.np(a)} {tail}'
        verb = self.verb(a, name)
        return f'{self.subject(a)} {verb} {pp} {self._deeper(b, 1) if isinstance(b, int) else self.target(b)}'

    def leftovers(self) -> list[str]:
        """Clauses for attributes and relations that are not said yet. Calls np for things that were never mentioned."""
        out = []
        while self.relations:
            out.append(self.clause(self.relations[0]))
        for i, todo in enumerate(self.todo):
            if not self.said[i]:
                out.append(f'{"there are" if self.many(i) else "there is"} {self.np(i)}')
            while todo:
                name = next(iter(todo))
                value = todo.pop(name)
                who = self.subject(i)
                be = self.be(i)
                if name == 'color':
                    word = self.pick(COLOR_WORDS[value])
                    out.append(self.pick((f'{who} {be} {word}', f'{who} {be} {word}', f'{who} should be {word}', f'make {self.things_or(who)} {word}', f'the color of {self.things_or(who)} is {word}')))
                elif name == 'size':
                    out.append(f'{who} {be} {self.pick(SIZE_WORDS[value])}')
                elif name == 'region':
                    out.append(f'{who} {be} {self.pick(REGION_WORDS[value])}')
                elif name == 'facing':
                    out.append(f'{who} {"look" if be == "are" else "looks"} to the {value}')
                elif name == 'text':
                    out.append(f'{who} {"say" if be == "are" else "says"} {self.quote(value)}')
                elif name == 'material':
                    out.append(f'{who} {be} {self.pick(MATERIAL_WORDS[value][1])}')
                elif name == 'state':
                    post = self.fit(self.pick(STATE_WORDS[value][1]), i)
                    post = post.removeprefix('that is ').removeprefix('that are ')
                    if post.startswith(('with ', 'that ')):
                        post = self.pick(STATE_WORDS[value][0])
                    out.append(f'{who} {be} {post}')
        return out

    @staticmethod
    def things_or(who: str) -> str:
        return 'them' if who == 'they' else who


def _forms(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    singular, _, plural = text.partition('#')
    return _split(singular), _split(plural)


STANDING_LIVING = _forms('stands|is standing|waits|is waiting|can be seen|is|stands there#stand|are standing|wait|are waiting|can be seen|are')
STANDING_BIRD = _forms('is perched|perches|is#are perched|perch|are')
STANDING_FISH = _forms('swims|is swimming|is#swim|are swimming|are')
PARKED = _forms('is parked|stands|is parked|waits|is#are parked|stand|are parked|wait|are')
FLOATING = _forms('floats|drifts|is floating|is|lies#float|drift|are floating|are|lie')
UPRIGHT = _forms('stands|is standing|is|can be seen#stand|are standing|are|can be seen')
HANGING = _forms('hangs|floats|is|hovers#hang|float|are|hover')
LYING = _forms('lies|is lying|is|rests|stands|is placed#lie|are lying|are|rest|stand|are placed')
DOING = {
    'wearing': _forms('wears|is wearing|has on|is dressed in#wear|are wearing|have on|are dressed in'),
    'holding': _forms('holds|is holding|carries|is carrying|has#hold|are holding|carry|are carrying|have'),
    'riding': _forms('rides|is riding|rides on#ride|are riding|ride on'),
}
