"""Lettering: what is written anew, where and how; what stands on a thing and becomes other words. English, words in many scripts."""
from __future__ import annotations

from augment import COLORS

CARRIERS = ["sign", "banner", "poster", "label", "mug", "t-shirt", "neon sign", "plaque", "book", "billboard", "blackboard", "cake", "storefront", "ticket", "cap", "truck", "tombstone", "menu board", "flag", "button", "screen", "door", "box", "bottle"]
FONTS = ["bold", "handwritten", "serif", "sans serif", "script", "gothic", "comic", "italic", "typewriter", "brush", "stencil", "calligraphy"]
WHERE = {"top": ["at the top", "across the top", "on top"], "bottom": ["at the bottom", "along the bottom", "underneath"], "center": ["in the middle", "in the center"], "top left": ["top left", "in the top left corner"], "top right": ["top right", "in the top right corner"], "bottom left": ["bottom left", "in the bottom left corner"],
         "bottom right": ["bottom right", "in the bottom right corner"], "left": ["on the left"], "right": ["on the right"], "background": ["in the background"]}
#: {Q} the words between quotation marks or bare (then only at the end), {R} the place, {C} a colour, {F} a font, {Z} a size.
NEW = ["write {Q}", "add the text {Q}", "add {Q} {R}", "write {Q} {R}", "put {Q} {R}", "{Q} {R} please", "caption it {Q}", "put the words {Q} {R} in {C}", "write {Q} in {C} {R}", "in {C}, {R}: {Q}", "add {Q} in {F} letters", "{F} text {R}: {Q}", "write {Q} {R} in {C} {F} letters", "{Z} letters {R}: {Q}", "put {Z} {C} letters {R} saying {Q}", "headline {R}: {Q}", "I need {Q} {R}", "it should say {Q} {R}",
       "text {Q} in {C}", "title: {Q}", "sign it {Q} {R}", "a {C} caption {R}: {Q}", "stick {Q} {R}, {F} font", "have it say {Q}", "letter it with {Q} {R}", "can you write {Q} {R}?", "write {R}: {Q}", "lettering in {C}, {F}: {Q}", "add a line {R} that reads {Q}", "{Q} as {C} text {R}"]
ON_A_THING = ["write {Q} on the {T}", "put {Q} on the {T}", "the {T} should say {Q}", "add {Q} to the {T}", "print {Q} on the {T} in {C}", "{C} letters {Q} on the {T}", "engrave {Q} on the {T}", "paint {Q} on the {T}", "the {T} gets the words {Q}", "letter the {T} with {Q}", "I want {Q} written on the {T}"]
OTHER = ["change the text on the {T} to {Q}", "the {T} should say {Q}", "make the {T} read {Q}", "replace {O} with {Q}", "{O} should be {Q}", "instead of {O} write {Q}", "change {O} to {Q}", "swap {O} for {Q}", "not {O} but {Q}", "correct {O} to {Q}", "the wording on the {T}: {Q}", "new text for the {T}: {Q}", "{T}: {Q} instead of {O}", "let the {T} say {Q}", "rewrite the {T} as {Q}", "it says {O}, it should say {Q}", "turn {O} into {Q}", "the {T} reads {O}, make it {Q}", "the {T} should read {Q} in {C}", "update the {T} to {Q}"]
RESTYLED = [("make the letters on the {T} {C}", "color"), ("{O} in {C}", "color"), ("{C} lettering on the {T}", "color"), ("bigger letters on the {T}", "large"), ("make {O} bigger", "large"), ("smaller text on the {T}", "small"), ("{F} letters for {O}", "font"), ("set the text on the {T} in {F}", "font"), ("the writing on the {T} in {F} please", "font")]
GONE = ["remove the text from the {T}", "take the writing off the {T}", "no text on the {T}", "blank {T}, no letters", "erase {O}"]


