"""
Makes models/plantain-tiny/text_encoder/{tokenizer.json, lexicon.json, vectors.bin, features.json}.

    cd training/lexicon && npm install && python build.py        # needs numpy and tokenizers

What is learned stays valid: codes of things, ids of words and columns of features that are there already are kept, and only added to.
`--fresh` forgets them; then the composer must be trained again.
"""
import argparse
import json
import pathlib
import re
from collections import Counter

from tokenizers import Tokenizer

import emoji
import finish
import layout
import lists
import vectors
from lists import LIKELY, ROUGHLY, SAID
from wordnet import WordNet

ROOT = pathlib.Path(__file__).resolve().parents[2]
VOCABULARY = 6144
MAX_UNITS = 64

TOKENIZER = {
    "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
    "normalizer": {"type": "Sequence", "normalizers": [
        {"type": "NFKC"},
        # Variation selectors and skin tones of emoji; typographic apostrophes; hyphens part words: "close-up" is "close up".
        {"type": "Replace", "pattern": {"Regex": "[\uFE0E\uFE0F\U0001F3FB-\U0001F3FF]"}, "content": ""},
        {"type": "Replace", "pattern": {"Regex": "[‘’`´]"}, "content": "'"},
        {"type": "Replace", "pattern": {"Regex": "[-‐‑_/]"}, "content": " "},
        {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": False, "lowercase": True},
        {"type": "Replace", "pattern": {"Regex": "[、，]"}, "content": " , "},
        {"type": "Replace", "pattern": {"Regex": "[。।]"}, "content": " . "},
        {"type": "Replace", "pattern": {"String": "ς"}, "content": "σ"},  # libraries differ in lower-casing a final sigma
    ]},
    "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
        {"type": "BertPreTokenizer"},
        # Kana, rare Chinese characters and emoji stand alone, as Chinese characters do.
        {"type": "Split", "pattern": {"Regex": "[ぁ-ゖァ-ヺー\U00020000-\U0003FFFD←-⇿⌀-⏿■-➿⬀-⯿\U0001F000-\U0001FAFF]"}, "behavior": "Isolated", "invert": False},
    ]},
    "post_processor": None, "decoder": None,
    "model": {"type": "WordLevel", "vocab": {"[UNK]": 0}, "unk_token": "[UNK]"},
}

# Where a catalogue category's names are found in WordNet.
SENSES = {
    "person": {"person"}, "animal": {"animal"}, "bird": {"animal"}, "fish": {"animal"}, "insect": {"animal"}, "tree": {"plant"},
    "plant": {"plant"}, "food": {"food", "plant"}, "drink": {"food"}, "part": {"body", "plant", "animal"}, "sky": {"object", "phenomenon"},
    "nature": {"object", "plant", "phenomenon", "artifact", "substance"}, "fantasy": {"person", "cognition", "animal", "artifact", "object"},
    "symbol": {"shape", "artifact", "communication"}, "sign": {"artifact", "communication"},
}
ARTIFACT = {"artifact"}

class Lexicon:
    def __init__(self, tokenizer: Tokenizer, things: set[str]):
        self.tokenizer, self.things = tokenizer, things
        self.meanings = [(f, v) for f, values in layout.FIELDS.items() for v in values]
        self.known = set(self.meanings)
        self.entries: dict[str, dict] = {}
        self.marks: dict[str, list[str]] = {}

    def normal(self, surface: str) -> str:
        text = self.tokenizer.normalizer.normalize_str(surface)
        return " ".join(t for t, _ in self.tokenizer.pre_tokenizer.pre_tokenize_str(text))

    def add(self, surface: str, meanings: list[tuple[str, str, int]], lemma: str | None = None, language: str | None = None) -> None:
        """`language`: holds only in texts of that language, as German "Hut", which is no hut."""
        surface = self.normal(surface)
        if not surface:
            return
        entry = self.entries.setdefault(f"{language}|{surface}" if language else surface, {"as": None, "meanings": {}})
        for field, value, way in meanings:
            if (field, value) not in self.known and not (field == "thing" and value in self.things):
                raise SystemExit(f"'{surface}' means {field}:{value}, which is no meaning; see layout.py and the catalogue")
            entry["meanings"][field, value] = min(way, entry["meanings"].get((field, value), way))
        if lemma is not None and entry["as"] is None:
            lemma = self.normal(lemma)
            entry["as"] = lemma if lemma != surface else None

    def has_thing(self, surface: str) -> bool:
        entry = self.entries.get(surface)
        return entry is not None and any(f == "thing" for f, _ in entry["meanings"])

    def like(self, surface: str, model: str, plural: bool = False, language: str | None = None) -> bool:
        """The surface means what the model does. False where the model is unknown."""
        found = self.entries.get(self.normal(model))
        if found is None:
            return False
        extra = [("plural", "plural", SAID)] if plural else []
        self.add(surface, [(f, v, w) for (f, v), w in found["meanings"].items()] + extra, found["as"] or model, language)
        return True


