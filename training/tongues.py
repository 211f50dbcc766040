"""
Captions in German, Spanish, French, Chinese, Japanese and Hindi: short natural prompts with correct endings.

Two builds: European noun phrases that carry what relates to them behind them ("ein Hund auf einem Sofa"), and head-final ones
that carry it in front (「ソファの上の犬」). Nouns stand in data/nouns.txt; a spec in a language uses only what it has words for.
"""
from __future__ import annotations

import pathlib

import tongue_words as W
from kinds import CATEGORY, ENTRIES, LIVING

ORDER = ('de', 'es', 'fr', 'zh', 'ja', 'hi')
EUROPEAN = ('de', 'es', 'fr')
SPOKEN_RELATIONS = frozenset(('on', 'in', 'under', 'above', 'below', 'behind', 'in front of', 'next to', 'left of', 'right of', 'between', 'around', 'wearing', 'holding', 'riding', 'near'))
DE_WEAK = frozenset('Hase Bär Löwe Elefant Affe Bauer Junge Pirat Astronaut Krake Drache'.split())
#: kind -> how Chinese and Japanese wear it.
ZH_WEAR = {'hat': '戴着', 'crown': '戴着', 'scarf': '围着', 'sunglasses': '戴着', 'coat': '穿着', 'dress': '穿着', 'shoe': '穿着'}
JA_WEAR = {'hat': 'をかぶった', 'crown': 'をかぶった', 'scarf': 'を巻いた', 'sunglasses': 'をかけた', 'coat': 'を着た', 'dress': 'を着た', 'shoe': 'を履いた'}


class Noun:
    """word, gender (m, f, n; p: only plural) and plural; for Chinese and Japanese the measure word stands in `gender`."""
    __slots__ = ('word', 'gender', 'plural')

    def __init__(self, word: str, gender: str, plural: str):
        self.word, self.gender, self.plural = word, gender, plural


def _noun(lang: str, text: str) -> Noun:
    parts = text.split(' ')
    if lang in ('zh', 'ja'):
        return Noun(' '.join(parts[:-1]), parts[-1], ' '.join(parts[:-1]))
    at = next(k for k, part in enumerate(parts) if k and part in ('m', 'f', 'n', 'p'))
    word, plural = ' '.join(parts[:at]), ' '.join(parts[at + 1:])
    if not plural:
        plural = word if parts[at] == 'p' else word + ('es' if lang == 'es' and word[-1] in 'lrndz' else 's')
    return Noun(word, parts[at], plural)


def _read() -> dict[str, dict[str, Noun]]:
    out: dict[str, dict[str, Noun]] = {lang: {} for lang in ORDER}
    path = pathlib.Path(__file__).resolve().parent / 'data/nouns.txt'
    for line in path.read_text(encoding='utf-8').splitlines():
        if line.startswith('#') or not line.strip():
            continue
        kind, *texts = line.split('|')
        if kind not in ENTRIES:
            continue
        for lang, text in zip(ORDER, texts, strict=True):
            out[lang][kind] = _noun(lang, text.strip())
    return out


NOUNS = _read()
_WORDS = {lang: {kind: noun.word for kind, noun in nouns.items()} for lang, nouns in NOUNS.items()}


def words(lang: str) -> dict[str, str]:
    """kind -> word; the kinds that a spec in this language may use."""
    return _WORDS[lang]


def limit(spec: dict) -> dict:
    """The spec without what its language cannot say here."""
    lang = spec['lang']
    table, nouns = W.WORLD[lang], NOUNS[lang]
    world = spec['world']
    kept: dict = {}
    for field, value in world.items():
        if field == 'land' and value in W.AT[lang] or field == 'backdrop' or value is True and field in table or isinstance(value, str) and f'{field} {value}' in table:
            kept[field] = value
    if 'use' in spec and spec['use'] in ('product shot', 'headshot', 'icon') and world.get('land') == 'studio':
        kept['land'] = 'studio'
    things = []
    for thing in spec['things']:
        things.append({k: v for k, v in thing.items() if k not in ('facing', 'text', 'variant')})
    relations = [rel for rel in spec['relations'] if rel[1] in SPOKEN_RELATIONS and (isinstance(rel[2], int) or rel[2] == 'water' and rel[1] in ('on', 'in') or rel[2] == 'sky')]
    if kept.get('backdrop') and kept.get('land') not in (None, 'studio'):
        del kept['backdrop']
    avoid = [what for what in spec['avoid'] if what in W.NOBODY or what in nouns]
    return {'world': kept, 'things': things, 'relations': relations, 'avoid': avoid, 'lang': lang}


