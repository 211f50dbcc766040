"""One labelled message -> many: other things, colours and places; other manners, casing, slips; two wishes in one; other scenes around it."""
from __future__ import annotations

import copy
import json
import pathlib
import random
import re
from collections import defaultdict

from target import REF_SLOTS, same, words_of
from text import Words, singular

HERE = pathlib.Path(__file__).resolve().parent
COLORS = "red blue green yellow orange purple pink black white brown gray beige gold silver turquoise navy teal lime cream".split()
REGIONS = ["left", "right", "center", "top", "bottom", "background", "foreground", "top left", "top right", "bottom left", "bottom right"]
#: What a picture that was made shows besides: (id, name, colours, region).
BACKDROP = [
    ("sky", "sky", ["blue", "gray", "orange", "pink"], "top"), ("clouds", "clouds", ["gray", "white", "pink"], "top"), ("relief", "hills", ["green", ""], "center"), ("relief", "mountains", ["gray", ""], "top"), ("water", "lake", ["blue", "gray"], "center"), ("water", "river", ["blue"], "left"),
    ("cover", "grass", ["green", "brown"], "bottom"), ("ground", "ground", ["green", "brown", "gray", "yellow"], "bottom"), ("road", "road", [""], "bottom"), ("trees", "trees", ["green", ""], "center"), ("place", "meadow", [""], "bottom"), ("place", "field", [""], "bottom"), ("place", "city", [""], "bottom"), ("buildings", "buildings", [""], "top"),
    ("wall", "backdrop", ["white", "yellow", "gray"], "top"), ("wall", "wall", ["gray", "blue"], "top"), ("floor", "floor", ["", "brown"], "bottom"), ("place", "room", [""], "bottom"), ("furniture", "furniture", [""], "top"), ("sun", "sun", [""], "top left"), ("stars", "stars", [""], "top"),
]
BEFORE = {
    "en": ["please ", "pls ", "can you ", "could you ", "could you please ", "hey, ", "ok ", "okay now ", "now ", "hmm ", "great. ", "nice! ", "I'd like you to ", "i want you to ", "would you ", "let's ", "next: ", "and now ", "oh, ", "alright, ", "um ", "also, ", "one more thing: ", "perfect, now ", "thanks! now ", "so ", "just ", "quick one: ", "cool, "],
    "de": ["bitte ", "kannst du ", "ok, ", "jetzt ", "und jetzt ", "super, ", "hm, ", "noch was: ", "mal "],
    "fr": ["stp ", "s'il te plaît ", "ok, ", "maintenant ", "bon, ", "super, ", "et puis "],
    "es": ["por favor, ", "porfa ", "oye, ", "ahora ", "vale, ", "genial, ", "bueno, "],
    "zh": ["请", "帮我", "麻烦", "好的，", "然后", "再"],
    "ja": ["すみません、", "じゃあ、", "次に", "あと、", "えっと、"],
    "hi": ["कृपया ", "अब ", "अच्छा, ", "ठीक है, ", "ज़रा "],
}
AFTER = {
    "en": [" please", " pls", " thanks", ", thanks", " thx", "!", "!!", ".", " ok?", " if you can", ", please", " :)", " for me", ", that's all", "..."],
    "de": [" bitte", ", danke", "!", ".", " bitte!"],
    "fr": [" stp", ", merci", "!", ".", " s'il te plaît"],
    "es": [" por favor", ", gracias", "!", ".", " porfa"],
    "zh": ["。", "，谢谢", "！", "吧"],
    "ja": ["。", "、お願いします", "！"],
    "hi": [" प्लीज़", "।", ", धन्यवाद", " please"],
}
# A question is a request only after these, so they go before an imperative: see `wrap`.
ASKING = {"can you ", "could you ", "could you please ", "would you ", "i want you to ", "I'd like you to ", "let's ", "kannst du "}
IMPERATIVE = frozenset(
    "make add put remove delete take turn change move give replace swap crop rotate flip blur sharpen brighten darken lighten recolor paint color colour set bring get turn raise lower increase decrease reduce boost "
    "cut extend write draw place erase fix straighten tilt warm cool soften drop shift push pull scale shrink enlarge resize upscale convert render restyle show let keep undo redo revert export save download create generate tone tint dim clean smooth mirror dress insert combine merge blend".split()
)
JOINS = {"en": [" and ", ", and ", ", ", "; ", " and also ", ". ", ", then ", " + ", ". also ", " plus "], "de": [" und ", ", ", ", und "], "fr": [" et ", ", ", ", puis "], "es": [" y ", ", ", ", y "], "zh": ["，", "，再", "，然后"], "ja": ["、", "。あと"], "hi": [" और ", ", "]}


