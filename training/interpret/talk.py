"""Made-up turns that lean on the session: more of the same, corrections, one of several alike, questions back, moves in the history."""
from __future__ import annotations

import copy

from augment import backdrop

MORE = {
    "en": ["more", "even more", "a bit more =slight", "a little further =slight", "further", "keep going", "stronger", "not enough", "again", "much more =strong", "still not enough", "one more notch =slight", "more of that", "push it further", "a touch more =slight", "way more =strong"],
    "de": ["mehr", "noch mehr", "ein bisschen mehr =slight", "noch etwas =slight", "nochmal", "reicht nicht", "viel mehr =strong", "stärker"],
    "fr": ["plus", "encore", "un peu plus =slight", "encore un peu =slight", "beaucoup plus =strong", "pas assez", "plus fort"],
    "es": ["más", "un poco más =slight", "otra vez", "mucho más =strong", "todavía más", "no es suficiente", "más fuerte"],
    "zh": ["再多一点 =slight", "再来", "还不够", "更多", "再强一点 =slight", "继续"],
    "ja": ["もっと", "もう少し =slight", "もう一度", "まだ足りない", "さらに強く", "もっともっと =strong"],
    "hi": ["और", "थोड़ा और =slight", "फिर से", "और ज़्यादा", "अभी कम है", "बहुत और =strong"],
}
LESS = {
    "en": ["less", "too much", "not that much", "too strong", "a bit less =slight", "overdone", "dial it back", "that's too much now", "a little less =slight", "half as much =50%", "too far"],
    "de": ["weniger", "zu viel", "etwas weniger =slight", "zu stark", "nicht so viel"],
    "fr": ["moins", "c'est trop", "un peu moins =slight", "trop fort"],
    "es": ["menos", "demasiado", "un poco menos =slight", "es mucho"],
    "zh": ["太多了", "少一点 =slight", "过头了", "没必要这么强"],
    "ja": ["やりすぎ", "少し抑えて =slight", "強すぎる", "もう少し控えめに =slight"],
    "hi": ["कम", "थोड़ा कम =slight", "बहुत ज़्यादा हो गया", "इतना नहीं"],
}
TOO = {
    "en": ["and {U} too", "{U} as well", "same for {U}", "the same with {U}", "now {U}", "do {U} too", "and {U}?", "also {U}", "likewise {U}", "{U} next"],
    "de": ["und {U} auch", "{U} auch", "dasselbe mit {U}", "jetzt {U}"],
    "fr": ["et {U} aussi", "{U} aussi", "pareil pour {U}", "maintenant {U}"],
    "es": ["y {U} también", "{U} también", "lo mismo con {U}", "ahora {U}"],
    "zh": ["{U}也是", "{U}也一样", "还有{U}"],
    "ja": ["{U}も", "{U}も同じように", "{U}も同様に"],
    "hi": ["{U} भी", "{U} को भी", "{U} के साथ भी वही"],
}
RATHER = {
    "en": ["now {V}", "{V} instead", "better {V}", "or {V}?", "{V} then", "rather {V}", "try {V}", "actually {V}", "make that {V}", "hm, {V}", "{V} maybe", "how about {V}"],
    "de": ["lieber {V}", "doch {V}", "oder {V}?", "jetzt {V}"],
    "fr": ["plutôt {V}", "ou {V} ?", "maintenant {V}", "en fait {V}"],
    "es": ["mejor {V}", "ahora {V}", "o {V}?", "más bien {V}"],
    "zh": ["还是{V}吧", "换成{V}", "{V}更好"],
    "ja": ["やっぱり{V}", "{V}の方がいい", "今度は{V}で"],
    "hi": ["अब {V}", "इसकी जगह {V}", "{V} बेहतर होगा"],
}
MEANT = {
    "en": ["no, {U}", "not {T}, {U}", "I meant {U}", "wrong one, {U}", "{U}, not {T}", "no no, {U}!", "I said {U}", "that was meant for {U}", "{U} I said, {T} was fine", "oops, I wanted {U}", "you changed {T}, I asked for {U}"],
    "de": ["nein, {U}", "nicht {T}, {U}", "ich meinte {U}", "falsch, {U}"],
    "fr": ["non, {U}", "pas {T}, {U}", "je voulais dire {U}"],
    "es": ["no, {U}", "{T} no, {U}", "me refería a {U}"],
    "zh": ["不对，是{U}", "不是{T}，是{U}", "我说的是{U}"],
    "ja": ["違う、{U}の方", "{T}じゃなくて{U}", "{U}のことです"],
    "hi": ["नहीं, {U}", "{T} नहीं, {U}", "मेरा मतलब {U} था"],
}
OTHER_WAY = {
    "en": ["no, the other way", "other direction", "wrong direction", "the opposite", "I said the other way round"],
    "de": ["nein, andersrum", "andere Richtung", "falsche Richtung"], "fr": ["non, dans l'autre sens", "l'inverse", "mauvaise direction"], "es": ["no, al revés", "en la otra dirección", "al contrario"],
    "zh": ["反了，另一个方向", "不对，相反"], "ja": ["逆です", "違う、反対方向"], "hi": ["नहीं, उल्टी दिशा में", "दूसरी तरफ़"],
}
VALUE = {
    "en": ["change the color of {T}", "make {T} a different color", "{T} in another color", "replace {T} with something else", "change {T}", "{T} should be different", "swap {T} for something better", "another {t} please", "give {T} a new look", "{T} in some other material"],
    "de": ["{T} in einer anderen Farbe", "ändere {T}", "ersetze {T} durch etwas anderes"], "fr": ["{T} d'une autre couleur", "change {T}", "remplace {T} par autre chose"], "es": ["{T} de otro color", "cambia {T}", "cambia {T} por otra cosa"],
    "zh": ["把{T}换个颜色", "改一下{T}", "把{T}换成别的"], "ja": ["{T}の色を変えて", "{T}を別のものに", "{T}を変えて"], "hi": ["{T} का रंग बदलो", "{T} बदल दो", "{T} की जगह कुछ और"],
}
CHANGE = {
    "en": ["change it", "do something", "fix that", "I don't like it", "make it different", "edit this", "hmm not good", "something else", "can you work on it", "improve... you know"], "de": ["ändere das", "mach was anderes", "gefällt mir nicht"], "fr": ["change ça", "fais quelque chose", "j'aime pas"],
    "es": ["cámbiala", "haz algo", "no me gusta"], "zh": ["改一下", "弄一下", "不好看"], "ja": ["変えて", "なんとかして", "気に入らない"], "hi": ["इसे बदलो", "कुछ करो", "अच्छा नहीं लगा"],
}
BACK = {
    "en": ["go back to picture {k}", "back to the {o} one", "the {o} version again", "I liked number {k} better", "return to turn {k}", "show the {o} one again", "{o} picture please", "let's continue from the {o} one", "restore version {k}"],
    "de": ["zurück zu Bild {k}", "zurück zum {k}. Bild", "Version {k} bitte"], "fr": ["reviens à l'image {k}", "retour à la version {k}", "la {k}e version"], "es": ["vuelve a la imagen {k}", "regresa a la versión {k}", "la {k}ª otra vez"],
    "zh": ["回到第{k}张", "用第{k}张", "恢复第{k}版"], "ja": ["{k}枚目に戻して", "{k}番目のバージョンに戻して"], "hi": ["तस्वीर {k} पर वापस जाओ", "{k} नंबर वाली वापस लाओ"],
}
FORK = {
    "en": ["branch off from picture {k}", "start a new line from the {o} one", "keep this and fork from turn {k}", "new branch at number {k}", "make a copy of the {o} one and work there, leave this as it is"],
    "de": ["neuer Zweig ab Bild {k}", "behalte das und zweige von Bild {k} ab"], "fr": ["nouvelle branche à partir de l'image {k}"], "es": ["nueva rama desde la imagen {k}", "conserva esta y abre otra línea desde la {k}"],
    "zh": ["从第{k}张开个分支", "保留这张，从第{k}张另起一条"], "ja": ["{k}枚目から分岐して"], "hi": ["{k} नंबर से नई शाखा बनाओ"],
}
ON = {"en": ["take number {k} and {M}", "on picture {k}: {M}", "{o} one, but {M}", "go back to turn {k} and {M}"], "de": ["bei Bild {k}: {M}"], "fr": ["sur l'image {k} : {M}"], "es": ["en la imagen {k}: {M}"], "zh": ["在第{k}张上{M}"], "ja": ["{k}枚目を{M}"], "hi": ["तस्वीर {k} में {M}"]}
CHAT = {
    "en": ["thanks", "thank you!", "thanks!", "perfect, thank you", "great", "nice", "love it", "looks good", "wow", "awesome, thanks a lot", "hello", "hi there", "good morning", "ok cool", "bye", "that's it, thanks", "beautiful!", "haha nice one", "you're the best", "what can you do?", "who are you?", "how does this work?", "what is in this picture?", "describe the picture", "what did you change?", "how big is the file?", "what size is it?", "which model is this?", "is this free?", "can you make videos?", "how many things are in there?", "does it look good?", "what do you think?", "any ideas what to improve?"],
    "de": ["danke", "danke schön!", "super, danke", "perfekt", "gefällt mir", "hallo", "guten Morgen", "tschüss", "was kannst du?", "was ist auf dem Bild?", "was hast du geändert?", "wie groß ist das Bild?"],
    "fr": ["merci", "merci beaucoup !", "parfait, merci", "super", "j'adore", "bonjour", "salut", "que peux-tu faire ?", "qu'y a-t-il sur l'image ?", "qu'as-tu changé ?", "quelle est la taille ?"],
    "es": ["gracias", "¡muchas gracias!", "perfecto", "me encanta", "hola", "buenos días", "¿qué puedes hacer?", "¿qué hay en la imagen?", "¿qué cambiaste?", "¿qué tamaño tiene?"],
    "zh": ["谢谢", "太好了", "很棒", "你好", "再见", "你能做什么？", "图里有什么？", "你改了什么？", "图片多大？"],
    "ja": ["ありがとう", "ありがとうございます！", "いいね", "完璧", "こんにちは", "何ができますか？", "この絵には何がありますか？", "何を変えたの？", "サイズは？"],
    "hi": ["धन्यवाद", "शुक्रिया!", "बहुत अच्छा", "नमस्ते", "तुम क्या कर सकते हो?", "तस्वीर में क्या है?", "क्या बदला?"],
}
ABOUT = {
    "en": ["what color is {T}?", "how many {ts} are there?", "where is {T}?", "is {T} big enough?", "can you see {T}?", "what is {T} doing there?", "why is {T} there?"],
    "de": ["welche Farbe hat {Td}?", "wo ist {T}?"], "fr": ["de quelle couleur est {T} ?", "où est {T} ?"], "es": ["¿de qué color es {T}?", "¿dónde está {T}?"], "zh": ["{T}是什么颜色？", "{T}在哪里？"], "ja": ["{T}は何色ですか？", "{T}はどこ？"], "hi": ["{T} का रंग क्या है?", "{T} कहाँ है?"],
}
START = {
    "en": ["back to the start", "back to the beginning", "start over from the original", "the original again", "back to square one", "show me the very first one", "the first version please", "return to how it was at first", "go all the way back"],
    "de": ["zurück zum Anfang", "zurück zum Original", "ganz an den Anfang"], "fr": ["reviens au début", "retour à l'original"], "es": ["vuelve al principio", "regresa al original"], "zh": ["回到最初", "回到原图"], "ja": ["最初に戻して", "元の絵に戻して"], "hi": ["शुरुआत पर वापस", "पहली तस्वीर वापस लाओ"],
}
#: {V} what was asked for in one of the turns.
SHOWN = {
    "en": ["back to the {V} one", "the {V} version again", "go back to the {V} picture", "I liked the {V} one better", "return to {V}", "show me the {V} one again", "take me back to the {V} version", "the one with {V}", "let's go back to when it was {V}", "bring back the {V} one", "restore the {V} picture"],
    "de": ["zurück zu {V}", "die Version mit {V} wieder"], "fr": ["reviens à la version {V}"], "es": ["vuelve a la versión {V}"], "zh": ["回到{V}那张"], "ja": ["{V}のやつに戻して"], "hi": ["{V} वाली पर वापस जाओ"],
}
ORDINALS = "first second third fourth fifth sixth".split()
OPPOSITE = {"up": "down", "down": "up", "warmer": "cooler", "cooler": "warmer", "left": "right", "right": "left", "cw": "ccw", "ccw": "cw", "horizontal": "vertical", "vertical": "horizontal"}
VALUED = {"weather", "season", "time_of_day", "restyle", "aspect", "crop", "background", "viewpoint", "light", "material"}
ALIKE = {"en": ["the {C} {t}", "the {t} on the {R}", "the {R} {t}", "the {t} in {C}", "the {C} one"], "zh": ["{C}的{t}", "{R}的{t}"], "ja": ["{C}の{t}", "{R}の{t}"], "de": ["{t} {R}", "{C}e {t}"], "fr": ["{T} {C}", "{T} {R}"], "es": ["{T} {C}", "{T} de {R}"], "hi": ["{C} {t}", "{R} वाला {t}"]}
SIDES = {"en": {"left": "left", "right": "right"}, "zh": {"left": "左边", "right": "右边"}, "ja": {"left": "左", "right": "右"}, "de": {"left": "links", "right": "rechts"}, "fr": {"left": "de gauche", "right": "de droite"}, "es": {"left": "la izquierda", "right": "la derecha"}, "hi": {"left": "बाएँ", "right": "दाएँ"}}


