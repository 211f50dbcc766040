"""
A caption for a spec, in people's own ways of asking.

`caption(spec, rng)` says everything that the spec holds and nothing else. English is built from the parts of english.py,
phrases.py and places.py by one of a dozen registers (phrase, sentences, keywords, place first, list, labelled ...), each of
which chooses order, grammar and joints anew; the other languages stand in tongues.py.
"""
from __future__ import annotations

from english import THERE_IS, Teller
from phrases import PHRASES
from places import LAND, MOOD_WORDS, MOODS, USES, WATER
from vocabulary import INDOOR
from wording import COLOR_WORDS, MATERIAL_WORDS, NUMBER_WORDS, STATE_WORDS, article, noun


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split('|') if part.strip())


#: (field, value, form) -> phrases that say it in that form; filled once.
_INDEX: dict = {}
for _phrase in PHRASES:
    for _form in ('of', 'adj', 'pp', 'kw', 'sent'):
        if getattr(_phrase, _form):
            for _field, _value in _phrase.fields:
                _INDEX.setdefault((_field, _value, _form), []).append((_phrase, getattr(_phrase, _form)))

BACKDROP = {
    'pp': _split('on a {} background|against a {} background|in front of a {} backdrop|on a plain {} background|with a {} background|on {}|against a {} backdrop|on a solid {} background|on a {} studio backdrop|with a plain {} background|on seamless {} paper'),
    'kw': _split('{} background|plain {} background|{} backdrop|solid {} background|{} studio background|simple {} background|bg {}'),
    'sent': _split('the background is {}|the background is plain {}|make the background {}|the backdrop is {}'),
}
WALL = {'pp': _split('with {} walls|against a {} wall|in front of a {} wall'), 'kw': _split('{} walls|{} wall'), 'sent': _split('the walls are {}|the wall is {}')}
TABLETOP = {'pp': _split('on a {} table|on a {} tablecloth|on a {} surface'), 'kw': _split('{} table|{} tablecloth'), 'sent': _split('the table is {}|the tablecloth is {}')}

ASKING = _split('draw|draw me|make|make me|create|create an image of|generate|generate an image of|generate a picture of|can you draw|can you make|can u make|could you draw|could you please make|please draw|please make|please create|i want|i\'d like|i need|i want a picture of|give me|show me|let\'s see|gimme|picture of|imagine|paint|paint me|pls make|i would like to see|can i have|i\'d love to see|create a picture of|make a picture with|make an image with|i am looking for|we need|need|want|I\'d like an image of|would you draw|design|sketch out|render|think of|picture|visualize|a picture with|image of|an image with|illustration of|an illustration of|a scene with|a picture that shows|an image showing|depict|how about|what about|please|hi, could you make|hello! please draw|hey can you draw|for my daughter: |for my kid\'s room: |for a friend: |my wish: |something like ')
VERBLESS = frozenset(_split('i want|i\'d like|i need'))
THANKS = (' please', ' pls', ' plz', ', please', ', thanks', ', thank you', ' thx', '. thanks!', ', if possible', ' for me', ' for my kids', ' for my daughter', ' for my website', ' if you can')
SCENE_ASKING = _split('a picture where|an image where|i want a picture where|can you make a picture where|imagine a scene where|draw a scene in which|make an image in which|a scene in which|show me a picture where')
QUALITY = _split('highly detailed|4k|8k|high quality|best quality|masterpiece|very detailed|ultra detailed|intricate details|sharp focus|award-winning|trending on artstation|beautiful|stunning|hd|uhd|high resolution|professional|detailed|gorgeous|crisp|artstation|hyperdetailed|nice composition|wow|no watermark|well composed|rule of thirds|concept art|digital art|illustration|behance|high detail|super detailed|ultra hd|amazing|artwork|unreal engine|octane render|great lighting|very nice')
CAMERA = _split('50mm|35mm|85mm lens|canon eos|dslr|shot on film|24mm lens|nikon d850|kodak portra|iso 100|f/2.8|national geographic|raw photo|leica')
EMOJI = _split('😊|🙂|🎨|❤️|🙏|✨|😍|👍|😄|!!|:)|;)|^^|xD')
GENERIC = _split('a landscape|a scene|a scenery|a landscape picture|a picture|a scenic view|a nice landscape|a wide landscape')
GENERIC_INDOOR = _split('a scene|a picture|an image')
AVOID_NOUNS = {
    'person': _split('people|people|humans|persons|any people|anyone|a single person|human figures'), 'animal': _split('animals|any animals'), 'plant': _split('plants|greenery|any plants'),
    'building': _split('buildings|houses|any buildings|a single house'), 'vehicle': _split('cars|vehicles|traffic|any cars'), 'text': _split('text|words|letters|lettering|writing|any text|text or letters'), 'cloud': _split('clouds|any clouds|a single cloud'),
}
AVOID_FRAMES = {
    'pp': _split('without {}|but without {}|with no {}|but no {}|and no {}|without {} in it|minus the {}'),
    'kw': _split('no {}|no {}|without {}|no {} please|zero {}|NO {}'),
    'sent': _split('there should be no {}|there are no {}|no {} please|leave out the {}|don\'t put any {} in it|i don\'t want any {}|do not include {}|no {}|please no {}|{} must not be seen'),
}