def map_text(item: dict, change) -> dict:
    """The item with `change(text)` made in everything that is English of the session and of the label."""
    item = copy.deepcopy(item)

    def element(e):
        e["name"] = change(e["name"])

    def op(o):
        for k, v in o.items():
            if k in ("target", "value", "region"):
                o[k] = change(v) if isinstance(v, str) else v
            elif k == "subject":
                o[k] = [change(s) for s in v]

    for t in item["history"]:
        for u in t.get("uploads") or []:
            for e in u:
                element(e)
        for e in t.get("scene") or []:
            element(e)
        for o in t.get("ops") or []:
            op(o)
    for u in item.get("uploads") or []:
        for e in u:
            element(e)
    for reading in (item["expect"], *item["expect"].get("also", [])):
        for o in reading.get("ops", []):
            if o["op"] not in ("add_text", "edit_text"):
                op(o)
    return item


def backdrop(r: random.Random, scene: list[dict], untold: str) -> list[dict]:
    """Sky, ground and the like, as every made picture has them, unless the message or its label speaks of them."""
    known = {same(w) for e in scene for w in words_of(e["name"])} | {same(w) for w in words_of(untold)}
    ids = {e["id"] for e in scene}
    out = []
    for id_, name, colors, region in r.sample(BACKDROP, r.choice((2, 3, 4, 5, 6))):
        if id_ in ids or same(name) in known:
            continue
        ids.add(id_)
        color = r.choice(colors)
        out.append({"id": id_, "name": name, **({"color": color} if color else {}), "region": region})
    return out


def replacer(old: str, new: str):
    pattern = re.compile(rf"(?<![\w]){re.escape(old)}(s|es)?(?![\w])", re.I)
    return lambda text: pattern.sub(lambda m: new + (plural_end(new) if m[1] else ""), text)


def plural_end(word: str) -> str:
    return "es" if re.search(r"(s|x|ch|sh)$", word) else "s"


class Noun:
    """A thing by its word in one language."""

    def __init__(self, name: str, word: str, gender: str = "m", plural: str = ""):
        self.name, self.word, self.gender, self.plural = name, word, gender, plural or word


def nouns() -> dict[str, list[Noun]]:
    """Common things in six languages, of training/data/nouns.txt."""
    out: dict[str, list[Noun]] = defaultdict(list)
    for line in (HERE.parent / "data/nouns.txt").read_text().splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, *words = line.split("|")
        for lang, text in zip(("de", "es", "fr", "zh", "ja", "hi"), words):
            match = re.match(r"^(.+?) ([mfn])(?: (.*))?$", text)
            out[lang].append(Noun(name, match[1], match[2], match[3] or "") if match else Noun(name, text.split(" ")[0]))
    return out


