"""Messages from patterns (commands.txt) about made-up scenes, in seven languages: for ops, places and things that are rare in the written data."""
from __future__ import annotations

import copy
import json
import pathlib
import random
import re
from collections import defaultdict

import guard
import letters
import relate
import sent
import single
import tongue_words
from augment import COLORS, Augmenter, Noun, backdrop, nouns
from talk import Talker
from wishes import Wisher

HERE = pathlib.Path(__file__).resolve().parent
COLOR_WORDS = {
    "de": dict(red="rot", blue="blau", green="grün", yellow="gelb", orange="orange", purple="lila", pink="rosa", black="schwarz", white="weiß", brown="braun", gray="grau", gold="gold", turquoise="türkis"),
    "fr": dict(red="rouge", blue="bleu", green="vert", yellow="jaune", orange="orange", purple="violet", pink="rose", black="noir", white="blanc", brown="marron", gray="gris", gold="doré", turquoise="turquoise"),
    "es": dict(red="rojo", blue="azul", green="verde", yellow="amarillo", orange="naranja", purple="morado", pink="rosa", black="negro", white="blanco", brown="marrón", gray="gris", gold="dorado", turquoise="turquesa"),
    "zh": dict(red="红色", blue="蓝色", green="绿色", yellow="黄色", orange="橙色", purple="紫色", pink="粉色", black="黑色", white="白色", brown="棕色", gray="灰色", gold="金色", turquoise="青色"),
    "ja": dict(red="赤", blue="青", green="緑", yellow="黄色", orange="オレンジ", purple="紫", pink="ピンク", black="黒", white="白", brown="茶色", gray="灰色", gold="金色", turquoise="ターコイズ"),
    "hi": dict(red="लाल", blue="नीला", green="हरा", yellow="पीला", orange="नारंगी", purple="बैंगनी", pink="गुलाबी", black="काला", white="सफ़ेद", brown="भूरा", gray="स्लेटी", gold="सुनहरा", turquoise="फ़िरोज़ी"),
}
EN_REGIONS = {"left": ["on the left", "at the left", "to the left side"], "right": ["on the right", "at the right"], "center": ["in the middle", "in the center"], "background": ["in the background", "far behind"], "foreground": ["in the foreground", "up front"], "top": ["at the top"], "bottom": ["at the bottom"],
              "top left": ["in the top left corner", "top left"], "top right": ["in the top right corner", "top right"], "bottom left": ["in the bottom left corner"], "bottom right": ["in the bottom right corner", "bottom right"]}
AMOUNTS = {
    "en": {"slight": ["a bit", "a little", "slightly", "a touch", "just a hair", "a tiny bit", "subtly"], "strong": ["a lot", "much", "way", "really", "heavily"], "max": ["all the way", "to the maximum", "completely"]},
    "de": {"slight": ["ein bisschen", "etwas", "leicht", "ein wenig"], "strong": ["viel", "deutlich", "stark"]},
    "fr": {"slight": ["un peu", "légèrement"], "strong": ["beaucoup", "nettement"]},
    "es": {"slight": ["un poco", "ligeramente", "un poquito"], "strong": ["mucho", "bastante"]},
    "zh": {"slight": ["稍微"], "strong": ["大幅"]},
    "ja": {"slight": ["少し", "ちょっと"], "strong": ["かなり", "ずっと"]},
    "hi": {"slight": ["थोड़ा", "ज़रा"], "strong": ["बहुत", "काफ़ी"]},
}
AMOUNT_OPS = {"temperature", "brightness", "contrast", "saturation", "tone", "blur", "sharpen", "grain", "vignette", "scale", "move", "dehaze", "denoise"}
LETTERING = "OPEN|Grand Opening|Happy Birthday|SALE|Café Luna|Welcome Home|Sommerfest 2025|Merci|Feliz Navidad|Hola|Willkommen|The End|No Parking|Fresh Bread|Team Blue|Just Married|Chapter One|Est. 1987|50% off|Ana & Leo|happy new year|Bonne fête|春节快乐|ありがとう|गुड मॉर्निंग|祭|See you soon!|Marta's Garden|NORTH 42|Keep calm|rainy days|Studio 9".split("|")
NUMBER_WORDS = {"en": "one two three four five six seven eight nine ten".split(), **{k: list(v) for k, v in tongue_words.NUMBERS.items()}}
ARTICLES = {"de": {"m": ("den", "dem", "einen"), "f": ("die", "der", "eine"), "n": ("das", "dem", "ein")}, "es": {"m": ("el", "el", "un"), "f": ("la", "la", "una")}, "fr": {"m": ("le", "le", "un"), "f": ("la", "la", "une")}}