PREFERRED = {"plant": "potted plant", "palm": "palm tree"}


def names_of_things(lexicon: Lexicon, catalog: list[dict], wordnet: WordNet) -> None:
    """Names in the catalogue. One that WordNet knows as something else ("yak", drawn as a bison) is meant roughly."""
    for name, thing in [*((e["id"], e["id"]) for e in catalog), *PREFERRED.items()]:
        if thing in lexicon.things:
            lexicon.add(name, [("thing", thing, SAID)])  # of several kinds with one name the first gives its code
    for entry in catalog:
        lexnames = SENSES.get(entry["category"], ARTIFACT)
        senses = {wordnet.sense(name, lexnames) for name in (entry["id"], *entry["names"][:1])}
        family = set(senses)
        for sense in senses - {None}:
            family |= {offset for offset, _ in wordnet.below(sense)} | set(wordnet.synsets[sense][2])
        for name in [entry["id"], *entry["names"]]:
            sense = wordnet.sense(name, lexnames)
            lexicon.add(name, [("thing", entry["id"], SAID if sense is None or sense in family else ROUGHLY)])
    for surface in list(lexicon.entries):
        for many in lists.plurals(surface):
            if lexicon.normal(many) not in lexicon.entries:
                lexicon.like(many, surface, plural=True)


def hand_lists(lexicon: Lexicon) -> None:
    for path in sorted(lists.FOLDER.glob("en-*.txt")):
        for surface, meanings in lists.english(path.name).items():
            first = surface.split(" ")[0]
            place = any(f in ("land", "water") and w == SAID for f, _, w in meanings)
            if place and first in PREPOSITIONS and " " in surface:
                meanings = [*meanings, ("relation", PREPOSITIONS[first], LIKELY)]
            lexicon.add(surface, meanings)
            thing = [(f, v, w) for f, v, w in meanings if f == "thing"]
            if thing and not surface.endswith("s"):
                for many in lists.plurals(surface):
                    lexicon.like(many, surface, plural=True)
    shades(lexicon)
    drop_things(lexicon)
    for surface in list(lexicon.entries):
        first, _, rest = surface.partition(" ")
        if first in BASIC and surface not in SPECIES and shared_thing(lexicon, surface, rest):
            del lexicon.entries[surface]  # a "red barn" is a barn that is red, as in every other colour
    for surface, entry in lexicon.entries.items():
        first, _, rest = surface.partition(" ")
        doing = lexicon.entries.get(first, {"meanings": {}})["meanings"]
        if rest and first != "floating" and any(f == "relation" for f, _ in entry["meanings"]):
            # "sleeping on" says both how and where.
            entry["meanings"] |= {m: way for m, way in doing.items() if m[0] == "state"}


# Names in which a colour is no colour of this one.
SPECIES = set("""red fox,grey wolf,gray wolf,brown bear,black bear,red squirrel,blue whale,golden retriever,black panther,red panda,golden gate bridge,red deer,
golden eagle,green tea,black tea,red kite,blue tit,blue jay,black widow,brown rat,gold coin,gold coins,black hole,white dwarf,green pepper,red pepper,black board,
white board,green house,red onion,white wine,red wine,golden hour,gold medal,white shark,gray whale,grey whale,green bean,black bean,blue cheese,brown bread,
white bread,black swan,red admiral,gray squirrel,grey squirrel,red setter,black forest cake""".replace("\n", "").split(","))


def shared_thing(lexicon: Lexicon, one: str, other: str) -> bool:
    kinds = [{v for f, v in lexicon.entries.get(s, {"meanings": {}})["meanings"] if f == "thing"} for s in (one, other)]
    return bool(kinds[0] & kinds[1])