def caption(spec: dict, rng) -> str:
    """Words for a spec in its own language."""
    return (European if spec['lang'] in EUROPEAN else HeadFinal)(spec, rng).tell()


class Teller:
    """What both builds share."""

    def __init__(self, spec: dict, rng):
        self.spec, self.r, self.lang = spec, rng.random, spec['lang']
        self.things = spec['things']
        self.nouns = [NOUNS[self.lang][t['kind']] for t in self.things]
        self.relations = list(spec['relations'])
        self.said = [False] * len(self.things)
        self.world = dict(spec['world'])
        self.bare = False

    def pick(self, options):
        return options[int(self.r() * len(options))]

    def is_many(self, i: int) -> bool:
        thing = self.things[i]
        return thing.get('count', 1) > 1 or 'plural' in thing or self.nouns[i].gender == 'p'

    def incident(self, i: int) -> list:
        return [rel for rel in self.relations if rel[0] == i]

    def components(self) -> list[str]:
        out = []
        targets = {rel[2] for rel in self.relations if isinstance(rel[2], int)}
        order = sorted(range(len(self.things)), key=lambda i: i in targets)
        for i in order:
            if not self.said[i]:
                out.append(self.phrase(i))
        while self.relations:
            out.append(self.clause(self.relations.pop(0)))
        return out

    def place(self) -> list[str]:
        out = []
        world = self.world
        if 'backdrop' in world:
            color = world.pop('backdrop')
            world.pop('land', None)
            out.append(W.BACKDROP[self.lang].format(self.backdrop_color(color)))
        land = world.pop('land', None)
        if land:
            out.append(self.at(land))
        return out

    def rest(self) -> list[str]:
        out = []
        for field, value in self.world.items():
            options = W.WORLD[self.lang].get(field if value is True else f'{field} {value}')
            if options:
                out.append(self.pick(options))
        self.world = {}
        for what in self.spec['avoid']:
            name = W.NOBODY[what][self.lang] if what in W.NOBODY else self.avoided(NOUNS[self.lang][what])
            out.append(W.WITHOUT[self.lang].format(name))
        return out