HEADSHOT = [{"op": "crop", "target": "head and shoulders"}, {"op": "background", "value": "plain"}, {"op": "light", "value": "studio"}]
#: What everyone knows that a use asks for: (wordings, ops, use that is told as a constraint).
USES = [
    (["professional headshot", "make it a headshot", "headshot for linkedin please", "I need this for my CV", "business portrait", "for the staff page", "corporate profile photo", "job application photo", "professionelles Bewerbungsfoto", "una foto profesional para el CV", "photo professionnelle pour mon CV", "做成职业头像", "証明写真っぽくビジネス用に", "प्रोफेशनल हेडशॉट बनाओ"], HEADSHOT, "headshot"),
    (["passport photo", "make it a passport picture", "for my ID card", "visa photo please", "biometric passport photo", "Passbild bitte", "photo d'identité", "foto de carné", "护照照片", "パスポート写真に", "पासपोर्ट साइज़ फोटो"], [{"op": "crop", "target": "head and shoulders"}, {"op": "background", "value": "white"}], "passport photo"),
    (["product shot", "make it a product photo", "for my online shop", "catalogue picture please", "packshot", "ebay picture", "amazon listing photo", "Produktfoto daraus machen", "photo de produit", "foto de producto", "做成商品图", "商品写真にして", "प्रोडक्ट फोटो बनाओ"], [{"op": "background", "value": "white"}, {"op": "light", "value": "studio"}], None),
    (["profile picture", "make it my avatar", "for my profile", "profile pic crop", "Profilbild", "photo de profil", "foto de perfil", "头像", "プロフィール写真に"], [{"op": "crop", "target": "head and shoulders"}, {"op": "aspect", "value": "1:1"}], None),
    (["youtube thumbnail", "fit it for a thumbnail", "thumbnail for my video", "desktop wallpaper", "make it my desktop background", "for a presentation slide", "widescreen slide", "fond d'écran pour l'ordinateur", "fondo de escritorio", "Desktop-Hintergrund", "电脑壁纸", "デスクトップの壁紙に"], [{"op": "aspect", "value": "16:9"}], None),
    (["phone wallpaper", "wallpaper for my phone", "instagram story", "story format", "lock screen", "tiktok format", "for reels", "Handy-Hintergrund", "fond d'écran de téléphone", "fondo de pantalla para el móvil", "手机壁纸", "スマホの壁紙に", "फोन वॉलपेपर"], [{"op": "aspect", "value": "9:16"}], None),
    (["instagram post", "album cover", "make it an album cover", "app icon", "for a vinyl sleeve", "podcast cover", "square for the feed", "Albumcover", "pochette d'album", "portada de disco", "专辑封面", "アルバムジャケットに"], [{"op": "aspect", "value": "1:1"}], None),
    (["book cover", "film poster", "gig poster", "magazine cover", "turn it into a poster", "flyer", "Plakat", "affiche", "cartel", "海报", "ポスターに"], [{"op": "aspect", "value": "portrait"}], None),
    (["website header", "blog header", "banner for the site", "facebook cover", "newsletter header", "Website-Banner", "bannière de site", "banner para la web"], [{"op": "aspect", "value": "landscape"}], None),
    (["print it big", "for a large print", "billboard size", "blow it up for the wall"], [{"op": "upscale"}], None),
]
GENERATE = {
    "en": (["", "", "draw ", "make a picture of ", "create ", "I want ", "generate ", "paint ", "can you draw ", "show me ", "a picture of ", "new picture: "], " and ", [", {S}", " in {S} style", ", {S} style"], [" at {H}", ", {H}"]),
    "de": (["", "zeichne ", "male ", "erstelle ein Bild mit ", "ich möchte ", "zeig mir "], " und ", [", {S}", " als {S}"], [", {H}"]),
    "fr": (["", "dessine ", "crée une image avec ", "je veux ", "montre-moi "], " et ", [", {S}", ", style {S}"], [", {H}"]),
    "es": (["", "dibuja ", "crea una imagen con ", "quiero ", "muéstrame "], " y ", [", {S}", ", estilo {S}"], [", {H}"]),
    "zh": (["", "画", "生成", "帮我画", "我想要"], "和", ["，{S}", "，{S}风格"], ["，{H}"]),
    "ja": ([""], "と", ["、{S}風", "、{S}"], ["、{H}"]),
    "hi": (["", "बनाओ: "], " और ", [", {S}"], [", {H}"]),
}