NAMES = "Anna Luis Mia Omar Priya Jonas Lea Kenji Sofia Tom Emma Ravi Zoe Hugo Nina Paul Ines Max Lena Sam".split()
PLAIN = ["Sale", "Closed", "Open", "Menu", "Exit", "Welcome", "Thank you", "Coming soon", "Sold out", "New", "Free coffee", "Staff only", "Do not disturb", "Best dad ever", "Good luck", "Save the date", "Merry Christmas", "Stay wild", "Home sweet home", "Push", "Pull", "Caution", "Beware of the dog", "Live music", "Tickets", "Fresh fish", "Hot soup", "Lost and found", "Let's go", "Be kind", "Made with love", "Under construction"]


def wording(r, nouns: list[str]) -> str:
    """Words that may stand on a picture."""
    a, b = (r.choice(nouns) for _ in range(2))
    n = r.randrange(1, 100)
    made = r.choice([a, f"the {a}", f"{a} & {b}", f"{a} {b}", f"{r.choice(NAMES)}'s {a}", f"{r.choice(NAMES)} & {r.choice(NAMES)}", f"{a} {n}", f"no {a}", f"{n}% off", f"{r.randrange(1, 13)}.{r.randrange(1, 13)}.2026", f"{r.randrange(1900, 2030)}", f"{n},50 €", f"{a} club", f"I love {a}", f"happy birthday {r.choice(NAMES)}", f"{a}?", f"{a}!", *r.sample(PLAIN, 6)])
    return r.choice([made, made, made.title(), made.upper(), made.capitalize()])


def told(talk, lettering: list[str]):
    """(message, expect, history, uploads, images) of a Talker, or None where the draw does not fit."""
    r, c = talk.rng, talk.c
    scene, chosen = c.scene("en")
    names = [n.word for n in c.nouns["en"]]
    new, old = (r.choice(lettering) if r.random() < 0.15 else wording(r, names) for _ in range(2))
    if new.lower() == old.lower():
        return None
    color, font, size = r.choice(COLORS), r.choice(FONTS), r.choice(("big", "small", "large", "tiny", "huge"))
    carrier = {"id": "carrier1", "name": r.choice(CARRIERS), "region": r.choice(("left", "right", "center", "top")), "value": old}
    if any(w in e["name"] for e in scene for w in carrier["name"].split()):
        return None

    def say(text: str, thing: str = "") -> tuple[str, str]:
        """The message and its place."""
        place = r.choice(sorted(WHERE))
        quotes = r.choice((('"', '"'), ('"', '"'), ("'", "'"), ("“", "”")))
        bare = text.endswith("{Q}") and r.random() < 0.35
        said = text.replace("{Q}", new if bare else quotes[0] + new + quotes[1]).replace("{R}", r.choice(WHERE[place])).replace("{C}", color).replace("{F}", font).replace("{Z}", size).replace("{T}", thing)
        return said.replace("{O}", quotes[0] + old + quotes[1] if r.random() < 0.5 else old), place if "{R}" in text else ""

    def look(text: str) -> dict:
        found = {}
        if "{C}" in text:
            found["color"] = color
        if "{F}" in text:
            found["font"] = font
        if "{Z}" in text:
            found["size"] = "large" if size in ("big", "large", "huge") else "small"
        return found

    way = r.choices(["new", "on", "other", "restyled", "gone"], [36, 16, 32, 10, 6])[0]
    if way in ("new", "on"):
        text = r.choice(NEW if way == "new" else ON_A_THING)
        thing, refs = chosen[0][0], []
        message, place = say(text, thing["name"])
        op = {"op": "add_text", "value": new, **look(text)}
        if way == "on":
            place, refs = f"on the {thing['name']}", [f"el:{thing['id']}"]
        if place:
            op["region"] = place
    else:
        scene = [*scene[:4], carrier]
        r.shuffle(scene)
        refs = ["el:carrier1"]
        if way == "other":
            text = r.choice(OTHER)
            op = {"op": "edit_text", "target": old, "value": new, **look(text)}
        elif way == "restyled":
            text, what = r.choice(RESTYLED)
            op = {"op": "edit_text", "target": old, **look(text), **({"size": what} if what in ("large", "small") else {})}
        else:
            text = r.choice(GONE)
            op = {"op": "remove", "target": "text"}
        message, _ = say(text, carrier["name"])
    history, uploads, images = talk.shown(scene)
    return message, {"kind": "edit", "ops": [op], "refers_to": refs + ["image:1"] * images}, history, uploads, images