# Words that name a thing, and in prompts nearly always mean something else ("can you", "a picture of", "in his hands").
NOT_THINGS = set("""can,does,stands,works,crosses,shoots,whistles,picture,pictures,portrait,portraits,photo,photos,painting,paintings,poster,posters,face,faces,
giant,colors,colours,general,shower,dust,gold,paper,till,roll,wedge,spots,dots,grid,safe,newborn,nude,splash,world,tug,bacon and eggs,hands,legs,leg,feet,eyes,
arms,arm,fingers,finger,canvas,medium,mine,base,bar,case,cases,home,stop,stops,works,mark,marks,shot,shots,spring,springs,fall,falls,light,lights,
cover,covers,back,backs,front,type,types,couple of,figure,figures,auto,ray,rays,top,tops,plant,mill,stand,steps,step,sleeper,sleepers,pass,passes,run,runs,ash,
still,stills,scale,scaling,key,scales,subject,horn of,tablet,desktop,wings,wing,male,female,adult,auto,blind,blinds,hide,jumper,clasp,cross,lines,line""".replace("\n", "").split(","))
NOT_THINGS -= {"key", "scales", "plant", "mill", "step", "steps", "home", "tablet", "bar", "female", "male", "adult", "figure", "figures", "jumper", "blinds"}


# "A small white boat" holds no butterfly and a "big blue house" no lobelia, whatever WordNet calls so.
SIZED_COLORS = re.compile(r"(?:small|large|big|little|tiny|great|huge) (?:red|orange|yellow|green|teal|blue|purple|pink|brown|black|gray|grey|white|gold|golden|silver|copper)s?")


def drop_things(lexicon: Lexicon) -> None:
    for surface in [s for s in lexicon.entries if SIZED_COLORS.fullmatch(s)]:
        del lexicon.entries[surface]
    for surface in NOT_THINGS & set(lexicon.entries):
        entry = lexicon.entries[surface]
        entry["meanings"] = {m: way for m, way in entry["meanings"].items() if m[0] != "thing"}
        if not entry["meanings"] or set(entry["meanings"]) == {("plural", "plural")}:
            del lexicon.entries[surface]


PREPOSITIONS = {"on": "on", "onto": "on", "in": "in", "inside": "in", "under": "under", "beneath": "under", "by": "next to", "at": "at",
                "among": "among", "above": "above", "over": "above", "below": "below", "behind": "behind", "near": "near", "against": "in front of"}
BASIC = {"red": "red", "orange": "orange", "yellow": "yellow", "green": "green", "teal": "teal", "turquoise": "teal", "blue": "blue", "purple": "purple",
         "violet": "purple", "pink": "pink", "brown": "brown", "gray": "gray", "grey": "gray", "black": "black", "white": "white", "gold": "gold", "golden": "gold"}
SHADES = ("dark", "light", "pale", "bright", "deep", "soft", "dusty", "vivid", "rich", "warm", "cool", "muted", "pastel", "neon", "vibrant", "faded", "electric",
          "fluorescent", "metallic", "shiny", "glossy", "matte", "intense", "brilliant", "medium", "mid", "very dark", "very light", "solid", "plain", "all", "pure")
GROUNDS = ("background", "backdrop", "wall", "studio background", "studio backdrop", "seamless background", "backgrounds")


def shades(lexicon: Lexicon) -> None:
    """Shades ("dark blue" is no dark scene), "blue coloured", and "on a blue background"."""
    words = {}
    for word, color in BASIC.items():
        words[word] = color
        for shade in SHADES:
            words[f"{shade} {word}"] = color
            lexicon.add(f"{shade} {word}", [("color", color, SAID)], word)
        for end in ("colored", "coloured", "tinted", "toned", "hued", "ish"):
            lexicon.add(f"{word} {end}", [("color", color, SAID)], word)
    for word, color in [*words.items(), ("beige", "brown"), ("cream", "white"), ("navy", "blue"), ("charcoal", "gray"), ("mint", "green"), ("mint green", "green"),
                        ("lilac", "purple"), ("lavender", "purple"), ("coral", "orange"), ("mustard", "yellow"), ("off white", "white"), ("navy blue", "blue"),
                        ("teal", "teal"), ("peach", "orange"), ("ivory", "white"), ("silver", "gray"), ("sage green", "green"), ("sky blue", "blue"), ("baby blue", "blue")]:
        for ground in GROUNDS:
            meanings = [("backdrop", color, SAID)]
            if ground != "wall":
                meanings.append(("land", "studio", LIKELY))
            lexicon.add(f"{word} {ground}", meanings)


