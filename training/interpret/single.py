"""Right after a picture was made: "it" is the one thing in it; with two things it has to be asked which; one more, and how many."""
from __future__ import annotations

from augment import backdrop

#: {C} a colour, {M} a number, {t} {ts} the thing.
COLORED = {
    "en": ["make it {C}", "paint it {C}", "in {C} please", "turn it {C}", "now in {C}", "can it be {C}?", "{C} instead", "I want it {C}", "it should be {C}", "what about {C}", "color it {C}", "{C}", "hm, {C}", "I'd prefer it {C}", "change it to {C}"],
    "de": ["mach es {C}", "lieber {C}", "in {C} bitte", "mal es {C} an"], "fr": ["mets-le en {C}", "en {C} plutôt", "fais-le en {C}"], "es": ["hazlo {C}", "en {C} mejor", "que sea {C}"], "zh": ["改成{C}", "换成{C}的", "要{C}的"], "ja": ["{C}にして", "{C}がいい"], "hi": ["इसे {C} कर दो", "{C} में"],
}
SCALED = {
    "en": [("make it bigger", "up"), ("bigger please", "up"), ("it's too small", "up"), ("larger", "up"), ("make it smaller", "down"), ("smaller", "down"), ("it's too big", "down"), ("shrink it", "down"), ("a bigger one", "up")],
    "de": [("mach es größer", "up"), ("kleiner bitte", "down")], "fr": [("plus grand", "up"), ("plus petit", "down")], "es": [("más grande", "up"), ("más pequeño", "down")], "zh": [("大一点", "up"), ("小一点", "down")], "ja": [("もっと大きく", "up"), ("小さくして", "down")], "hi": [("इसे बड़ा करो", "up"), ("छोटा करो", "down")],
}
MORE = {
    "en": ["another one in {C}", "one more, {C}", "and a {C} one", "one more, but {C}", "another one, this time {C}", "add a {C} one", "plus a {C} one", "a {C} one as well", "a second one in {C}"],
    "de": ["noch einen in {C}", "noch eins, {C}"], "fr": ["encore un, en {C}", "un autre en {C}"], "es": ["otro más, {C}", "uno más en {C}"], "zh": ["再来一个{C}的", "再加一个，{C}"], "ja": ["もう一つ、{C}で", "{C}のをもう一つ"], "hi": ["एक और, {C}"],
}
COUNTED = {
    "en": ["make it {M}", "make that {M}", "{M} of them", "only {M}", "just {M} please", "I want {M}", "there should be {M}", "better {M}", "no, {M}", "let it be {M}", "{M} is enough", "exactly {M}"],
    "de": ["mach {M} daraus", "nur {M}", "lieber {M}"], "fr": ["plutôt {M}", "mets-en {M}", "seulement {M}"], "es": ["mejor {M}", "que sean {M}", "solo {M}"], "zh": ["改成{M}个", "只要{M}个"], "ja": ["{M}つにして", "{M}つだけ"], "hi": ["{M} कर दो", "सिर्फ़ {M}"],
}
FEWER = ["remove one {t}", "take one {t} away", "one {t} less", "one {t} fewer", "remove one of the {ts}", "take one of the {ts} out", "one of the {ts} should go"]
WORN = ["and a {S}", "a {S} too", "{S} as well", "also a {S}", "with a {S}", "plus a {S}", "now a {S}", "give them a {S}", "and {S}", "a {S}"]
WEARABLE = "hat|scarf|crown|necklace|backpack|cape|beard|mustache|bow tie|headphones|sunglasses|glasses|gloves|earrings|mask|apron|medal|flower crown|helmet|watch".split("|")


def told(talk, lang: str):
    """(message, expect, history, uploads, images) of a Talker, or None where the draw does not fit."""
    r, c = talk.rng, talk.c
    scene, chosen = c.scene(lang)
    (thing, noun), (second, _) = chosen[0], chosen[1]
    color, word = c.color(lang)
    way = r.choices(["colored", "scaled", "more", "counted", "asked", "fewer", "worn"], [30, 10, 18, 16, 10, 8, 10])[0]
    if way in ("fewer", "worn") and lang != "en" or noun.word.endswith("s") and lang == "en":
        return None
    alike = [dict(thing)]
    if way in ("counted", "fewer") or way == "more" and r.random() < 0.5:
        alike = [{**thing, "id": f"{thing['id']}n{k}", "region": region} for k, region in enumerate(r.sample(["left", "center", "right", "bottom", "top"], r.choice((2, 3, 4, 5))))]
    shown = [*alike, dict(second)] if way == "asked" else alike
    subject = [thing["name"] if len(alike) == 1 else f"{['two', 'three', 'four', 'five'][len(alike) - 2]} {noun.plural if lang == 'en' else thing['name']}", *([second["name"]] if way == "asked" else [])]
    all_of_it = shown + backdrop(r, shown, "")
    refs, ask, op = [f"el:{e['id']}" for e in alike], None, None
    if way == "colored" or way == "asked":
        message = r.choice(COLORED[lang] if way == "colored" else COLORED[lang][:4]).replace("{C}", word)
        op = {"op": "recolor", "target": thing["name"], "value": color}
        if way == "asked":
            op, ask, refs = None, "target", [*refs, f"el:{second['id']}"]
    elif way == "scaled":
        message, direction = r.choice(SCALED[lang])
        op = {"op": "scale", "target": thing["name"], "direction": direction}
    elif way == "more":
        message, refs = r.choice(MORE[lang]).replace("{C}", word), []
        op = {"op": "add", "target": thing["name"], "color": color}
    elif way == "counted":
        number = r.choice([n for n in range(2, 10) if n != len(alike)])
        words = c.number_words(lang)
        message = r.choice(COUNTED[lang]).replace("{M}", r.choice((str(number), words[number - 1])))
        op = {"op": "set_count", "target": thing["name"], "count": number}
    elif way == "fewer":
        message, refs = r.choice(FEWER).replace("{ts}", noun.plural).replace("{t}", noun.word), []
        op = {"op": "remove", "target": thing["name"], "count": 1}
    else:
        if not c.living(thing["name"]):
            return None
        item = r.choice(WEARABLE)
        message = r.choice(WORN).replace("a {S}", item if item.endswith("s") else "a {S}").replace("{S}", item)
        op = {"op": "add", "target": item, "region": f"on the {thing['name']}"}
    expect = {"kind": "edit" if op else "clarify", "ops": [op] if op else [], "refers_to": sorted(refs), **({"ask": ask} if ask else {})}
    history = [{"role": "user", "text": " and ".join(subject)}, {"role": "assistant", "turn": 1, "ops": [{"op": "create", "subject": subject}], "scene": all_of_it}]
    return message, expect, history, [], 0