class European(Teller):
    def backdrop_color(self, color: str) -> str:
        if self.lang == 'de':
            stem = self.pick(W.DE_ADJ[color])  # without an article the adjective takes its ending: "vor weißem Hintergrund"
            return stem[1:] if stem.startswith('=') else stem + 'em'
        return self.adjective(self.lang, color, 'm', 'nom', False)

    def at(self, land: str) -> str:
        return self.pick(W.AT[self.lang][land])

    def avoided(self, noun: Noun) -> str:
        return noun.plural

    # --- endings -----------------------------------------------------------------------------------------------------------

    def adjective(self, lang: str, name: str, gender: str, case: str, many: bool, definite: bool = False) -> str:
        if lang == 'de':
            stem = self.pick(W.DE_ADJ[name])
            if stem.startswith('='):
                return stem[1:]
            if stem.endswith('el'):
                stem = stem[:-2] + 'l'
            if case == 'dat' or definite and (many or case == 'acc' and gender == 'm'):
                return stem + 'en'
            if definite:
                return stem + 'e'
            if many:
                return stem + 'e'
            return stem + {'m': 'en' if case == 'acc' else 'er', 'f': 'e', 'n': 'es'}[gender]
        word = self.pick((W.ES_ADJ if lang == 'es' else W.FR_ADJ)[name])
        if word.startswith('='):
            return word[1:]
        if gender == 'p':
            gender, many = 'f', True
        first, _, tail = word.partition(' ')
        tail = ' ' + tail if tail else ''
        if lang == 'es':
            if first.endswith('o'):
                first = first[:-1] + ('a' if gender == 'f' else 'o')
            elif first.endswith('ón') and many:
                return first[:-2] + 'ones' + tail
            if many:
                first = first[:-1] + 'ces' if first.endswith('z') else first + ('s' if first[-1] in 'aeiou' else 'es')
            if first == 'jovenes':
                first = 'jóvenes'
            return first + tail
        if gender == 'f':
            first = W.FR_FEMININE.get(first, first if first.endswith('e') else first + 'e')
        if many and not first.endswith(('s', 'x')):
            first += 's'
        return first + tail

    def np(self, i: int, case: str = 'nom') -> str:
        if self.said[i]:
            return self.definite(i, case)
        self.said[i] = True
        thing, noun, lang = self.things[i], self.nouns[i], self.lang
        many = self.is_many(i)
        gender = noun.gender
        names = [thing[k] for k in ('size', 'state', 'color') if k in thing]
        before, after = [], []
        for name in names:
            word = self.adjective(lang, name, gender, case, many)
            if lang == 'de':
                before.append(word)
            elif lang == 'fr' and name in ('small', 'large', 'young'):
                before.append(word)
            else:
                after.append(word)
        if 'material' in thing:
            after.append(self.pick({'de': W.DE_OF, 'es': W.ES_OF, 'fr': W.FR_OF}[lang][thing['material']]))
        # Weak nouns: "einen Bären", "neben einem Löwen".
        weak = lang == 'de' and case != 'nom' and noun.word in DE_WEAK
        body = ' '.join(before + [noun.plural if many or weak else noun.word] + after)
        if lang == 'de' and many and case == 'dat':
            plural = noun.plural if noun.plural.endswith(('n', 's')) else noun.plural + 'n'
            body = ' '.join(before + [plural] + after)
        text = self.determine(thing, body, gender, case, many)
        if 'region' in thing:
            text += ' ' + self.pick(W.REGIONS[lang][thing['region']])
        return text

    def determine(self, thing: dict, body: str, gender: str, case: str, many: bool) -> str:
        lang, r = self.lang, self.r
        count = thing.get('count')
        if count is not None and count > 1:
            return f'{W.NUMBERS[lang][count - 1] if r() < 0.7 else count} {body}'
        if many:
            lots = thing.get('plural') == 'many'
            if lang == 'de':
                if lots:
                    return ('vielen ' if case == 'dat' else 'viele ') + body
                return (self.pick(('', '', 'einigen ', 'mehreren ')) if case == 'dat' else self.pick(('', '', 'einige ', 'mehrere '))) + body
            if lang == 'es':
                fem = gender in ('f', 'p')
                return (('muchas ' if fem else 'muchos ') if lots else self.pick(('unas ' if fem else 'unos ', 'varias ' if fem else 'varios ', 'algunas ' if fem else 'algunos '))) + body
            if lots:
                return ("beaucoup d'" if body[0].lower() in 'aeiouéèêœh' else 'beaucoup de ') + body
            return self.pick(('des ', 'des ', 'plusieurs ', 'quelques ')) + body
        if self.bare and count is None:
            return body
        if lang == 'de':
            one = {'m': {'nom': 'ein', 'acc': 'einen', 'dat': 'einem'}, 'f': {'nom': 'eine', 'acc': 'eine', 'dat': 'einer'}, 'n': {'nom': 'ein', 'acc': 'ein', 'dat': 'einem'}}[gender][case]
            return f'{one} einzelne{"" if gender == "f" and case != "dat" else "n" if case != "nom" else "r" if gender == "m" else "s"} {body}' if count == 1 and r() < 0.4 and gender != 'n' else f'{one} {body}'
        if lang == 'es':
            return ('una ' if gender == 'f' else 'un ') + ('sola ' if count == 1 and gender == 'f' and r() < 0.4 else 'solo ' if count == 1 and r() < 0.4 else '') + body
        return ('une ' if gender == 'f' else 'un ') + ('seule ' if count == 1 and gender == 'f' and r() < 0.4 else 'seul ' if count == 1 and r() < 0.4 else '') + body

    def definite(self, i: int, case: str) -> str:
        noun, lang, many = self.nouns[i], self.lang, self.is_many(i)
        thing = self.things[i]
        twin = any(t['kind'] == thing['kind'] for k, t in enumerate(self.things) if k != i)
        color = thing.get('color') if twin else None
        if lang == 'de':
            article = {'nom': 'die', 'acc': 'die', 'dat': 'den'}[case] if many else {'m': {'nom': 'der', 'acc': 'den', 'dat': 'dem'}, 'f': {'nom': 'die', 'acc': 'die', 'dat': 'der'}, 'n': {'nom': 'das', 'acc': 'das', 'dat': 'dem'}}[noun.gender][case]
            name = noun.plural if many or case != 'nom' and noun.word in DE_WEAK else noun.word
            if many and case == 'dat' and not name.endswith(('n', 's')):
                name += 'n'
            mark = self.adjective('de', color, noun.gender, case, many, True) + ' ' if color else ''
            return f'{article} {mark}{name}'
        name = noun.plural if many else noun.word
        mark = ' ' + self.adjective(lang, color, noun.gender, 'nom', many) if color else ''
        if lang == 'es':
            article = ('las' if noun.gender in ('f', 'p') else 'los') if many else 'el' if noun.gender == 'm' or name in ('águila', 'hada') else 'la'
            return f'{article} {name}{mark}'
        if many:
            return f'les {name}{mark}'
        return (f"l'{name}" if name[0].lower() in 'aeiouéèêœh' and name not in ('hibou', 'hamburger', 'homard') else f"{'la' if noun.gender == 'f' else 'le'} {name}") + mark

    # --- relations ---------------------------------------------------------------------------------------------------------

    def joined(self, word: str, target: str) -> str:
        """Preposition and noun phrase, run together as the language does."""
        if self.lang == 'fr' and word.endswith(' de'):
            if target.startswith(('un ', 'une ')) or target[0].lower() in 'aeiouéèêœ' and not target.startswith('un'):
                return f"{word[:-1]}'{target}"
            if target.startswith('des '):
                return f'{word} {target[4:]}'
            if target.startswith('le '):
                return f'{word[:-3]} du {target[3:]}'
            if target.startswith('les '):
                return f'{word[:-3]} des {target[4:]}'
        if self.lang == 'es' and word.endswith(' de') and target.startswith('el '):
            return f'{word}l {target[3:]}'
        return f'{word} {target}'

    def hang(self, rel) -> str:
        _, name, j = rel
        if j == 'water':
            table = W.WATERS[self.lang][name]
            water = self.spec['world'].get('water', '')
            if water in table:
                self.world.pop('water', None)
            return self.pick(table.get(water) or table[''])
        if j == 'sky':
            return self.pick(W.SKY[self.lang])
        if j in ('land', 'sun', 'moon'):
            return ''
        case = 'acc' if self.lang == 'de' and name == 'around' else 'dat' if self.lang == 'de' else 'nom'
        if name == 'between':
            other = next((x for x in self.relations if x[0] == rel[0] and x[1] == 'between'), None)
            if other:
                self.relations.remove(other)
                joint = {'de': 'und', 'es': 'y', 'fr': 'et'}[self.lang]
                return f'{self.pick(W.RELATIONS[self.lang]["between"])} {self.np(j, case)} {joint} {self.np(other[2], case)}'
        word = self.pick(W.RELATIONS[self.lang][name])
        return self.joined(word, self.phrase(j, case, 1) if self.r() < 0.5 else self.np(j, case))

    def phrase(self, i: int, case: str = 'nom', depth: int = 0) -> str:
        text = self.np(i, case)
        for n, rel in enumerate(self.incident(i)):
            if rel not in self.relations or depth and n:
                continue
            self.relations.remove(rel)
            piece = self.hang(rel)
            joint = {'de': ' und ', 'es': ' y ', 'fr': ' et '}[self.lang] if n else ' '
            text += joint + piece if piece else ''
        return text

    def clause(self, rel) -> str:
        i = rel[0]
        be = {'de': ('ist', 'sind'), 'es': ('está', 'están'), 'fr': ('est', 'sont')}[self.lang][self.is_many(i)]
        return f'{self.np(i)} {be} {self.hang(rel)}'

    def sentence(self) -> str:
        """'Eine Katze sitzt auf einem Sofa': the first thing as subject of a verb."""
        lang = self.lang
        i = next((rel[0] for rel in self.relations), 0)
        subject = self.np(i)
        many = self.is_many(i)
        rel = next(iter(self.incident(i)), None)
        if rel is None or rel[1] in ('wearing', 'holding'):
            if rel is None:
                return f'{ {"de": "es gibt", "es": "hay", "fr": "il y a"}[lang]} {subject if lang != "de" else self._accusative(i, subject)}'
            self.relations.remove(rel)
            verb = {'de': {'wearing': ('trägt', 'tragen'), 'holding': ('hält', 'halten')}, 'es': {'wearing': ('lleva', 'llevan'), 'holding': ('sostiene', 'sostienen')}, 'fr': {'wearing': ('porte', 'portent'), 'holding': ('tient', 'tiennent')}}[lang][rel[1]][many]
            return f'{subject} {verb} {self.np(rel[2], "acc")}'
        self.relations.remove(rel)
        living = self.things[i]['kind'] in LIVING
        verbs = {'de': (('ist', 'sind'), ('steht', 'stehen')), 'es': (('está', 'están'), ('hay', 'hay')), 'fr': (('est', 'sont'), ('se trouve', 'se trouvent'))}[lang]
        verb = (verbs[0] if living or lang == 'es' else self.pick(verbs))[many]
        return f'{subject} {verb} {self.hang(rel)}'

    def _accusative(self, i: int, text: str) -> str:
        """A German noun phrase told in the nominative, as an object: only the masculine singular changes."""
        if self.nouns[i].gender != 'm' or self.is_many(i) or not text.startswith('ein '):
            return text
        self.said[i] = False
        return self.np(i, 'acc')

    def tell(self) -> str:
        r, lang = self.r, self.lang
        draw = r()
        self.bare = draw < 0.2
        if not self.things:
            return self.landscape()
        if 0.2 <= draw < 0.38:
            first = self.sentence()
            parts = [first] + self.components()
            text = ('. ' if r() < 0.5 else ', ').join(parts)
            bits = self.place() + self.rest()
        elif 0.38 <= draw < 0.5:
            bits = self.place()
            lead = ' '.join(bits)
            body = self.list_of(self.components())
            text = f'{lead}{self.pick((": ", ", ", " "))}{body}' if lead else body
            bits = self.rest()
        else:
            opening = self.pick(W.OPENINGS[lang]) if 0.5 <= draw < 0.66 else ''
            case = 'acc' if opening and lang == 'de' and not opening.endswith(':') else 'nom'
            if case == 'acc':
                first = self.phrase(self._first(), 'acc')
                text = f'{opening} {self.list_of([first] + self.components_acc())}'
            else:
                text = self.list_of(self.components())
                text = f'{opening} {text}' if opening else text
            bits = self.place() + self.rest()
            if opening:
                text = self.add(text, bits) + self.pick(W.CLOSINGS[lang])
                return text if r() < 0.6 else text[:1].upper() + text[1:]
        text = self.add(text, bits)
        if draw >= 0.2 and r() < 0.5:
            text = text[:1].upper() + text[1:] + ('.' if r() < 0.5 else '')
        return text.lower() if r() < 0.1 else text

    def _first(self) -> int:
        targets = {rel[2] for rel in self.relations if isinstance(rel[2], int)}
        return next((i for i in range(len(self.things)) if i not in targets), 0)

    def components_acc(self) -> list[str]:
        out = [self.phrase(i, 'acc') for i in range(len(self.things)) if not self.said[i]]
        while self.relations:
            out.append(self.clause(self.relations.pop(0)))
        return out

    def add(self, text: str, bits: list[str]) -> str:
        for k, bit in enumerate(bits):
            text += (' ' if k < 2 and self.r() < 0.6 and not self.bare else ', ') + bit
        return text

    def list_of(self, parts: list[str]) -> str:
        if self.bare or len(parts) < 2:
            return ', '.join(parts)
        return ', '.join(parts[:-1]) + {'de': ' und ', 'es': ' y ', 'fr': ' et '}[self.lang] + parts[-1]

    def landscape(self) -> str:
        land = self.world.pop('land', None)
        options = W.LANDSCAPE[self.lang].get(land) if land else None
        text = self.pick(options) if options else {'de': 'eine Landschaft', 'es': 'un paisaje', 'fr': 'un paysage'}[self.lang] if not land else self.at(land)
        if self.r() < 0.2:
            text = {'de': 'Bild: ', 'es': 'una imagen de ', 'fr': 'une image : '}[self.lang] + text
        bits = self.place() + self.rest()
        return self.add(text, bits)