def caption(spec: dict, rng) -> str:
    """Words for a spec. What is drawn follows from rng alone."""
    if spec.get('lang', 'en') != 'en':
        import tongues  # here: it builds on the catalogue too
        return tongues.caption(spec, rng)
    r = rng.random
    n = len(spec['things'])
    draw = r()
    if n == 0:
        register = 'phrase' if draw < 0.55 else 'keywords' if draw < 0.75 else 'long' if draw < 0.85 else 'sentences' if draw < 0.95 else 'labelled'
    else:
        register = ('phrase' if draw < 0.4 else 'sentences' if draw < 0.61 else 'place' if draw < 0.73 else 'keywords' if draw < 0.86 else 'long' if draw < 0.94
                    else 'where' if draw < 0.97 else 'labelled')
    text = REGISTERS[register](spec, rng)
    return noise(text, spec, r)


class Told(Teller):
    """A Teller that also words the world."""
    __slots__ = ('inside', 'mood', 'use', 'avoid')

    def __init__(self, spec: dict, rng, sentences: bool = False, bare: bool = False):
        super().__init__(spec, rng, sentences, bare)
        world, r = self.world, self.r
        self.inside = world.get('land') in INDOOR or world.get('land') in ('underwater', 'space')
        self.mood, self.use = spec.get('mood'), spec.get('use')
        self.avoid = list(spec['avoid'])
        # What mood and use imply need not be said again, and mostly is not.
        if self.mood:
            for implied in MOODS[self.mood]:
                for field, value in implied.items():
                    if world.get(field) == value and r() < 0.85:
                        del world[field]
        if self.use:
            for field, value in USES[self.use][0].items():
                if world.get(field) == value and r() < 0.8:
                    del world[field]

    # --- phrases for the world ---------------------------------------------------------------------------------------------

    def phrase(self, field: str, form: str) -> str | None:
        """Words for one field (and others along with it), crossing them off; None if there is no such form."""
        options = _INDEX.get((field, self.world[field], form))
        if not options:
            return None
        whole = self.spec['world']
        for _ in range(4):
            found, words = self.pick(options)
            if found.outdoor and self.inside:
                continue
            if len(found.fields) > 1 and not all(whole.get(k) == v for k, v in found.fields):
                continue
            if found.unless and any(whole.get(k) in v for k, v in found.unless):
                continue
            for k, _ in found.fields:
                self.world.pop(k, None)
            return self.pick(words)
        # Few fit: look at all of them.
        for found, words in options:
            if all(whole.get(k) == v for k, v in found.fields) and not (found.unless and any(whole.get(k) in v for k, v in found.unless)):
                for k, _ in found.fields:
                    self.world.pop(k, None)
                return self.pick(words)
        return None

    def adjective(self) -> str:
        """An adjective for a place: of its weather, season, hour or mood."""
        r = self.r
        if self.mood and MOOD_WORDS[self.mood] and r() < 0.45:
            word = self.pick(MOOD_WORDS[self.mood])
            self.mood = None
            return word
        fields = [f for f in ('weather', 'season', 'time', 'cover', 'light', 'grade') if f in self.world]
        if fields and not self.inside:
            return self.phrase(self.pick(fields), 'adj') or ''
        return ''

    def place_noun(self, options) -> str:
        """One of the nouns of a place, perhaps with an adjective, with its article."""
        kind, name = self.pick(options)
        adjective = self.adjective() if self.r() < 0.5 else ''
        return self.determine(kind, f'{adjective} {name}' if adjective else name)

    def determine(self, kind: str, body: str) -> str:
        if kind in ('p', 'm', '') or self.bare:
            return body
        if kind == 'the':
            return f'the {body}'
        return f'{article(body)} {body}'

    def place_at(self, place) -> str:
        """'in a foggy forest'."""
        preposition, kind, name = self.pick(place.at)
        if not kind and not name:
            return preposition
        adjective = self.adjective() if name and self.r() < 0.4 else ''
        body = f'{adjective} {name}' if adjective else name
        return f'{preposition} {self.determine(kind, body)}'.strip()

    def backdrop(self, form: str) -> str:
        color = self.pick(COLOR_WORDS[self.world.pop('backdrop')])
        land = self.spec['world'].get('land', 'studio')
        table = TABLETOP if land == 'table' and self.r() < 0.7 else WALL if land in ('room', 'living room', 'bedroom', 'kitchen', 'library') else BACKDROP
        if table is BACKDROP:
            self.world.pop('land', None) if land == 'studio' else None
        elif table is TABLETOP:
            self.world.pop('land', None)
        text = self.pick(table[form]).format(color)
        return text.replace(' a ', f' {article(color)} ') if ' a ' + color in text else text

    def places(self, form: str) -> list[str]:
        """Land, water and backdrop."""
        out, world, r = [], self.world, self.r
        if 'backdrop' in world and (world.get('land') == 'studio' or 'land' not in world) and r() < 0.9:
            out.append(self.backdrop(form))
        land = world.pop('land', None)
        if land:
            place = LAND[land]
            if form == 'pp':
                out.append(self.place_at(place) if r() < 0.75 or not place.tail or not self.things else self.pick(place.tail))
            else:
                out.append(self.pick(place.kw if form == 'kw' else place.sent))
        water = world.pop('water', None)
        if water and water != 'none':
            place = WATER[water]
            if form == 'pp':
                out.append(self.place_at(place) if r() < 0.6 and not land else self.pick(place.tail))
            else:
                out.append(self.pick(place.kw if form == 'kw' else place.sent))
        if 'backdrop' in world:
            out.append(self.backdrop(form))
        return out

    def rest(self, form: str) -> list[str]:
        """Everything of the world that is still unsaid; a field that lacks the form takes another."""
        out, world = self.places(form), self.world
        while world:
            fields = list(world)
            field = fields[int(self.r() * len(fields))]
            said = None
            for f in (form, 'pp', 'kw', 'sent'):
                said = self.phrase(field, f)
                if said:
                    break
            if said:
                out.append(said)
            else:
                world.pop(field, None)
        if self.mood:
            out.append(self.mood_words(form))
        if self.use:
            words = self.pick(USES[self.use][2])
            out.append(words if form != 'pp' else f'for {article(words)} {words}' if self.r() < 0.6 else f'as {article(words)} {words}')
            self.use = None
        return out

    def mood_words(self, form: str) -> str:
        mood, self.mood = self.mood, None
        if mood == 'after the storm':
            return self.pick(('after the storm', 'just after a storm', 'after a thunderstorm', 'the storm has just passed') if form != 'kw' else ('after the storm', 'after a storm'))
        word = self.pick(MOOD_WORDS[mood])
        a = article(word)
        if form == 'kw':
            return self.pick((word, f'{word} mood', f'{word} atmosphere', word, f'mood: {word}', f'{word} vibe', f'{word} feeling'))
        if form == 'sent':
            return self.pick((f'the mood is {word}', f'it feels {word}', f'{a} {word} mood', f'the atmosphere is {word}', f'make it {word}'))
        return self.pick((f'in {a} {word} mood', f'with {a} {word} atmosphere', f'with {a} {word} mood', f'in {a} {word} atmosphere', f'with {a} {word} feel'))

    def avoidance(self, form: str) -> list[str]:
        out = []
        for what in self.avoid:
            name = self.pick(AVOID_NOUNS[what]) if what in AVOID_NOUNS else noun(what).plural if noun(what).sort == 'count' else what
            frame = self.pick(AVOID_FRAMES[form])
            if name.startswith(('any', 'a single')) and not frame.startswith(('without', 'but without')):
                name = name.removeprefix('any ').removeprefix('a single ')
                name = 'people' if name in ('one', 'anyone', 'person') else name
            out.append(frame.format(name))
        self.avoid = []
        return out

    def frame(self) -> str:
        """'a watercolor of', 'a close-up of', 'a headshot of', with the mood perhaps; '' if there is none."""
        r = self.r
        if self.use and r() < 0.75:
            text = self.pick(USES[self.use][1])
            self.use = None
        else:
            fields = [f for f in ('style', 'viewpoint', 'grade', 'light') if f in self.world]
            if not fields or r() < 0.4:
                return ''
            text = self.phrase(fields[0] if r() < 0.7 else self.pick(fields), 'of')
            if not text:
                return ''
        if self.mood and MOOD_WORDS[self.mood] and r() < 0.3 and text.startswith(('a ', 'an ')):
            word = self.pick(MOOD_WORDS[self.mood])
            self.mood = None
            text = f'{article(word)} {word} {text.partition(" ")[2]}'
        return text + ' '

    # --- things ------------------------------------------------------------------------------------------------------------

    def components(self) -> list[str]:
        """Noun phrases for all things, those that relate to each other hung together."""
        out, r = [], self.r
        order = list(range(len(self.things)))
        if len(order) > 1 and r() < 0.2:
            order.reverse()
        twins = self.color_list()
        if twins:
            out.append(twins)
        for i in order:
            if self.said[i]:
                continue
            # What is carried, worn or stands on another comes with it, most of the time.
            relation = next((rel for rel in self.relations if rel[2] == i and not self.said[rel[0]]), None)
            if relation is not None and r() < 0.7:
                i = relation[0]
            if self.said[i]:
                continue
            out.append(self.attach(i))
        return out

    def shared(self) -> str:
        """', both red': an attribute that all things have, taken out to be said once."""
        if len(self.things) < 2 or any(self.twins) or self.r() < 0.35:
            return ''
        for name in ('color', 'state', 'material'):
            value = self.things[0].get(name)
            if value and all(t.get(name) == value for t in self.things):
                for todo in self.todo:
                    del todo[name]
                if name == 'color':
                    word = self.pick(COLOR_WORDS[value])
                elif name == 'material':
                    word = self.pick(MATERIAL_WORDS[value][1])
                else:
                    word = self.pick(STATE_WORDS[value][0])
                both = 'both' if len(self.things) == 2 else 'all'
                return self.pick((f', {both} {word}', f', {both} of them {word}', f', {both} {word}', f', {word} {both}' if both == 'both' else f', all {word}', f' ({both} {word})'))
        return ''

    def color_list(self) -> str | None:
        """'three mugs: red, green and blue' where all things are of one word and differ in colour only."""
        things = self.things
        if len(things) < 2 or not all(self.twins) or self.r() < 0.25:
            return None
        word = things[0]['word']
        if any(t['word'] != word or set(t) - {'kind', 'word', 'color', 'region'} or 'color' not in t for t in things):
            return None
        regions = any('region' in t for t in things)
        chain = [rel for rel in self.relations if rel[1] in ('left of', 'right of')]
        if regions or len(chain) != len(self.relations) or chain and not (len(chain) == len(things) - 1 and all(rel[0] + 1 == rel[2] and rel[1] == 'left of' for rel in chain)):
            return None
        nn = noun(word)
        if nn.sort != 'count':
            return None
        colors = [self.pick(COLOR_WORDS[t['color']]) for t in things]
        listed = ', '.join(colors[:-1]) + self.pick((' and ', ', ', ', and ')) + colors[-1]
        number = NUMBER_WORDS[len(things)] if self.r() < 0.7 else str(len(things))
        self.relations = [] if chain else self.relations
        self.said = [True] * len(things)
        self.todo = [{} for _ in things]
        if chain:
            row = self.pick(('in a row from left to right', 'from left to right', 'side by side, left to right', 'in a row, from left to right'))
            return self.pick((f'{number} {nn.plural} {row}: {listed}', f'{nn.plural} {row}: {listed}', f'{number} {nn.plural}, {row} {listed}'))
        each = ', '.join(f'{article(c)} {c} one' for c in colors[1:-1])
        return self.pick((f'{number} {nn.plural}: {listed}', f'{number} {nn.plural} in {listed}', f'{number} {nn.plural}, one {", one ".join(colors[:-1])} and one {colors[-1]}', f'{number} {nn.plural} in a row: {listed}',
                          f'{article(colors[0])} {colors[0]} {nn.singular}{", " + each if each else ""} and {article(colors[-1])} {colors[-1]} one', f'{" and ".join(f"{article(c)} {c} {nn.singular}" for c in colors)}', f'{listed} {nn.plural}'))

    def join(self, parts: list[str]) -> str:
        if len(parts) < 2:
            return parts[0] if parts else ''
        last = self.pick((' and ', ' and ', ' and ', ', ', ', and ', ' with ', ' & ', ' plus ', ', plus ', ' + ') if len(parts) == 2 else (' and ', ' and ', ', ', ', and ', ' & '))
        middle = ' + ' if last == ' + ' and len(parts) == 2 else ' and ' if self.r() < 0.06 else ', '
        return middle.join(parts[:-1]) + last + parts[-1]

    def ground(self) -> str:
        """A noun phrase for a picture without things: 'a foggy forest', 'a lake in the mountains', 'a sunset'."""
        world, r = self.world, self.r
        land, water = world.get('land'), world.get('water')
        if land and water and water != 'none':
            del world['land'], world['water']
            draw = r()
            if draw < 0.4:
                return f'{self.place_noun(LAND[land].of)} {self.pick(WATER[water].tail)}'
            if draw < 0.75:
                return f'{self.place_noun(WATER[water].of)} {self.place_at(LAND[land])}'
            if draw < 0.9:
                return f'{self.place_noun(LAND[land].of)} and {self.place_noun(WATER[water].of)}'
            return f'{self.place_noun(WATER[water].of)} {self.pick(LAND[land].tail)}'
        if land:
            del world['land']
            return self.place_noun(LAND[land].of)
        if water and water != 'none':
            del world['water']
            return self.place_noun(WATER[water].of)
        for field in ('aurora', 'rainbow', 'time', 'moon', 'weather', 'lightning', 'cover'):
            if field in world and r() < 0.6:
                said = self.phrase(field, 'kw')
                if said:
                    return said if r() < 0.6 or said.endswith('s') or field in ('aurora',) else f'{article(said)} {said}'
        adjective = self.adjective()
        text = self.pick(GENERIC_INDOOR if self.inside else GENERIC)
        return f'{article(adjective)} {adjective} {text.partition(" ")[2]}' if adjective else text