class Pattern:
    def __init__(self, op: str, slots: dict, refs: list[str], kind: str):
        self.op, self.slots, self.refs, self.kind = op, slots, refs, kind
        self.values: dict[str, list[str]] = {}
        self.wordings: dict[str, list[str]] = {}


def patterns() -> list[Pattern]:
    found: list[Pattern] = []
    for line in (HERE / "commands.txt").read_text().splitlines():
        if line.startswith("= "):
            parts = re.findall(r"(\w+)=((?:(?! \w+=| @| !).)+)| @(\w)| !(\w+)", " " + line[2:].split(" ", 1)[1] if " " in line[2:] else "")
            slots = {a: b for a, b, _, _ in parts if a}
            found.append(Pattern(line[2:].split(" ")[0], slots, [c for _, _, c, _ in parts if c], next((d for _, _, _, d in parts if d), "edit")))
        elif line.startswith("S "):
            head, _, rest = line[2:].partition(" ")
            if head in ("de", "fr", "es", "zh", "ja", "hi"):
                found[-1].values[head] = rest.split("/")
            else:
                found[-1].values["en"] = line[2:].split("/")
        elif ":" in line and not line.startswith("#"):
            lang, _, rest = line.partition(":")
            found[-1].wordings[lang] = [w.strip() for w in rest.split(" ; ")]
    return found