def emoji_names(lexicon: Lexicon, catalog: list[dict], space) -> None:
    icons, pictures, names = emoji.read()
    by_code: dict[str, str] = {}
    for entry in catalog:
        drawn = [a.split("~")[0] for a in entry["art"]["default"] if not a.startswith("own:")]
        for icon in [emoji.slug(entry["id"]), *drawn[:1], *(emoji.slug(n) for n in entry["names"])]:
            if icon in icons:
                by_code.setdefault(icons[icon], entry["id"])
    for code, thing in by_code.items():
        lexicon.add(pictures[code], [("thing", thing, SAID)], thing)
    for language, table in names.items():
        owners: dict[str, set[str]] = {}
        for code, (_, tags) in table.items():
            for tag in tags:
                owners.setdefault(tag.lower(), set()).add(by_code.get(code, code))
        for code, thing in by_code.items():
            label, tags = table.get(code, ("", []))
            for surface in label.split(","):
                named(lexicon, space, language, surface.strip(), thing)
            for tag in tags:  # a tag that several pictures share is about what they have in common
                if len(owners[tag.lower()]) == 1:
                    named(lexicon, space, language, tag, thing, is_tag=True)


def named(lexicon: Lexicon, space, language: str, surface: str, thing: str, is_tag: bool = False) -> None:
    plain = lexicon.normal(surface)
    known = lexicon.entries.get(plain) or lexicon.entries.get(f"{language}|{plain}")
    letters = re.sub(r"[^\w]|[ぁ-ゖ]", "", surface)
    # Hand lists, and English, go before. A lone letter, or short hiragana, says too little.
    if not letters or known is not None or is_tag and len(letters) < 2 and not "一" <= letters <= "鿿":
        return
    if " " in plain and any(colour_of(lexicon, f"{language}|{t}") or colour_of(lexicon, t) for t in plain.split(" ")):
        return  # "roter Apfel" is a red apple, not a name for apples
    if " " not in plain and space.index.get(plain, 10**6) < 15_000:
        lexicon.like(surface, thing, language=language)
        return
    lexicon.like(surface, thing)
    for many in foreign_plurals(language, surface):
        if lexicon.normal(many) not in lexicon.entries:
            lexicon.like(many, thing, plural=True)


def colour_of(lexicon: Lexicon, surface: str) -> str | None:
    entry = lexicon.entries.get(surface)
    return next((v for f, v in entry["meanings"] if f == "color"), None) if entry else None


def foreign_plurals(language: str, word: str) -> list[str]:
    """Likely plurals of a single noun; one that is no word does no harm."""
    if " " in word or len(word) < 3:
        return []
    if language == "es":
        return [word[:-1] + "ces"] if word.endswith("z") else [word + ("s" if word[-1] in "aeiouáéíóú" else "es")]
    if language == "fr":
        return [] if word[-1] in "sxz" else [word[:-2] + "aux"] if word.endswith("al") else [word + ("x" if word.endswith("eau") else "s")]
    if language == "de":
        return [word + end for end in (("n", "s") if word[-1] in "aeiou" else ("e", "en", "er"))]
    if language == "hi":
        return [word[:-1] + "े", word[:-1] + "ों"] if word.endswith("ा") else \
            [word[:-1] + "ियाँ", word[:-1] + "ियों", word[:-1] + "ियां"] if word.endswith("ी") else [word + "ों", word + "ें"]
    return []