# --- registers ---------------------------------------------------------------------------------------------------------------

def asking(t: Told, text: str, share: float = 0.28) -> str:
    """Perhaps an opening ("draw me"), perhaps a closing ("please")."""
    r = t.r
    if r() < share:
        opening = t.pick(ASKING)
        text = opening + ('' if opening.endswith(' ') else ' ') + text
        if r() < 0.2:
            text += t.pick(THANKS)
        elif opening.startswith(('can', 'could', 'would', 'how about', 'what about')) and r() < 0.5:
            text += '?'
    elif r() < 0.03:
        text += t.pick(THANKS)
    elif r() < 0.012:
        text = f'what would {text} look like?'
    return text


def _main(t: Told) -> str:
    """Noun phrases for the things, with leftovers hung on as clauses."""
    shared = t.shared()
    text = t.join(t.components()) + shared
    for clause in t.leftovers():
        draw = t.r()
        text += f', {clause}' if draw < 0.6 else f'. {clause}' if draw < 0.8 else f' ({clause})' if draw < 0.86 else f' and {clause}' if draw < 0.94 else f'; {clause}'
    return text


def phrase(spec: dict, rng) -> str:
    t = Told(spec, rng)
    r = t.r
    frame = t.frame()
    if not t.things:
        text = t.ground()
    else:
        land = spec['world'].get('land')
        if land and 'land' in t.world and r() < 0.14 and not (land == 'studio'):
            # "a forest with a fox in it"
            noun_of = t.place_noun(LAND[t.world.pop('land')].of)
            text = f'{noun_of} {t.pick(("with", "with", "with", "featuring", "and"))} {_main(t)}' + (t.pick((' in it', '')) if r() < 0.15 else '')
        else:
            text = _main(t)
    form = 'pp' if r() < 0.72 else 'kw'
    bits = t.rest(form) + t.avoidance('kw' if form == 'kw' or r() < 0.3 else 'pp')
    if len(bits) > 1 and r() < 0.3:
        bits.reverse()
    for k, bit in enumerate(bits):
        if form == 'pp' and k < 2 and r() < 0.78:
            text += ' ' + bit
        else:
            text += ', ' + bit
    if frame and not frame.endswith((': ', ' ')):
        frame += ' '
    return asking(t, frame + text)