class HeadFinal(Teller):
    """Chinese, Japanese, Hindi."""

    def backdrop_color(self, color: str) -> str:
        if self.lang == 'zh':
            return W.ZH_ADJ[color][0].removesuffix('的')
        if self.lang == 'ja':
            word = next((w for w in W.JA_ADJ[color] if w.endswith('色の')), W.JA_ADJ[color][0])
            return word
        return W.HI_ADJ[color][0].lstrip('=').removesuffix('ा') + ('' if W.HI_ADJ[color][0].startswith('=') else 'ी')

    def at(self, land: str) -> str:
        text = self.pick(W.AT[self.lang][land])
        if self.lang == 'zh':
            return ('在' if self.r() < 0.6 else '') + text
        return text

    def avoided(self, noun: Noun) -> str:
        return self.oblique(noun, True) if self.lang == 'hi' else noun.word

    @staticmethod
    def oblique(noun: Noun, many: bool) -> str:
        """A Hindi noun before a postposition."""
        if not many:
            return noun.plural if noun.gender == 'm' and noun.word.endswith(('ा', 'ाँ')) and noun.plural.endswith('े') else noun.word
        text = noun.plural
        for ending, oblique in (('याँ', 'यों'), ('ाएँ', 'ाओं'), ('ें', 'ों'), ('े', 'ों'), ('ी', 'ियों'), ('ा', 'ाओं')):
            if text.endswith(ending):
                return text[: -len(ending)] + oblique
        return text + 'ों'

    def np(self, i: int, oblique: bool = False) -> str:
        thing, noun, lang, r = self.things[i], self.nouns[i], self.lang, self.r
        again = self.said[i]
        self.said[i] = True
        many = self.is_many(i)
        count, plural = thing.get('count'), thing.get('plural')
        names = [thing[k] for k in ('size', 'state', 'color', 'material') if k in thing]
        if again:
            twin = any(t['kind'] == thing['kind'] for k, t in enumerate(self.things) if k != i)
            names, count, plural = ([thing['color']] if twin and 'color' in thing else []), None, None
        if lang == 'zh':
            body = ''.join(self.pick(W.ZH_ADJ[name]) if name != 'gold' or name != thing.get('material') else '金子做的' for name in names) + noun.word
            if count is not None and count > 1:
                number = W.NUMBERS['zh'][count - 1] if r() < 0.7 else str(count)
                return f'{number}{noun.gender}{body}'
            if plural:
                return self.pick(('许多', '很多', '一大群') if plural == 'many' else (f'几{noun.gender}', '一些', f'好几{noun.gender}')) + body
            return (f'一{noun.gender}' if (r() < 0.7 or count == 1) and not again else '') + body
        if lang == 'ja':
            body = ''.join(self.pick(W.JA_ADJ[name]) if name != 'old' or thing['kind'] not in LIVING else '年老いた' for name in names) + noun.word
            if count is not None and (count > 1 or r() < 0.8):
                number = W.NUMBERS['ja'][count - 1] if r() < 0.4 else str(count)
                return f'{number}{noun.gender}の{body}'
            if plural:
                return self.pick(('たくさんの', '無数の') if plural == 'many' else ('いくつかの', '数' + noun.gender + 'の')) + body
            return body
        adjectives = [self.hindi(self.pick(W.HI_ADJ[name]), noun.gender, many or oblique) for name in names]
        word = self.oblique(noun, many) if oblique else noun.plural if many else noun.word
        body = ' '.join(adjectives + [word])
        if count is not None and count > 1:
            return f'{W.NUMBERS["hi"][count - 1] if r() < 0.75 else count} {body}'
        if plural:
            return self.pick(('बहुत सारे ' if noun.gender == 'm' else 'बहुत सारी ', 'अनेक ') if plural == 'many' else ('कई ', 'कुछ ')) + body
        return ('एक ' if (r() < 0.75 or count == 1) and not again else '') + body

    @staticmethod
    def hindi(word: str, gender: str, changed: bool) -> str:
        """An adjective in -ā agrees: नीला, नीले, नीली; so does each word of 'सोता हुआ'."""
        if word.startswith('='):
            word = word[1:]
            if word.endswith(' का'):
                return word[:-1] + ('ी' if gender == 'f' else 'े' if changed else 'ा')
            return word
        out = []
        for part in word.split(' '):
            if part.endswith('ुआ'):
                part = part[:-1] + ('ई' if gender == 'f' else 'ए' if changed else 'आ')
            elif part.endswith('ा'):
                part = part[:-1] + ('ी' if gender == 'f' else 'े' if changed else 'ा')
            out.append(part)
        return ' '.join(out)

    def ends(self, rel) -> str:
        """The other end, with the second one of 'between'."""
        _, name, j = rel
        lang = self.lang
        if j == 'water':
            table = W.WATERS[lang][name]
            water = self.spec['world'].get('water', '')
            if water in table:
                self.world.pop('water', None)
            return self.pick(table.get(water) or table[''])
        if j == 'sky':
            return self.pick(W.SKY[lang])
        if j in ('land', 'sun', 'moon'):
            return ''
        target = self.phrase(j, True, 1) if self.r() < 0.4 and not self.said[j] else self.np(j, True)
        if name == 'between':
            other = next((x for x in self.relations if x[0] == rel[0] and x[1] == 'between'), None)
            if other:
                self.relations.remove(other)
                target += {'zh': '和', 'ja': 'と', 'hi': ' और '}[lang] + self.np(other[2], True)
        word = self.pick(W.RELATIONS[lang][name])
        return target + (' ' if lang == 'hi' else '') + word

    def modifier(self, rel) -> str:
        """A relation in front of its noun: 'テーブルの上の', '戴着帽子的', 'मेज़ पर '."""
        _, name, j = rel
        lang = self.lang
        if name in ('wearing', 'holding', 'riding'):
            kind = self.things[j]['kind']
            target = self.np(j, name == 'riding')
            if lang == 'zh':
                return {'wearing': ZH_WEAR.get(kind, '戴着'), 'holding': '拿着', 'riding': '骑着'}[name] + target + '的'
            if lang == 'ja':
                return target + {'wearing': JA_WEAR.get(kind, 'を身につけた'), 'holding': 'を持った', 'riding': 'に乗った'}[name]
            return target + {'wearing': ' पहने हुए ', 'holding': ' पकड़े हुए ', 'riding': ' पर सवार '}[name]
        text = self.ends(rel)
        if not text:
            return ''
        return text + {'zh': '的', 'ja': 'の', 'hi': ' '}[lang]

    def phrase(self, i: int, oblique: bool = False, depth: int = 0) -> str:
        mods = []
        for n, rel in enumerate(self.incident(i)):
            if depth and n or rel not in self.relations:
                continue
            self.relations.remove(rel)
            mods.append(self.modifier(rel))
        text = ''.join(mods) + self.np(i, oblique)
        region = self.things[i].get('region')
        if region and depth == 0:
            where = self.pick(W.REGIONS[self.lang][region])
            text = {'zh': f'{where}有{text}', 'ja': f'{where}{text}', 'hi': f'{where} {text}'}[self.lang]
        elif region:
            where = self.pick(W.REGIONS[self.lang][region])
            text = {'zh': f'{where}的{text}', 'ja': f'{where.removesuffix("に")}の{text}', 'hi': f'{where} {text}'}[self.lang]
        return text

    def clause(self, rel) -> str:
        """'猫在桌子上', '猫がテーブルの上にいる', 'बिल्ली मेज़ पर है'."""
        i, name, _ = rel
        lang = self.lang
        if rel in self.relations:
            self.relations.remove(rel)
        subject = self.np(i)
        if name in ('wearing', 'holding', 'riding'):
            mod = self.modifier(rel)
            return {'zh': subject + mod.removesuffix('的'), 'ja': f'{subject}は{mod}', 'hi': f'{subject} {mod}'.strip()}[lang]
        there = self.ends(rel)
        many = self.is_many(i)
        if lang == 'zh':
            return f'{subject}在{there}'
        if lang == 'ja':
            return f'{subject}が{there}に{"いる" if self.things[i]["kind"] in LIVING else "ある"}'
        return f'{subject} {there} {"हैं" if many else "है"}'

    def tell(self) -> str:
        r, lang = self.r, self.lang
        comma = {'zh': '，', 'ja': '、', 'hi': ', '}[lang]
        if not self.things:
            land = self.world.pop('land', None)
            options = W.LANDSCAPE[lang].get(land) if land else None
            head = self.pick(options) if options else {'zh': '风景', 'ja': '風景', 'hi': 'एक दृश्य'}[lang] if not land else self.at(land)
            bits = self.place() + self.rest()
            if r() < 0.4:
                return comma.join(bits + [head])
            return comma.join([head] + bits)
        draw = r()
        place = self.place()
        if draw < 0.3 and self.relations and isinstance(self.relations[0][2], (int, str)) and self.relations[0][2] not in ('land', 'sun', 'moon'):
            parts = [self.clause(self.relations[0])] + self.components()
            body = {'zh': '，', 'ja': '。', 'hi': ', '}[lang].join(parts)
        else:
            joint = {'zh': self.pick(('和', '，', '、')), 'ja': self.pick(('と', '、')), 'hi': self.pick((' और ', ', '))}[lang]
            parts = self.components()
            body = parts[0] if len(parts) == 1 else comma.join(parts[:-1]) + (joint if not any('है' in p or '在' in p or 'いる' in p or 'ある' in p or '有' in p for p in parts) else comma) + parts[-1]
        lead = r() < 0.5
        world = self.rest()
        if lang == 'zh':
            text = '，'.join([p.removeprefix('在') if lead else p for p in place] + [body] + world) if lead else '，'.join([body] + place + world)
            if r() < 0.25:
                text = self.pick(W.OPENINGS['zh']) + text
            return text + ('。' if r() < 0.15 else '')
        if lang == 'ja':
            if place and lead:
                text = f'{place[0]}{self.pick(("に", "の", "で、", "、"))}{body}' if 'る' not in body[-1:] else f'{place[0]}で{body}'
            else:
                text = '、'.join([body] + place)
            if r() < 0.25 and not body.endswith('る'):
                return '、'.join(world + [text]) + self.pick(W.CLOSINGS['ja'])
            return '、'.join([text] + world)
        text = ' '.join(place + [body]) if lead else ' '.join([body] + place)
        if world:
            text = f'{text}, {", ".join(world)}' if r() < 0.7 else f'{" ".join(world)} {text}'
        if r() < 0.25 and not body.endswith(('है', 'हैं')):
            text += ' ' + self.pick(W.CLOSINGS['hi'])
        return text