def foreign_lists(lexicon: Lexicon, space) -> tuple[dict[str, list[str]], list[str]]:
    """Adds the lists of other languages; returns ({language: words that tell it}, phrases that are no entries)."""
    claims: dict[str, dict[str, set[str]]] = {}
    lines = []

    def claim(language: str, surface: str, model: str, many: bool) -> None:
        surface, model = lexicon.normal(surface), lexicon.normal(model)
        lines.append((language, surface, model, many))
        claims.setdefault(surface, {}).setdefault(language, set()).add(model)

    written = []
    for path in sorted(lists.FOLDER.glob("*.txt")):
        if not path.name.startswith("en-"):
            written += [(path.stem, *line) for line in lists.foreign(path.name)]
    written += [(language, word, kind, many) for language, word, kind, many in lists.grammar_nouns() if kind in lexicon.things]
    one = {(language, surface) for language, surface, _, many in written if not many}
    written = [line for line in written if not line[3] or line[:2] not in one]  # "Tiger" is one or many
    for line in written:
        claim(*line)
    for language, surface, model, many in written:
        fields = {f for f, _ in lexicon.entries.get(lexicon.normal(model), {"meanings": {}})["meanings"]}
        if "thing" in fields:
            forms = [] if many else [(form, True) for form in foreign_plurals(language, surface)]
        else:
            forms = [(form, many) for form in lists.endings(language, surface)] if fields & ATTRIBUTES else []
        for form, plural in forms:
            if lexicon.normal(form) not in claims:
                claim(language, form, model, plural)
    english, missing = set(lexicon.entries), set()
    marks: dict[str, set[str]] = {"en": set(TELLS_ENGLISH)}
    for language, surface, model, many in lines:
        apart = surface in english or space.index.get(surface, 10**6) < 15_000 or len({frozenset(m) for m in claims[surface].values()}) > 1
        if " " not in surface and language in emoji.LATIN:
            own = surface not in english and space.index.get(surface, 10**6) > 4000 or surface in TELLS_FOREIGN
            marks.setdefault(language if own else language + "?", set()).add(surface)
        if surface == model and not apart:
            continue
        if not lexicon.like(surface, model, many, language if apart else None):
            # A word without a meaning of its own ("the") still lends its id and its vector.
            if " " in model:
                missing.add(f"{language}: {model}")
            lexicon.add(surface, [("plural", "plural", SAID)] if many else [], model, language if apart else None)
    return {k: sorted(v) for k, v in sorted(marks.items())}, sorted(missing)


ATTRIBUTES = {"color", "material", "state", "size", "mood", "grade", "weather", "season", "style", "plural"}
TELLS_ENGLISH = "the a an and of with on is are at by to for from that it its his her in this some under above behind over into near".split()
TELLS_FOREIGN = set("el la los las del un una de en le les des du der das und von mit y".split())


def kinds_of_kinds(lexicon: Lexicon, catalog: list[dict], wordnet: WordNet, space) -> Counter:
    """"spaniel" is drawn as a dog: every hyponym of a catalogue noun, by the nearest one."""
    best: dict[str, tuple[int, str]] = {}
    for entry in catalog:
        for rank, name in enumerate([entry["id"], *entry["names"]]):
            sense = wordnet.sense(name, SENSES.get(entry["category"], ARTIFACT))
            if sense is None or name in TOO_WIDE:
                continue
            for offset, depth in wordnet.below(sense):
                # Far below a name that is not the thing's own, in man-made things and trades, likeness ends.
                if depth > 2 and rank > 1 and wordnet.synsets[sense][0] in ("artifact", "person"):
                    break
                key = (depth * 10 + min(rank, 9), entry["id"])
                if key < best.get(offset, (10**6, "")):
                    best[offset] = key
    added = Counter()
    frequent = set(space.words[:30_000])
    for offset, (_, thing) in best.items():
        for lemma in wordnet.synsets[offset][1]:
            words = lemma.lower().split(" ")
            if lemma[0].isupper() and wordnet.synsets[offset][0] not in ("animal", "food", "plant", "artifact"):
                continue
            if len(words) > 3 or not all(w in (space.index if len(words) == 1 else frequent) for w in words):
                continue
            if wordnet.senses.get(lemma.lower(), [None])[0] != offset and len(words) == 1:
                continue  # another sense is meant more often
            if not wordnet.is_noun(lemma.lower(), 0.5) and lemma.lower() in wordnet.share and len(words) == 1:
                continue
            surface = lexicon.normal(lemma)
            if surface in lexicon.entries or surface in STOP:
                continue
            lexicon.add(surface, [("thing", thing, ROUGHLY)])
            added[thing] += 1
            for many in lists.plurals(surface):
                if lexicon.normal(many) not in lexicon.entries and lexicon.normal(many) not in STOP:
                    lexicon.like(many, surface, plural=True)
    return added


# Names that are good for the thing, while their kinds are not.
TOO_WIDE = set("worker,signal,medicine,controller,container,block,vehicle,silverware,cutlery,rod,collision,liner,figure,hood,top,stand,stop,plant,works,barrier,"
               "booth,plug,beacon,performer,manager,boss,rocker,medium,bar,bang,ray,kiosk,recorder,bulb,alien,vessel,explosion,pool,card,box,bag,pot".split(","))