def long(spec: dict, rng) -> str:
    """The way of people who write prompts a lot: everything, then words of quality."""
    t = Told(spec, rng)
    r = t.r
    frame = t.frame()
    text = frame + (_main(t) if t.things else t.ground())
    bits = t.rest('pp' if r() < 0.35 else 'kw') + t.avoidance('kw')
    for _ in range(1 + int(r() * 3.5)):
        bits.append(t.pick(QUALITY))
    if r() < 0.25:
        bits.append(t.pick(CAMERA))
    if r() < 0.6:
        for k in range(len(bits) - 1, 0, -1):
            j = int(r() * (k + 1))
            bits[k], bits[j] = bits[j], bits[k]
    if r() < 0.12:
        text = f'{t.pick(("masterpiece", "best quality", "(best quality)", "high quality", "award-winning", "(masterpiece)", "4k", "beautiful"))}, {text}'
    return text + ', ' + ', '.join(dict.fromkeys(bits))


def keywords(spec: dict, rng) -> str:
    t = Told(spec, rng, bare=rng.random() < 0.75)
    r = t.r
    things = t.components() if t.things else []
    if not t.things and r() < 0.6 and ('land' in t.world or 'water' in t.world):
        things = [t.ground()]
    things += t.leftovers()
    world = t.rest('kw')
    for k in range(len(world) - 1, 0, -1):
        j = int(r() * (k + 1))
        world[k], world[j] = world[j], world[k]
    draw = r()
    items = things + world if draw < 0.78 else world + things if draw < 0.92 else world[:1] + things + world[1:]
    items += t.avoidance('kw')
    if r() < 0.25:
        items += [t.pick(QUALITY) for _ in range(1 + int(r() * 3))]
    draw = r()
    joint = ', ' if draw < 0.8 else ' ' if draw < 0.87 else '; ' if draw < 0.9 else ' + ' if draw < 0.92 else ' | ' if draw < 0.93 else '. ' if draw < 0.96 else ','
    return joint.join(items)