class Augmenter:
    def __init__(self, words: Words, items: list[dict], rng: random.Random):
        self.words, self.rng = words, rng
        self.items = items
        self.nouns: dict[tuple, list[str]] = defaultdict(list)
        self.by_context: dict[str, list[dict]] = defaultdict(list)
        self.pools: dict[tuple, list[str]] = defaultdict(list)
        self.scenes: list[list[dict]] = []
        names = set()
        for item in items:
            self.by_context[json.dumps([item["history"], item.get("uploads"), item["images"]], sort_keys=True)].append(item)
            for scene in scenes_of(item):
                self.scenes.append(scene)
                names |= {e["name"] for e in scene}
            if item["lang"] == "en":
                for op in item["expect"]["ops"]:
                    for slot, value in op.items():
                        if slot in ("value", "color", "target") and isinstance(value, str) and op["op"] not in ("add_text", "edit_text", "edit_text"):
                            v = value.split("|")[0]
                            if says(item["message"], v) and not (slot == "target" and op["op"] not in ("add",)):
                                self.pools[op["op"], slot].append(v)
        for n in sorted(names):
            self.nouns[self.sort_of(n)].append(n)
        # Kinds of the catalogue, by their own names.
        for t in self.words.things:
            self.nouns[self.sort_of(t)].append(t)
        self.foreign = {lang: {n.name: n for n in found} for lang, found in nouns().items()}
        self.pasts = [item["history"][-1]["ops"] for item in items if item["history"] and item["history"][-1].get("ops")]
        self.contexts = [v for v in self.by_context.values() if len(v) > 1]

    def sort_of(self, name: str) -> tuple:
        """What else could stand in its place: categories of the catalogue."""
        entry = self.words.entries.get(name.lower()) or self.words.entries.get(name.split(" ")[-1].lower()) or []
        for code in entry:
            if not isinstance(code, str) and code >> 2 >= self.words.n_meanings:
                return tuple(c >> 2 for c in self.words.of_thing[(code >> 2) - self.words.n_meanings])[:1]
        return ("other",)

    def __call__(self, item: dict) -> dict:
        r = self.rng
        if r.random() < 0.12:
            return item
        if r.random() < 0.5:
            item = self.swap_thing(item) if item["lang"] == "en" else self.swap_foreign(item)
        if r.random() < 0.3:
            item = self.swap_value(item)
        if r.random() < 0.5:
            item = self.swap_bystanders(item)
        if r.random() < 0.3:
            item = self.other_past(item)
        if r.random() < 0.12:
            item = self.join(item)
        if r.random() < 0.5:
            item = self.scenery(item)
        if r.random() < 0.35:
            item = self.wrap(item)
        if r.random() < 0.45:
            item = self.noise(item)
        return item

    def swap_thing(self, item: dict) -> dict:
        """A thing that the message names becomes another of its sort, everywhere."""
        names = {e["name"] for s in scenes_of(item) for e in s}
        named = [n for n in names if says(item["message"], n)]
        if not named:
            return item
        old = self.rng.choice(sorted(named))
        pool = self.nouns[self.sort_of(old)]
        if len(pool) < 4:
            return item
        new = self.rng.choice(pool)
        if any(same(w) in {same(x) for n in names for x in words_of(n)} for w in words_of(new)) or says(item["message"], new) or old in ("sky", "person"):
            return item
        change = replacer(old, new)
        out = map_text(item, change)
        out["message"] = change(out["message"])
        for t in out["history"]:
            if t.get("text"):
                t["text"] = change(t["text"])
        return out

    def swap_foreign(self, item: dict) -> dict:
        """The same in another language, for things whose words are known and that agree in gender."""
        known = self.foreign.get(item["lang"], {})
        spaced = item["lang"] not in ("zh", "ja")

        def at(word: str) -> re.Pattern:
            return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if spaced else re.escape(word), re.I)

        names = {e["name"] for s in scenes_of(item) for e in s}
        named = [known[n] for n in sorted(names) if n in known and at(known[n].word).search(item["message"])]
        if not named:
            return item
        old = self.rng.choice(named)
        new = self.rng.choice([n for n in known.values() if n.gender == old.gender])
        if new.name in names or any(same(w) in {same(x) for n in names for x in words_of(n)} for w in words_of(new.name)):
            return item
        if item["lang"] == "fr" and re.match(r"[aeiouhéèêî]", old.word + " ") != re.match(r"[aeiouhéèêî]", new.word + " ") and (old.word[0] in "aeiouhéèêî" or new.word[0] in "aeiouhéèêî"):
            return item
        out = map_text(item, replacer(old.name, new.name))
        out["message"] = at(old.word).sub(new.word, out["message"])
        for t in out["history"]:
            if t.get("text"):
                t["text"] = at(old.word).sub(new.word, t["text"])
        return out

    def swap_value(self, item: dict) -> dict:
        """A value that stands in the message word for word becomes another that stood so elsewhere."""
        if item["lang"] != "en":
            return item
        ops = item["expect"]["ops"]
        options = [
            (i, slot) for i, op in enumerate(ops) for slot in ("value", "color", "target")
            if isinstance(op.get(slot), str) and self.pools.get((op["op"], slot)) and says(item["message"], op[slot].split("|")[0])
            and (slot != "target" or op["op"] == "add")
        ]
        if not options:
            return item
        i, slot = self.rng.choice(options)
        old, new = ops[i][slot].split("|")[0], self.rng.choice(self.pools[ops[i]["op"], slot])
        if slot == "color" or (ops[i]["op"] in ("recolor",)):
            new = self.rng.choice(COLORS + [new])
        if says(new, old) or says(old, new) or ("edit:last" in item["expect"]["refers_to"]):
            return item
        out = copy.deepcopy(item)
        op = out["expect"]["ops"][i]
        # The same word may stand in another slot, as the colour of a thing does: leave such alone.
        if any(says(str(v), old) for j, o in enumerate(ops) for k, v in o.items() if (j, k) != (i, slot)):
            return item
        out["message"] = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, out["message"], count=1, flags=re.I)
        op[slot] = new
        out["expect"].pop("also", None)
        return out

    def swap_bystanders(self, item: dict) -> dict:
        """Things that nobody speaks of become other things."""
        said = set().union(*[self.words.senses(u.key) for u in self.words.units(item["message"])], set())
        spoken = {r for r in item["expect"]["refers_to"]} | {r for a in item["expect"].get("also", []) for r in a.get("refers_to", [])}
        label = json.dumps(item["expect"], ensure_ascii=False)
        if item["expect"]["kind"] in ("clarify", "question", "refuse", "revert_to", "branch"):
            return item
        out = copy.deepcopy(item)
        change: dict[str, str] = {}
        last = next((t for t in reversed(out["history"]) if t.get("scene")), None)
        history = json.dumps([t.get("ops") for t in out["history"]])
        for scene in [*(out.get("uploads") or []), *([last["scene"]] if last else [])]:
            for e in scene:
                if f"el:{e['id']}" in spoken or e["name"] in label or e["name"] in history or self.rng.random() < 0.4:
                    continue
                if any(self.words.senses(u.key) & said for u in self.words.units(e["name"])):
                    continue
                pool = self.nouns[self.sort_of(e["name"])]
                new = change.setdefault(e["name"], self.rng.choice(pool))
                if any(self.words.senses(u.key) & said for u in self.words.units(new)):
                    continue
                e["name"] = new
                if self.rng.random() < 0.3:
                    e["color"] = self.rng.choice(COLORS)
        return out

    def scenery(self, item: dict) -> dict:
        """Things in another order; one more or one less of those that nobody speaks of."""
        out = copy.deepcopy(item)
        r = self.rng
        spoken = json.dumps(item["expect"])
        for scene in [*(out.get("uploads") or []), *[t["scene"] for t in out["history"] if t.get("scene")][-1:]]:
            if r.random() < 0.4:
                r.shuffle(scene)
            if item["expect"]["kind"] in ("clarify", "question", "refuse"):
                continue
            idle = [e for e in scene if f"el:{e['id']}" not in spoken and not says(item["message"], e["name"])]
            if idle and r.random() < 0.25 and len(scene) > 2 and item["lang"] == "en":
                scene.remove(r.choice(idle))
            if r.random() < 0.2 and item["lang"] == "en" and not item.get("uploads"):
                scene += backdrop(r, scene, item["message"] + " " + spoken)
            elif r.random() < 0.3 and len(scene) < 9:
                extra = dict(r.choice(r.choice(self.scenes)))
                if not says(item["message"], extra["name"]) and extra["name"] not in spoken and item["lang"] == "en" and not any(same(extra["name"]) == same(e["name"]) for e in scene):
                    extra["id"] = f"x{r.randrange(10**6)}"
                    extra.pop("value", None)
                    scene.insert(r.randrange(len(scene) + 1), extra)
            for e in scene:
                if f"el:{e['id']}" not in spoken:
                    if "color" in e and r.random() < 0.1:
                        del e["color"]
                    if r.random() < 0.1:
                        e["region"] = r.choice(REGIONS)
        return out

    def other_past(self, item: dict) -> dict:
        """What stands by itself means the same whatever was done before: "make the water rougher" after a removal removes nothing."""
        e = item["expect"]
        read = [e, *e.get("also", [])]
        if e["kind"] not in ("edit", "style_transfer") or any(x.get("kind", "edit") not in ("edit", "style_transfer") or "edit:last" in x.get("refers_to", []) for x in read):
            return item
        if any(o["op"] in ("undo", "redo") for x in read for o in x.get("ops", [])) or not item["history"] or not item["history"][-1].get("ops"):
            return item
        out = copy.deepcopy(item)
        scene = [x["name"] for x in out["history"][-1].get("scene") or []]
        done = self.rng.choice(self.pasts)
        if scene and self.rng.random() < 0.6:
            what = self.rng.choice(("remove", "add", "scale", "move", "recolor", "modify"))
            done = [{"op": what, "target": self.rng.choice(scene), **{"recolor": {"value": self.rng.choice(COLORS)}, "scale": {"direction": self.rng.choice(("up", "down"))}, "move": {"direction": "left"}, "modify": {"value": "old"}}.get(what, {})}]
        out["history"][-1]["ops"] = copy.deepcopy(done)
        return out

    def join(self, item: dict) -> dict:
        """Two wishes about one picture in one message."""
        e = item["expect"]
        if e["kind"] != "edit" or len(e["ops"]) != 1 or "edit:last" in e["refers_to"]:
            return item
        mates = self.by_context.get(json.dumps([item["history"], item.get("uploads"), item["images"]], sort_keys=True))
        if not mates:  # the session was changed: not the one it was
            return item
        other = self.rng.choice(mates)
        o = other["expect"]
        if other is item or o["kind"] != "edit" or len(o["ops"]) > 2 or "edit:last" in o["refers_to"] or other["lang"] != item["lang"] or any(p["op"] == "undo" for p in [*o["ops"], *e["ops"]]):
            return item
        if any(p["op"] == q["op"] and p.get("target") == q.get("target") for p in e["ops"] for q in o["ops"]):
            return item
        out = copy.deepcopy(item)
        head, tail = item["message"].rstrip(" .!"), other["message"]
        if tail[:1].isupper() and tail[1:2].islower():
            tail = tail[0].lower() + tail[1:]
        out["message"] = head + self.rng.choice(JOINS.get(item["lang"], JOINS["en"])) + tail
        out["expect"]["ops"] = copy.deepcopy(e["ops"] + o["ops"])
        out["expect"]["refers_to"] = sorted({*e["refers_to"], *o["refers_to"]})
        out["expect"]["constraints"] = {**(o.get("constraints") or {}), **(e.get("constraints") or {})}
        out["expect"].pop("also", None)
        return out

    def wrap(self, item: dict) -> dict:
        r, message, lang = self.rng, item["message"], item["lang"]
        if item["expect"]["kind"] in ("question", "clarify", "refuse") and r.random() < 0.5:
            return item
        if lang not in BEFORE or len(message) > 160:
            return item
        first = re.match(r"\w+", message)
        if r.random() < 0.6:
            before = r.choice(BEFORE[lang])
            imperative = bool(first and first[0].lower() in IMPERATIVE)
            if before in ASKING and not imperative:
                before = ""
            if before and message[:1].isupper() and message[1:2].islower() and lang not in ("de",):
                message = message[0].lower() + message[1:]
            message = before + message
            if before in ASKING and before != "let's " and r.random() < 0.5 and not message.endswith(("?", "!", ".")):
                message += "?"
        if r.random() < 0.45 and not message.endswith(('"', "”", "'", "」")) and item["expect"]["kind"] != "question" and not lettering(item):
            message = message.rstrip(".!") + r.choice(AFTER[lang])
        return {**item, "message": message}

    def noise(self, item: dict) -> dict:
        r, message = self.rng, item["message"]
        if lettering(item):
            return item
        what = r.random()
        if what < 0.25:
            message = message.lower()
        elif what < 0.32:
            message = message.upper() if item["lang"] == "en" else message
        elif what < 0.45:
            message = message[:1].upper() + message[1:]
        elif what < 0.6:
            message = re.sub(r"[,.!?;:]+(?=\s|$)", "", message)
        elif item["lang"] in ("en", "de", "fr", "es"):
            parts = message.split(" ")
            for _ in range(r.choice((1, 1, 2))):
                i = r.randrange(len(parts))
                if len(parts[i]) > 3 and parts[i].isalpha():
                    parts[i] = slip(parts[i], r)
            message = " ".join(parts)
        return {**item, "message": message or item["message"]}