def split_amount(wording: str) -> tuple[str, str]:
    text, _, amount = wording.partition(" =")
    return text, amount


class Talker:
    """compose: a Composer, for its scenes, patterns and words."""

    def __init__(self, compose):
        self.c, self.rng = compose, compose.rng

    def __call__(self, lang: str):
        """(message, expect, history, uploads, images), or None where the draw does not fit."""
        what = self.rng.choices([self.ellipsis, self.correction, self.alike, self.unclear, self.moves, self.words], [28, 17, 25, 10, 14, 12])[0]
        return what(lang)

    def edit(self, lang: str, wanted):
        """A first edit about a scene: (pattern, message, op, references, scene, chosen)."""
        for _ in range(12):
            pattern = self.c.pick(lang)
            if pattern.kind not in ("edit", "style_transfer") or not wanted(pattern):
                continue
            scene, chosen = self.c.scene(lang)
            made = self.c.say(pattern, lang, scene, chosen)
            if made:
                return pattern, *made, scene, chosen
        return None

    def session(self, scene, turns):
        """History of a made picture and edits of it: [(message, op)]."""
        if self.rng.random() < 0.4:
            scene = scene + backdrop(self.rng, scene, "")
        history = [{"role": "user", "text": "a picture"}, {"role": "assistant", "turn": 1, "ops": [{"op": "create", "subject": [e["name"] for e in scene[:2]]}], "scene": scene}]
        for n, (message, op) in enumerate(turns):
            history += [{"role": "user", "text": message}, {"role": "assistant", "turn": n + 2, "ops": [op], "scene": scene}]
        return history

    def after(self, message, op, scene):
        before = []
        for _ in range(self.rng.choice((0, 0, 1, 2))):
            filler = self.edit("en", lambda p: not p.refs)
            if filler:
                before.append((filler[1], filler[2]))
        return self.session(scene, [*before, (message, op)])

    def ellipsis(self, lang):
        r = self.rng
        made = self.edit(lang, lambda p: "direction" in p.slots or p.refs or p.op in VALUED or "C" in p.slots.values())
        if not made:
            return None
        pattern, message, op, refs, scene, chosen = made
        scene = copy.deepcopy(scene)
        (t_element, t), (u_element, u) = chosen[0], chosen[1]
        own = f"el:{t_element['id']}"
        now, kind = None, pattern.kind
        ways = []
        if "direction" in op and pattern.op not in ("rotate", "flip"):
            ways += ["more", "more", "less"]
        if pattern.slots.get("target") == "T" and pattern.refs == ["T"] and pattern.op not in ("add", "replace", "crop", "keep") and u_element["name"] not in str(op):
            ways += ["too", "too"]
        if pattern.op == "recolor" or (pattern.op in VALUED and "S" in pattern.slots.values()):
            ways += ["rather", "rather"]
        if pattern.op == "add" and "count" not in op:
            ways += ["added", "added"]
        if not ways:
            return None
        way = r.choice(ways)
        if way in ("more", "less"):
            say, amount = split_amount(r.choice((MORE if way == "more" else LESS)[lang]))
            now = {k: v for k, v in op.items() if k != "amount"}
            if way == "less":
                now["direction"] = OPPOSITE[op["direction"]]
            if amount:
                now["amount"] = amount
            refs = list(refs)
        elif way == "too":
            say = r.choice(TOO[lang]).replace("{U}", self.c.the(u, lang))
            now, refs = {**op, "target": u.name}, [f"el:{u_element['id']}"]
        elif way == "rather":
            label, word = self.c.value_of(pattern, lang)
            if label == op.get("value"):
                return None
            say = r.choice(RATHER[lang]).replace("{V}", word)
            now = {k: v for k, v in op.items() if k != "amount"} | {"value": label}
        else:
            new = {"id": op["target"].split(" ")[-1] + "9", "name": op["target"], "region": "center"}
            scene.append(new)
            label, word = self.c.color(lang)
            choice = r.choice(("bigger", "smaller", "color", "move", "gone"))
            words = {
                "bigger": {"en": ["bigger", "make it bigger", "larger please", "it's too small"], "de": ["größer", "mach es größer"], "fr": ["plus grand"], "es": ["más grande"], "zh": ["大一点", "放大"], "ja": ["もっと大きく"], "hi": ["इसे बड़ा करो"]},
                "smaller": {"en": ["smaller", "shrink it", "it's too big"], "de": ["kleiner"], "fr": ["plus petit"], "es": ["más pequeño"], "zh": ["小一点"], "ja": ["もっと小さく"], "hi": ["इसे छोटा करो"]},
                "color": {"en": ["make it {V}", "in {V}", "{V} please", "paint it {V}"], "de": ["in {V}", "mach es {V}"], "fr": ["en {V}"], "es": ["en {V}", "que sea {V}"], "zh": ["改成{V}"], "ja": ["{V}にして"], "hi": ["इसे {V} करो"]},
                "move": {"en": ["move it left", "more to the left"], "de": ["weiter nach links"], "fr": ["plus à gauche"], "es": ["más a la izquierda"], "zh": ["往左一点"], "ja": ["もっと左に"], "hi": ["इसे बाईं ओर करो"]},
                "gone": {"en": ["remove it again", "take it away", "delete it"], "de": ["nimm es wieder weg"], "fr": ["enlève-le"], "es": ["quítalo"], "zh": ["把它去掉"], "ja": ["それを消して"], "hi": ["इसे हटा दो"]},
            }[choice][lang]
            say = r.choice(words).replace("{V}", word)
            now = {"bigger": {"op": "scale", "direction": "up"}, "smaller": {"op": "scale", "direction": "down"}, "color": {"op": "recolor", "value": label}, "move": {"op": "move", "direction": "left"}, "gone": {"op": "remove"}}[choice] | {"target": op["target"]}
            refs = [f"el:{new['id']}"] + ([] if choice == "gone" and r.random() < 0.5 else ["edit:last"])
            return say, {"kind": "edit", "ops": [now], "refers_to": refs}, self.after(message, op, scene), [], 0
        if pattern.op == "recolor" and way != "too":
            refs = [own]
        return say, {"kind": kind, "ops": [now], "refers_to": sorted({*refs, "edit:last"})}, self.after(message, op, scene), [], 0

    def correction(self, lang):
        r = self.rng
        made = self.edit(lang, lambda p: p.slots.get("target") == "T" and p.refs == ["T"] and p.op not in ("add", "crop", "keep", "replace") or "direction" in p.slots and p.op in ("move", "rotate", "flip", "extend"))
        if not made:
            return None
        pattern, message, op, refs, scene, chosen = made
        (_, t), (u_element, u) = chosen[0], chosen[1]
        if op.get("direction") in OPPOSITE and pattern.op in ("move", "rotate", "flip") and r.random() < 0.5:
            say = r.choice(OTHER_WAY[lang])
            now = {**op, "direction": OPPOSITE[op["direction"]]}
        elif pattern.slots.get("target") == "T":
            say = r.choice(MEANT[lang]).replace("{U}", self.c.the(u, lang)).replace("{T}", self.c.the(t, lang))
            now, refs = {**op, "target": u.name}, [f"el:{u_element['id']}"]
        else:
            return None
        return say, {"kind": "edit", "ops": [{"op": "undo"}, now], "refers_to": sorted({*refs, "edit:last"})}, self.after(message, op, scene), [], 0

    def twins(self, lang):
        """A scene with two or three of a thing, of other colours and places: (scene, chosen, twins)."""
        scene, chosen = self.c.scene(lang)
        scene = copy.deepcopy(scene)
        element, noun = scene[0], chosen[0][1]
        colors = self.rng.sample(self.c.colors(lang), 3)
        regions = self.rng.sample(["left", "right", "center"], 3)
        twins = []
        for i in range(self.rng.choice((2, 2, 3))):
            twins.append({**element, "id": f"{element['id']}t{i}", "color": colors[i], "region": regions[i]})
        rest = scene[1:]
        scene = [*twins, *rest]
        return scene, [(twins[0], noun), *[(e, n) for e, (_, n) in zip(rest, chosen[1:])]], twins

    def with_target(self, lang, scene, chosen, phrase):
        """An edit of the first chosen thing, which the message calls by the phrase."""
        for _ in range(12):
            pattern = self.c.pick(lang)
            if pattern.kind == "edit" and pattern.refs == ["T"] and pattern.op not in ("crop", "keep", "set_count"):
                made = self.c.say(pattern, lang, scene, chosen, alike=True, phrase=phrase)
                if made:
                    return made
        return None

    def shown(self, scene):
        if self.rng.random() < 0.5:
            return [], [scene], 1
        return self.session(scene, []), [], 0

    def alike(self, lang):
        r = self.rng
        scene, chosen, twins = self.twins(lang)
        one = r.choice(twins)
        noun = chosen[0][1]
        phrase = r.choice(ALIKE[lang])
        if "{R}" in phrase and one["region"] not in SIDES[lang]:
            return None
        if lang == "en" and phrase == "the {C} one" and r.random() < 0.7:
            return None
        phrase = phrase.replace("{C}", self.c.color_word(lang, one["color"])).replace("{R}", SIDES[lang].get(one["region"], "")).replace("{t}", noun.word).replace("{T}", self.c.the(noun, lang))
        made = self.with_target(lang, scene, [(one, noun), *chosen[1:]], phrase)
        if not made:
            return None
        message, op, refs = made
        r.shuffle(scene)
        history, uploads, images = self.shown(scene)
        return message, {"kind": "edit", "ops": [op], "refers_to": refs + ["image:1"] * images}, history, uploads, images

    def unclear(self, lang):
        r = self.rng
        way = r.choice(("target", "target", "target", "value", "value", "change", "upload"))
        refs, op = [], None
        if way == "target":
            scene, chosen, twins = self.twins(lang)
            made = self.with_target(lang, scene, chosen, None)
            if not made:
                return None
            message, refs = made[0], [f"el:{e['id']}" for e in twins]
            r.shuffle(scene)
        elif way == "value":
            scene, chosen = self.c.scene(lang)
            noun = chosen[0][1]
            message, refs = r.choice(VALUE[lang]).replace("{T}", self.c.the(noun, lang)).replace("{t}", noun.word), [f"el:{chosen[0][0]['id']}"]
        elif way == "change":
            scene, _ = self.c.scene(lang)
            message = r.choice(CHANGE[lang])
        else:
            pattern = self.c.pick(lang)
            scene, chosen = self.c.scene(lang)
            if pattern.kind != "edit" or pattern.refs or pattern.op in ("add", "add_text", "aspect", "background", "weather", "season", "time_of_day", "light", "viewpoint"):
                return None
            made = self.c.say(pattern, lang, scene, chosen)
            if not made:
                return None
            return made[0], {"kind": "clarify", "ops": [], "refers_to": [], "ask": "upload"}, [], [], 0
        history, uploads, images = self.shown(scene)
        return message, {"kind": "clarify", "ops": [], "refers_to": refs + ["image:1"] * images, "ask": way}, history, uploads, images

    def words(self, lang):
        """Thanks, greetings, questions: words come back, and no picture."""
        r = self.rng
        scene, chosen = self.c.scene(lang)
        noun, refs = chosen[0][1], []
        if r.random() < 0.3:
            message = r.choice(ABOUT[lang]).replace("{Td}", self.c.the(noun, lang, 1)).replace("{T}", self.c.the(noun, lang)).replace("{ts}", noun.plural)
            refs = [f"el:{chosen[0][0]['id']}"]
        else:
            message = r.choice(CHAT[lang])
        made = self.edit(lang, lambda p: True)
        history = self.after(made[1], made[2], scene) if made else self.session(scene, [])
        if not refs and r.random() < 0.2:
            history = []
        return message, {"kind": "question", "ops": [], "refers_to": refs}, history, [], 0

    def moves(self, lang):
        r = self.rng
        scene, _ = self.c.scene(lang)
        turns = []
        for _ in range(r.choice((2, 3, 4, 5))):
            made = self.edit("en", lambda p: not p.refs)
            if made:
                turns.append((made[1], made[2]))
        history = self.session(scene, turns)
        last = len(turns) + 1
        k = r.randrange(1, min(last, 6))
        fill = lambda text: text.replace("{k}", str(k)).replace("{o}", ORDINALS[k - 1])
        way = r.choice(("back", "back", "start", "shown", "shown", "fork", "on"))
        if way == "start":
            return r.choice(START[lang]), {"kind": "revert_to", "ops": [], "refers_to": ["turn:1"]}, history, [], 0
        if way == "shown":
            return self.back_by_content(lang, scene, turns)
        if way == "back":
            return fill(r.choice(BACK[lang])), {"kind": "revert_to", "ops": [], "refers_to": [f"turn:{k}"]}, history, [], 0
        if way == "fork":
            return fill(r.choice(FORK[lang])), {"kind": "branch", "ops": [], "refers_to": [f"turn:{k}"]}, history, [], 0
        made = self.edit(lang, lambda p: not p.refs and p.kind == "edit")
        if not made:
            return None
        return fill(r.choice(ON[lang])).replace("{M}", made[1]), {"kind": "edit", "ops": [made[2]], "refers_to": [f"turn:{k}"]}, history, [], 0

    def back_by_content(self, lang, scene, turns):
        """Back to a picture that is named by what was asked for in its turn."""
        r = self.rng
        made = self.edit(lang, lambda p: p.op in ("weather", "season", "time_of_day", "restyle", "background") and "S" in p.slots.values() and "amount" not in p.slots and not p.refs)
        if not made:
            return None
        pattern, message, op = made[:3]
        values = pattern.values.get("en", [])
        if op.get("value") not in values:
            return None
        word = (pattern.values.get(lang) or values)[values.index(op["value"])]
        others = [t for t in turns if t[1]["op"] != op["op"]]
        at = r.randrange(len(others)) if others else 0
        order = [*others[:at], (message, op), *(others[at:] or [("more contrast", {"op": "contrast", "direction": "up"})])]
        return r.choice(SHOWN[lang]).replace("{V}", word), {"kind": "revert_to", "ops": [], "refers_to": [f"turn:{at + 2}"]}, self.session(scene, order), [], 0