def sentences(spec: dict, rng) -> str:
    t = Told(spec, rng, sentences=True)
    r = t.r
    opening = ''
    if not t.things:
        first = t.ground()
        draw = r()
        if draw < 0.5:
            first = t.frame() + first
    else:
        if r() < 0.4:
            opening = t.frame()
        if t.relations and r() < 0.72 and not opening:
            first = t.clause(t.relations[0])
        else:
            i = 0
            head = t.attach(i) if r() < 0.6 else None
            draw = r()
            if opening:
                first = opening + (head or t.attach(i))
            elif head is not None:
                first = head if draw < 0.5 else f'{"there are" if t.many(i) else "there is"} {head}' if draw < 0.8 else f'{t.pick(("we see", "i see", "you can see", "the picture shows", "the image shows", "it shows"))} {head}'
            elif draw < 0.5:
                first = f'{"there are" if t.many(i) else t.pick(THERE_IS)} {t.attach(i)}'
            else:
                verb = t.verb(i)
                first = f'{t.np(i)} {verb}'
                if verb in ('is', 'are'):
                    places = t.places('pp')
                    if not places or places[0].startswith(('with ', 'and ', 'surrounded ')):
                        first += ' ' + t.pick(('in the picture', 'to be seen', 'there'))
                    first += ''.join(f' {p}' for p in places)
    clauses = [first]
    pps = []
    # Part of the world goes with the first sentence, the rest has sentences of its own.
    if r() < 0.6:
        bits = t.places('pp')
        for field in ('time', 'weather', 'season'):
            if field in t.world and r() < 0.4:
                said = t.phrase(field, 'pp')
                if said:
                    bits.append(said)
        if bits:
            if r() < 0.2 and not opening and bits[0].startswith(('in ', 'on ', 'at ', 'by ', 'under ', 'near ')):
                clauses[0] = f'{bits[0]}{t.pick((", ", " ", ", "))}{first}'
                pps = bits[1:]
            else:
                pps = bits
    clauses[0] += ''.join(f' {p}' if k < 2 else f', {p}' for k, p in enumerate(pps))
    for i in range(len(t.things)):
        if not t.said[i]:
            rel = next((x for x in t.relations if i in (x[0], x[2])), None)
            if rel is not None and r() < 0.8:
                clauses.append(t.clause(rel))
            else:
                text = t.attach(i)
                be = 'are' if t.many(i) else 'is'
                clauses.append(t.pick((f'there {be} also {text}', f'there {be} {text} too', f'there {be} {text}', f'also {text}', f'plus {text}', f'and {text}', f'i also want {text}', f'{text} {be} there as well')))
    clauses += t.leftovers()
    tail = t.rest('sent') + t.avoidance('sent')
    if len(tail) > 1 and r() < 0.3:
        tail.reverse()
    clauses += tail
    if r() < 0.08:
        clauses.append(t.pick(('make it beautiful', 'make it nice', 'it should look good', 'high quality please', 'surprise me', 'thank you', 'thanks!', 'lots of detail')))
    draw = r()
    joint = '. ' if draw < 0.72 else ', ' if draw < 0.9 else '; ' if draw < 0.95 else ' and '
    if joint == '. ' and r() < 0.8:
        clauses = [c[:1].upper() + c[1:] for c in clauses]
        text = joint.join(clauses)
        return text + ('.' if text[-1] not in '.!?' else '')
    return joint.join(clauses)