class Composer:
    def __init__(self, augmenter: Augmenter, rng: random.Random):
        self.rng, self.augmenter = rng, augmenter
        self.patterns, self.nouns = patterns(), nouns()
        names = sorted({n for pool in augmenter.nouns.values() for n in pool if re.match(r"^[a-z ]+$", n) and n not in ("sky", "person")})
        self.nouns["en"] = [Noun(n, n, "m", n + ("es" if re.search(r"(s|x|ch|sh)$", n) else "s")) for n in names]
        self.alive = {augmenter.sort_of(n) for n in ("man", "woman", "girl", "dog", "cat")}
        self.people = {lang: [n for n in found if self.living(n.name)] for lang, found in self.nouns.items()}
        self.talk = Talker(self)
        self.wish = Wisher(self, LETTERING)

    def __call__(self) -> dict:
        r = self.rng
        lang = r.choices(["en", "de", "fr", "es", "zh", "ja", "hi"], [12, 4, 4, 4, 4, 4, 4])[0]
        if r.random() < 0.5:
            told = self.talk(lang)
            if told:
                return self.dress(self.spoken(told, lang))
        if r.random() < 0.22:
            return self.dress(self.use() if r.random() < 0.35 else self.generate(lang))
        pattern = self.pick(lang)
        made = None
        while made is None:
            scene, chosen = self.scene(lang)
            made = self.say(pattern, lang, scene, chosen)
        message, op, refs = made
        ops = [op]
        if pattern.kind == "edit" and r.random() < 0.18:
            other = r.choice(self.patterns)
            if other.kind == "edit" and other.op != pattern.op and lang in other.wordings:
                second = self.say(other, lang, scene, chosen[::-1])
                if second:
                    joint = {"en": " and ", "de": " und ", "fr": " et ", "es": " y ", "zh": "，", "ja": "、", "hi": " और "}[lang]
                    message = message + r.choice([joint, ", "] if lang not in ("zh", "ja") else [joint]) + second[0]
                    ops.append(second[1])
                    refs = sorted({*refs, *second[2]})
        history, uploads, images = self.session(scene, lang)
        item = {"id": "made", "lang": lang, "category": "made", "history": history, "message": message, "images": images, "uploads": uploads,
                "expect": {"kind": pattern.kind, "ops": ops, "refers_to": refs + (["image:1"] if images else []), "constraints": {}}}
        if pattern.kind in ("undo", "redo", "vary", "export", "set_option") and images:
            item["expect"]["refers_to"] = ["image:1"] if pattern.kind in ("vary", "export") else []
        return self.dress(item)

    def wished(self) -> dict:
        """A new picture with all kinds of facets, in English."""
        message, ops, constraints = self.wish()
        return self.dress(self.new(message, "en", ops, constraints, 0.5))

    def related(self) -> dict:
        """An edit of one of several alike, told by its relations, in English."""
        told = None
        while told is None:
            told = relate.told(self.talk)
        return self.dress(self.spoken(told, "en"))

    def several(self) -> dict:
        """Something about two or three pictures sent together."""
        told = None
        while told is None:
            lang = self.rng.choices(["en", "de", "fr", "es", "zh", "ja", "hi"], [12, 1, 1, 1, 1, 1, 1])[0]
            told = sent.told(self.talk, lang)
        return self.dress(self.spoken(told, lang))

    def guarded(self) -> dict:
        """Something to refuse, or what only sounds like it, in English."""
        return self.dress(self.spoken(guard.told(self.talk), "en"))

    def lettered(self) -> dict:
        """Lettering, new and changed, in English; as it stands, for a slip would be another wording."""
        told = None
        while told is None:
            told = letters.told(self.talk, LETTERING)
        return self.spoken(told, "en")

    def alone(self) -> dict:
        """Right after a picture was made: of the one thing in it, or of how many there are."""
        told = None
        while told is None:
            lang = self.rng.choices(["en", "de", "fr", "es", "zh", "ja", "hi"], [12, 2, 2, 2, 2, 2, 2])[0]
            told = single.told(self.talk, lang)
        return self.dress(self.spoken(told, lang))

    def number_words(self, lang: str) -> list[str]:
        return NUMBER_WORDS[lang]

    def spoken(self, told: tuple, lang: str) -> dict:
        message, expect, history, uploads, images = told
        return {"id": "made", "lang": lang, "category": "made", "history": history, "message": message, "images": images, "uploads": uploads, "expect": {"constraints": {}, **expect}}

    def use(self) -> dict:
        r = self.rng
        wordings, ops, use = r.choice(USES)
        message = r.choice(wordings)
        lang = "en" if message.isascii() else "xx"
        scene, _ = self.scene("en")
        if ops is HEADSHOT or r.random() < 0.3:
            who = r.choice(["man", "woman", "girl", "boy", "teenager", "grandmother"])
            scene = [{"id": who + "1", "name": who, "region": "center"}, *scene[1:]]
        extra, refs = [], []
        if r.random() < 0.25 and lang == "en":
            text = r.choice([t for t in LETTERING if t.isascii()])
            message += r.choice([f', text "{text}"', f', "{text}"', f" with the words {text}"])
            extra.append({"op": "add_text", "value": text})
        history, uploads, images = self.session(scene, "en")
        return {"id": "made", "lang": lang, "category": "made", "history": history, "message": message, "images": images, "uploads": uploads,
                "expect": {"kind": "edit", "ops": [dict(o) for o in ops] + extra, "refers_to": refs + ["image:1"] * images, "constraints": {"use": use} if use and r.random() < 0.5 else {}}}

    def generate(self, lang: str) -> dict:
        r = self.rng
        openings, joint, styles, hours = GENERATE[lang]
        constraints: dict = {}
        subject, said = [], []
        for noun in r.sample(self.nouns[lang], r.choice((1, 1, 2, 2, 3))):
            if r.random() < 0.35 and lang in ("en", "zh", "ja"):
                color, word = self.color(lang)
                subject.append(f"{color} {noun.name}")
                said.append({"en": f"a {word} {noun.word}", "zh": f"一个{word}的{noun.word}", "ja": f"{word}の{noun.word}"}[lang])
            else:
                subject.append(noun.name)
                said.append(self.a(noun, lang))
        message = r.choice(openings) + (joint.join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0])
        by_op = {p.op: p for p in self.patterns if p.op in ("restyle", "time_of_day", "weather", "season")}
        if r.random() < 0.4:
            constraints["style"], word = self.value_of(by_op["restyle"], lang)
            message += r.choice(styles).replace("{S}", word)
        if r.random() < 0.35:
            op = r.choice(("time_of_day", "weather", "season"))
            if lang in by_op[op].values or lang == "en":
                constraints[op], word = self.value_of(by_op[op], lang)
                message += r.choice(hours if op == "time_of_day" else [h.replace(" at ", ", ") for h in hours]).replace("{H}", word)
        if r.random() < 0.15:
            constraints["aspect"] = r.choice(("16:9", "1:1", "4:5", "9:16", "3:2"))
            message += {"zh": "，", "ja": "、"}.get(lang, ", ") + constraints["aspect"]
        if r.random() < 0.1 and lang == "en":
            constraints["text"] = r.choice(LETTERING)
            message += f', saying "{constraints["text"]}"'
        if lang == "ja":
            message += r.choice(["を描いて", "の絵", "のイラスト", ""])
        return self.new(message, lang, [{"op": "create", "subject": subject}], constraints)

    def new(self, message: str, lang: str, ops: list[dict], constraints: dict, later: float = 0.15) -> dict:
        """A wish for a new picture, in an empty session or, in the share `later`, after another picture."""
        history = [] if self.rng.random() >= later else self.session(self.scene(lang)[0], lang)[0]
        return {"id": "made", "lang": lang, "category": "made", "history": history, "message": message, "images": 0, "uploads": [],
                "expect": {"kind": "generate", "ops": ops, "refers_to": [], "constraints": constraints}}

    def dress(self, item: dict) -> dict:
        if self.rng.random() < 0.3:
            item = self.augmenter.wrap(item)
        if self.rng.random() < 0.4:
            item = self.augmenter.noise(item)
        return item

    def pick(self, lang: str) -> Pattern:
        while True:
            pattern = self.rng.choice(self.patterns)
            if lang in pattern.wordings and (pattern.values.get(lang) or "S" not in pattern.slots.values() or lang == "en" or lang in pattern.values or re.search(r"[0-9]|png", pattern.values["en"][0])):
                return pattern

    def colors(self, lang: str) -> list[str]:
        return COLORS if lang == "en" else sorted(COLOR_WORDS[lang])

    def color_word(self, lang: str, color: str) -> str:
        return color if lang == "en" else COLOR_WORDS[lang][color]

    def color(self, lang: str) -> tuple[str, str]:
        color = self.rng.choice(self.colors(lang))
        return color, self.color_word(lang, color)

    def value_of(self, pattern: Pattern, lang: str) -> tuple[str, str]:
        """One of the values of a pattern: as it is labelled, as it is said."""
        if pattern.slots.get("value") == "C":
            return self.color(lang)
        values = pattern.values.get("en", [""])
        i = self.rng.randrange(len(values))
        return values[i], (pattern.values.get(lang) or values)[i]

    def living(self, name: str) -> bool:
        sort = self.augmenter.sort_of(name)
        return sort in self.alive

    def scene(self, lang: str):
        r = self.rng
        chosen = r.sample(self.nouns[lang], r.choice((2, 3, 3, 4, 5, 6)))
        if r.random() < 0.5 and self.people[lang]:
            chosen[0] = r.choice(self.people[lang])
            chosen = [chosen[0], *(n for n in chosen[1:] if n.name != chosen[0].name)]
            if len(chosen) < 2:
                chosen.append(next(n for n in self.nouns[lang] if n.name != chosen[0].name))
        out, count = [], defaultdict(int)
        for n in chosen:
            count[n.name] += 1
            e = {"id": n.name.split(" ")[-1] + str(count[n.name]), "name": n.name}
            if r.random() < 0.7:
                e["color"] = r.choice(COLORS)
            e["region"] = r.choice(("left", "right", "center", "background", "bottom", "top"))
            out.append(e)
        ids = set()
        for e in out:
            while e["id"] in ids:
                e["id"] += "b"
            ids.add(e["id"])
        return out, list(zip(out, chosen))

    def session(self, scene, lang):
        r = self.rng
        if r.random() < 0.4:
            return [], [scene], 1
        if r.random() < 0.5:
            scene = scene + backdrop(r, scene, "")
        history = [{"role": "user", "text": "a picture"}, {"role": "assistant", "turn": 1, "ops": [{"op": "create", "subject": [e["name"] for e in scene[:2]]}], "scene": scene}]
        if r.random() < 0.2:
            history = [{"role": "user", "text": "", "images": 1, "uploads": [scene]}, {"role": "assistant", "turn": 1, "ops": [{"op": "brightness", "direction": "up"}], "scene": scene}]
        for n in range(r.choice((0, 0, 0, 1, 2, 3))):
            ops = copy.deepcopy(r.choice(self.augmenter.items)["expect"]["ops"][:1])
            if not ops or ops[0]["op"] in ("create", "undo", "redo", "insert", "combine", "export", "set_option", "variation"):
                ops = [{"op": "contrast", "direction": "up"}]
            history += [{"role": "user", "text": "next"}, {"role": "assistant", "turn": n + 2, "ops": ops, "scene": scene}]
        return history, [], 0

    def the(self, noun: Noun, lang: str, case: int = 0) -> str:
        if lang == "en":
            return self.rng.choice(("the ", "the ", "the ", "that ", "this ", "")) + noun.word
        if lang in ARTICLES:
            article = ARTICLES[lang].get(noun.gender, ARTICLES[lang]["m"])[case]
            if lang == "fr" and re.match(r"^[aeiouéèêhâî]", noun.word) and case < 2:
                return "l'" + noun.word
            return f"{article} {noun.word}"
        return noun.word

    def a(self, noun: Noun, lang: str) -> str:
        if lang == "en":
            return (("an " if noun.word[0] in "aeiou" else "a ") if not noun.word.endswith("s") else "some ") + noun.word
        if lang in ARTICLES:
            return f"{ARTICLES[lang].get(noun.gender, ARTICLES[lang]['m'])[2]} {noun.word}"
        return {"zh": "一个", "ja": "", "hi": "एक "}[lang] + noun.word if self.rng.random() < 0.6 else noun.word

    def say(self, pattern: Pattern, lang: str, scene, chosen, alike: bool = False, phrase: str | None = None):
        """(message, op, references), or None where the scene has too little for it.

        alike: there may be several of the first chosen thing; phrase: what it is called, where that is not by its name
        """
        r = self.rng
        wording = r.choice(pattern.wordings[lang])
        wording, _, amount = wording.partition(" =")
        fill: dict[str, str] = {}
        (t_element, t), (u_element, u) = chosen[0], chosen[1]
        if "P" in pattern.refs:  # a person or an animal
            found = [(e, n) for e, n in chosen if self.living(n.name)]
            if not found or phrase is not None:
                return None
            t_element, t = found[0]
        if not alike and sum(e["name"] == t_element["name"] for e in scene) > 1:
            return None
        label = {"T": t.name, "U": u.name, "P": t.name}
        fill |= {"T": self.the(t, lang), "P": self.the(t, lang), "Td": self.the(t, lang, 1), "t": t.word, "ts": t.plural, "U": self.the(u, lang)}
        if phrase is not None:
            fill |= {"T": phrase, "Td": phrase}
            if "{t}" in wording or "{ts}" in wording:
                return None
        new = r.choice(self.nouns[lang])
        if any(e["name"] == new.name for e in scene):
            return None
        label["N"] = new.name
        fill |= {"N": self.a(new, lang), "n": new.word, "ns": new.plural}
        label["C"], fill["C"] = self.color(lang)
        if lang == "en":
            region = r.choice(sorted(EN_REGIONS))
            fill["R"] = r.choice(EN_REGIONS[region])
        else:
            region = r.choice(sorted(tongue_words.REGIONS[lang]))
            fill["R"] = r.choice(tongue_words.REGIONS[lang][region])
        label["R"] = region
        number = r.randrange(2, 7)
        label["M"], fill["M"] = number, r.choice((str(number), NUMBER_WORDS[lang][number - 1]))
        values = pattern.values.get("en", [""])
        i = r.randrange(len(values))
        label["S"], fill["S"] = values[i], (pattern.values.get(lang) or values)[i]
        label["L"] = fill["L"] = r.choice(LETTERING)
        op: dict = {"op": pattern.op}
        for slot, value in pattern.slots.items():
            if value in label:
                op[slot] = label[value]
            else:
                op[slot] = re.sub(r"\b([TUP])$", lambda m: str(label[m[1]]), value)
        if op.get("steps") == "1":
            op.pop("steps")
        for k in ("count", "steps"):
            if k in op:
                op[k] = int(op[k])
        if pattern.op == "set_option" and "value" in op:
            op["value"] = str(op["value"])
        if amount:
            op["amount"] = amount
        message = re.sub(r"\{(\w+)\}", lambda m: fill[m[1]], wording)
        graded = "direction" in op or pattern.op in ("blur", "sharpen", "dehaze", "denoise") and "value" not in op
        if pattern.op in AMOUNT_OPS and graded and "amount" not in op and "region" not in op and r.random() < 0.3 and "too " not in wording:
            how = r.choice(sorted(AMOUNTS[lang]))
            word = r.choice(AMOUNTS[lang][how])
            if lang == "en":
                better = re.search(r"\b(\w+er|more|less)\b", message)
                if better and word not in ("a touch", "just a hair", "all the way", "to the maximum", "completely", "heavily", "really"):
                    message = message[: better.start()] + word + " " + message[better.start() :]
                else:
                    message += f" {word}" if word not in ("much", "way") else " a lot"
            elif lang in ("zh", "ja", "hi"):
                message = word + (" " if lang == "hi" else "") + message
            else:
                message += f", {word}"
            op["amount"] = how
        elif pattern.op in ("brightness", "contrast", "saturation", "scale") and "amount" not in op and r.random() < 0.08 and "too " not in wording:
            share = r.choice((5, 10, 15, 20, 25, 30, 40, 50, 75))
            message += {"en": f" by {share}%", "de": f" um {share}%", "fr": f" de {share}%", "es": f" un {share}%", "zh": f"{share}%", "ja": f"{share}%", "hi": f" {share}%"}[lang]
            op["amount"] = f"{share}%"
        refs = [f"el:{t_element['id']}" if ref in "TP" else f"el:{u_element['id']}" for ref in pattern.refs]
        return message, op, sorted(set(refs))