def slip(word: str, r: random.Random) -> str:
    i = r.randrange(1, len(word) - 1)
    what = r.random()
    if what < 0.45:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    if what < 0.75:
        return word[:i] + word[i + 1 :]
    if what < 0.9:
        return word[:i] + word[i] + word[i:]
    return word[:i] + r.choice("abcdefghijklmnopqrstuvwxyz") + word[i + 1 :]


def lettering(item: dict) -> bool:
    return any(o["op"] in ("add_text", "edit_text") for o in item["expect"]["ops"]) or "text" in (item["expect"].get("constraints") or {})


def scenes_of(item: dict) -> list[list[dict]]:
    found = [s for t in item["history"] for s in [*(t.get("uploads") or []), *([t["scene"]] if t.get("scene") else [])]]
    return found + list(item.get("uploads") or [])


def says(text: str, phrase: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(s|es)?(?!\w)", text, re.I))


def from_prompt(p: dict) -> dict:
    """A text-to-image prompt with facets as a message of kind generate."""
    f = p["facets"]
    subject = []
    for o in f.get("objects", [])[:5]:
        n = o.get("count", 1)
        parts = [str(n) if n != 1 else "", *(o.get(k, "") for k in ("size", "color", "material", "pattern", "state", "shape")), o["name"]]
        subject.append(" ".join(str(x) for x in parts if x))
    first = lambda v: v[0] if isinstance(v, list) and v else v
    names = {"style": "style", "mood": "mood", "viewpoint": "composition", "lighting": "lighting", "time_of_day": "time_of_day", "weather": "weather", "season": "season", "use": "use", "aspect": "aspect", "text": "text", "background": "background"}
    constraints = {to: str(first(f[k])) for k, to in names.items() if f.get(k)}
    if f.get("palette"):
        constraints["palette"] = f["palette"] if isinstance(f["palette"], list) else [f["palette"]]
    ops = [{"op": "create", "subject": subject}] if subject else [{"op": "create"}]
    avoid = f.get("avoid")
    for a in avoid if isinstance(avoid, list) else [avoid] if avoid else []:
        ops.append({"op": "avoid", "target": a if isinstance(a, str) else a.get("name", "")})
    return {"id": p["id"], "lang": p["lang"], "category": "generate", "history": [], "message": p["prompt"], "images": 0, "expect": {"kind": "generate", "ops": ops, "refers_to": [], "constraints": constraints}}