def place(spec: dict, rng) -> str:
    """The place or the hour first: 'In a forest at night, a fox', 'desert at noon: two camels'."""
    if 'land' not in spec['world'] and 'water' not in spec['world']:
        return phrase(spec, rng)
    t = Told(spec, rng)
    r = t.r
    draw = r()
    if draw < 0.45:
        bits = t.places('pp')
        for field in ('time', 'weather', 'season', 'moon'):
            if field in t.world and r() < 0.6:
                said = t.phrase(field, 'pp')
                if said:
                    bits.append(said)
        lead, more = ' '.join(bits[:3]), bits[3:]
        joint = t.pick((', ', ', ', ' ', ': ', ', ', ', there is ' if t.things and not t.many(0) else ', '))
        if joint == ' ' and not lead.startswith(('in ', 'on ', 'at ', 'by ', 'under ')):
            joint = ', '
    else:
        lead = t.ground()
        bits = []
        for field in ('time', 'weather', 'season'):
            if field in t.world and r() < 0.5:
                said = t.phrase(field, 'pp')
                if said:
                    bits.append(said)
        lead, more = ' '.join([lead] + bits), []
        joint = t.pick((': ', ', ', ' with ', ' with ', '. ', ', with ', ' and ', '; ', ' - ', ', in it ', ', and there '))
        if joint == ', and there ':
            joint = ', and there is ' if t.things and not t.many(0) else ', and there are '
    if not lead:
        return phrase(spec, rng)
    body = _main(t)
    text = lead + joint + body
    bits = more + t.rest('pp' if r() < 0.5 else 'kw') + t.avoidance('kw' if r() < 0.5 else 'pp')
    for bit in bits:
        text += ', ' + bit
    return asking(t, text, 0.08)