def unknown_nouns(lexicon: Lexicon, wordnet: WordNet, space) -> Counter:
    """
    Concrete nouns that nothing leads to a thing. People are drawn as a person; of the rest only the category is known, so that a
    picture can say what it lacks. (The nearest word vector is no help: "sugarcane" is near maize, but "wallet" near briefcase and
    "engine" near cylinder; at cosine 0.7 half are wrong.)
    """
    found = Counter()
    for rank, word in enumerate(space.words[:60_000]):
        sense = wordnet.senses.get(word, [None])[0]
        if sense is None or word in lexicon.entries or word in STOP or word in VAGUE or len(word) < 3:
            continue
        lexname, lemmas, above = wordnet.synsets[sense]
        # Names are capitalised, or instances, which have no hypernym.
        if lexname not in ("person", "animal", "artifact", "food", "plant") or word not in lemmas or not above or not wordnet.is_noun(word, 0.75):
            continue
        if lexname != "person" and rank < 3000:
            continue  # "system", "piece": too common to be a thing that one can see
        meaning = ("thing", "person", ROUGHLY) if lexname == "person" else ("category", CATEGORY_OF[lexname], SAID)
        lexicon.add(word, [meaning])
        found[lexname] += 1
        for many in lists.plurals(word):
            if lexicon.normal(many) not in lexicon.entries and many not in STOP:
                lexicon.like(many, word, plural=True)
    return found


CATEGORY_OF = {"animal": "animal", "artifact": "object", "food": "food", "plant": "plant"}
# Nouns that are concrete to WordNet, and seldom so in a wish for a picture.
VAGUE = set("""hood powerhouse prey oracle yahoo browser coaster scanner booster cutter chased accused spinner sharper rounder bender winner leader director member
chairman candidate expert minister champion favourite user viewer observer guardian reliever booby raider stocks internet addition recording output infrastructure
assembly portfolio innovation layer casting segment junction soundtrack modeling interface setup interchange overlapping replica masterpiece dub cyberspace
standby repertory downer placebo stopping addition colours shipment dose consignment mike spoke billy max jean clarence hank mart footage wrapping pullback trivia
digs fixture loading modernism improvisation throughput additive motif brainchild kat gage trapping sham bumper outfield infield heel accelerator raceway equaliser
forgery handling diagram scourge paisley workings milling virus bacteria bacterium microbe plankton algae mankind humankind fetus feeder pathogen vertebrate withers
helping sugar alcohol provisions diet ration entree sustenance nourishment concoction refreshment gastronomy vegetarianism colouring cuisine seasoning stigma embryo
kernel acumen deadwood neophyte spore ovary placenta bark load system edging lining aperture superstructure reflection contemporary individual subject star master
baker stoker walker porter miner fuller cooper mason foreman parker potter carter heroin cocaine drugs opium methamphetamine prodigy geek nominee voter killer racist
invalid homo slave psycho rape terrorist prostitute""".split())
STOP = NOT_THINGS | set("""a an the and or of to i it is are was be been he she they we you this that these those my your his her their our its as for from
if so do does did have has had will would can could may might must shall should than then there here what which who whom whose when where why how all any
each every other such own same very too also now ever one way lot bit kind sort type style look looks time day thing place part side end set light line
scene picture image view shot photo
""".split())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--fresh", action="store_true", help="forget codes and ids that a model may have learned")
    fresh = parser.parse_args().fresh
    catalog = json.loads((ROOT / "models/plantain-tiny/renderer/catalog.json").read_text())
    tokenizer = Tokenizer.from_str(json.dumps(TOKENIZER))
    space = vectors.WordSpace(*vectors.read())
    wordnet = WordNet()
    lexicon = Lexicon(tokenizer, {e["id"] for e in catalog})
    names_of_things(lexicon, catalog, wordnet)
    hand_lists(lexicon)
    lexicon.marks, missing = foreign_lists(lexicon, space)
    emoji_names(lexicon, catalog, space)
    counted = kinds_of_kinds(lexicon, catalog, wordnet, space)
    print("known by category only:", unknown_nouns(lexicon, wordnet, space))
    print("approximate:", sum(counted.values()), counted.most_common(25))
    if missing:
        print("translations of phrases that are no entries:", missing)
    finish.write(lexicon, catalog, space, wordnet, fresh, TOKENIZER, VOCABULARY, MAX_UNITS)


if __name__ == "__main__":
    main()