def where(spec: dict, rng) -> str:
    """'a picture where a cat sits on a sofa'."""
    t = Told(spec, rng, sentences=True)
    r = t.r
    clauses = []
    if t.relations:
        clauses.append(t.clause(t.relations[0]))
    else:
        text = t.attach(0)
        clauses.append(f'there {t.be(0)} {text}')
    for i in range(len(t.things)):
        if not t.said[i]:
            clauses.append(f'there {t.be(i)} {t.attach(i)}')
    clauses += t.leftovers() + t.rest('sent') + t.avoidance('sent')
    text = t.pick(SCENE_ASKING) + ' ' + (', '.join(clauses[:-1]) + (' and ' if len(clauses) > 1 else '') + clauses[-1] if r() < 0.6 else ' and '.join(clauses))
    return text + ('?' if text.startswith('can') and r() < 0.6 else '.' if r() < 0.3 else '')


def labelled(spec: dict, rng) -> str:
    """'Subject: a fox. Setting: a forest. Style: ink.'"""
    t = Told(spec, rng)
    r = t.r
    rows = []
    if t.things:
        rows.append((t.pick(('subject', 'scene', 'main', 'image', 'what', 'prompt', 'objects')), _main(t)))
    setting = t.places('kw') if r() < 0.5 or not t.things else t.places('pp')
    if setting:
        rows.append((t.pick(('setting', 'background', 'place', 'where', 'location', 'environment')), ', '.join(setting)))
    for field, names in (('time', ('time', 'time of day', 'when')), ('weather', ('weather',)), ('season', ('season',)), ('style', ('style', 'art style', 'medium')), ('light', ('lighting', 'light')), ('viewpoint', ('view', 'camera', 'composition', 'framing')), ('grade', ('colors', 'palette', 'colours'))):
        if field in t.world:
            said = t.phrase(field, 'kw')
            if said:
                rows.append((t.pick(names), said))
    if t.mood:
        rows.append(('mood', t.mood_words('kw').removeprefix('mood: ')))
    rest = t.rest('kw') + t.avoidance('kw')
    if rest:
        rows.append((t.pick(('details', 'also', 'notes', 'extra')), ', '.join(rest)))
    if r() < 0.3:
        rows.sort(key=lambda row: r())
    capital = r() < 0.5
    joint = t.pick(('; ', '. ', '\n', ', ', ' | '))
    return joint.join(f'{name.capitalize() if capital else name}: {value}' for name, value in rows)


REGISTERS = {'phrase': phrase, 'long': long, 'keywords': keywords, 'sentences': sentences, 'place': place, 'where': where, 'labelled': labelled}


# --- how people type ---------------------------------------------------------------------------------------------------------

def noise(text: str, spec: dict, r) -> str:
    """Capitals, full stops, dropped articles, typos, emoji; lettering stays verbatim."""
    draw = r()
    if draw < 0.25:
        text = text[:1].upper() + text[1:]
        if r() < 0.4 and text[-1] not in '.!?':
            text += '.'
    elif draw < 0.45:
        text = text.lower() if not any('text' in t for t in spec['things']) else text
    elif draw < 0.49 and not any('text' in t for t in spec['things']):
        words = [w for w in text.split(' ') if w not in ('a', 'an', 'the')]
        text = ' '.join(words)
    elif draw < 0.5 and not any('text' in t for t in spec['things']):
        text = text.upper()
    elif draw < 0.53:
        text += '!' if text[-1:] not in '.!?' else ''
    draw = r()
    if draw < 0.02:
        text = unnumbered(text)
    elif draw < 0.07 and not any('text' in t for t in spec['things']):
        text = typo(text, r)
        if r() < 0.3:
            text = typo(text, r)
    if r() < 0.015:
        text = f'{text} {EMOJI[int(r() * len(EMOJI))]}'
    return text


_NUMBERS = frozenset(NUMBER_WORDS[2:]) | {str(n) for n in range(2, 13)}


def unnumbered(text: str) -> str:
    """'three cat': the plural left off after a number, as learners do."""
    words = text.split(' ')
    for k in range(len(words) - 1):
        after = words[k + 1]
        if words[k] in _NUMBERS and len(after) > 3 and after.endswith('s') and not after.endswith('ss'):
            words[k + 1] = after[:-1]
            break
    return ' '.join(words)


def typo(text: str, r) -> str:
    """One slip in one longer word: a swap, a missing or a doubled letter."""
    words = text.split(' ')
    for _ in range(4):
        k = int(r() * len(words))
        word = words[k]
        if len(word) < 5 or not word.isalpha():
            continue
        at = 1 + int(r() * (len(word) - 2))
        draw = r()
        if draw < 0.4:
            words[k] = word[:at] + word[at + 1] + word[at] + word[at + 2:] if at + 1 < len(word) else word
        elif draw < 0.75:
            words[k] = word[:at] + word[at + 1:]
        else:
            words[k] = word[:at] + word[at] + word[at:]
        break
    return ' '.join(words)
