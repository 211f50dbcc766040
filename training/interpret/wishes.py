"""Wishes for new pictures, in English, from things and facets: counts and colours stay with their things, everything else is a constraint."""
from __future__ import annotations

import re

from augment import COLORS

OPENINGS = ["", "", "", "", "draw ", "make ", "create ", "generate ", "paint ", "I want ", "i need ", "show me ", "give me ", "can you draw ", "could you make ", "picture of ", "a picture of ", "an image of ", "please draw ", "imagine ", "let's have "]
NUMBERS = "two three four five six seven eight nine ten".split()
ADJECTIVES = "tiny huge small big old broken wooden sleeping shiny fluffy rusty striped tall ancient glowing frozen round wet lonely crooked golden young empty flying floating running dancing".split()
JOINTS = [" and ", " and ", " with ", " next to ", " on ", " under ", " behind ", " in front of ", " beside ", ", ", " near ", " above ", " between ", " inside "]
#: Label and how it is said: at the head ("... of "), at the end.
COMPOSITION = [
    ("close-up", ["close-up of ", "a close up of "], [", close-up", ", close up", ", up close"]), ("from above", [], [", from above", " seen from above", ", view from above"]),
    ("bird's eye view", ["bird's eye view of "], [", bird's eye view"]), ("low angle", ["low angle shot of "], [", low angle", ", shot from a low angle"]),
    ("wide shot", ["wide shot of ", "a wide shot of "], [", wide shot"]), ("centered", [], [", centered", ", perfectly centered"]), ("portrait", ["portrait of ", "a portrait of "], []),
    ("side view", ["side view of "], [", side view", ", from the side"]), ("from behind", [], [", from behind", " seen from behind"]), ("macro", ["macro shot of ", "macro of "], [", macro"]),
    ("symmetrical", [], [", symmetrical", ", symmetrical composition"]), ("rule of thirds", [], [", rule of thirds", ", composed by the rule of thirds"]), ("full body", ["full body shot of "], [", full body"]),
    ("flat lay", ["flat lay of "], [", flat lay"]), ("aerial view", ["aerial view of "], [", aerial view"]), ("panorama", ["panoramic view of "], [", panoramic"]), ("from below", [], [", from below", " seen from below"]),
    ("negative space", [], [", lots of negative space", ", with a lot of empty space"]), ("over the shoulder", [], [", over the shoulder"]), ("extreme close-up", ["extreme close-up of "], [", extreme close-up"]),
]
MOODS = "cozy eerie dreamy cheerful gloomy melancholic peaceful mysterious romantic whimsical tense nostalgic majestic playful ominous serene festive solemn spooky calm epic magical lonely happy sad dark hopeful chaotic tender".split()
LIGHTS = ["soft light", "neon light", "candlelight", "dramatic lighting", "backlight", "studio lighting", "moonlight", "spotlight", "rim light", "harsh sunlight", "warm lamplight", "firelight", "sunbeams", "low key lighting", "morning light", "evening light", "golden light", "lantern light"]
STYLES = ["watercolor", "oil painting", "pixel art", "anime", "cartoon", "pencil sketch", "charcoal drawing", "3d render", "low poly", "flat vector", "line art", "woodcut", "linocut", "gouache", "stained glass", "claymation", "paper cut", "comic", "manga", "ukiyo-e", "art deco", "art nouveau", "cubist", "impressionist", "photorealistic", "film photo", "polaroid", "cyberpunk", "steampunk", "vaporwave", "origami", "crayon drawing", "ink drawing", "children's book illustration", "mosaic", "embroidery", "blueprint", "chalk drawing", "isometric", "minimalist", "pop art", "surrealist"]
TIMES = ["night", "dawn", "dusk", "sunset", "sunrise", "noon", "midnight", "golden hour", "blue hour"]
WEATHER = [("rain", [" in the rain", ", rain", ", rainy"]), ("snow", [" in the snow", ", snow"]), ("fog", [" in fog", " in thick fog", ", foggy"]), ("storm", [" in a storm", ", stormy"]), ("wind", [", windy"]), ("mist", [" in the mist", ", misty"]), ("cloudy", [", cloudy", ", overcast"])]
BACKGROUNDS = ["white", "black", "plain", "transparent", "blue", "pastel pink", "dark", "gradient", "city", "forest", "mountain", "starry", "wooden", "marble", "gray", "beach"]
USES = ["poster", "album cover", "book cover", "sticker", "logo", "icon", "birthday card", "greeting card", "postcard", "phone wallpaper", "desktop wallpaper", "banner", "t-shirt print", "tattoo", "invitation", "flyer", "coloring page", "magazine cover", "menu", "bookmark", "profile picture", "stamp", "tarot card", "youtube thumbnail"]
AVOID = ["people", "text", "shadows", "animals", "trees", "cars", "clouds", "buildings", "birds", "water", "frame", "watermark", "humans", "flowers"]
ASPECTS = [("16:9", [", 16:9", ", in 16:9"]), ("1:1", [", 1:1"]), ("square", [", square", ", square format"]), ("portrait", [", portrait format", ", vertical"]), ("landscape", [", landscape format", ", horizontal"]), ("9:16", [", 9:16"]), ("4:5", [", 4:5"]), ("3:2", [", 3:2"])]


class Wisher:
    """compose: a Composer, for its things and its lettering."""

    def __init__(self, compose, lettering: list[str]):
        self.c, self.rng, self.lettering = compose, compose.rng, lettering

    def thing(self) -> tuple[str, str]:
        """(as it is labelled, as it is said)"""
        r = self.rng
        noun = r.choice(self.c.nouns["en"])
        parts = []
        if r.random() < 0.3:
            parts.append(r.choice(ADJECTIVES))
        if r.random() < 0.4:
            parts.append(r.choice(COLORS))
        plural = noun.word.endswith("s") and not noun.word.endswith("ss")
        if r.random() < 0.4 and not plural:
            i = r.randrange(len(NUMBERS))
            label = " ".join([NUMBERS[i], *parts, noun.plural])
            return label, " ".join([r.choice((NUMBERS[i], NUMBERS[i], str(i + 2))), *parts, noun.plural])
        label = " ".join([*parts, noun.word])
        if plural or r.random() < 0.1:
            return label, label
        if r.random() < 0.06:
            return label, "one " + label
        return label, ("an " if label[0] in "aeiou" else "a ") + label

    def __call__(self) -> tuple[str, list[dict], dict]:
        """(message, ops, constraints)"""
        r = self.rng
        constraints: dict = {}
        things = [self.thing() for _ in range(r.choice((1, 1, 2, 2, 2, 3)))]
        said = things[0][1]
        for i, (_, words) in enumerate(things[1:]):
            said += (r.choice(JOINTS) if i == len(things) - 2 else ", ") + words
        ops = [{"op": "create", "subject": [label for label, _ in things]}]
        head, tails = "", []
        for name in r.sample(["style", "mood", "composition", "lighting", "time_of_day", "weather", "season", "background", "palette", "aspect", "use", "text", "count", "avoid"], r.choice((0, 1, 1, 2, 2, 3, 4))):
            if name == "avoid":
                away = r.choice(AVOID)
                if any(away.rstrip("s") in label for label, _ in things):
                    continue
                ops.append({"op": "avoid", "target": away})
                tails.append(r.choice([", no {}", " without {}", " but no {}", ", without any {}", ", leave out the {}", ", {}-free"][: 5 if " " in away else 6]).format(away))
                continue
            value, opening, tail = getattr(self, name)()
            if opening and (head or not tail or r.random() < 0.4):
                if head:
                    continue
                head = opening
            elif tail:
                tails.append(tail)
            else:
                continue
            constraints[name] = value
        r.shuffle(tails)
        message = (head or r.choice(OPENINGS)) + said + "".join(tails)
        return re.sub(r"^, ", "", message), ops, constraints

    def style(self):
        s = self.rng.choice(STYLES)
        return s, self.rng.choice([f"{s} of ", f"a {s} of ", ""]), self.rng.choice([f", {s}", f", {s}", f" in {s} style", f", {s} style", f" as {s}", f", done as {s}"])

    def mood(self):
        m = self.rng.choice(MOODS)
        return m, self.rng.choice([f"a {m} picture of ", f"a {m} scene: ", f"something {m}: ", ""]), self.rng.choice([f", {m}", f", {m} mood", f", {m} atmosphere", f", it should feel {m}", f", {m} feeling"])

    def composition(self):
        label, heads, tails = self.rng.choice(COMPOSITION)
        return label, self.rng.choice(heads) if heads else "", self.rng.choice(tails) if tails else ""

    def lighting(self):
        light = self.rng.choice(LIGHTS)
        return light, "", self.rng.choice([f", {light}", f" in {light}", f", lit by {light}", f", {light}"])

    def time_of_day(self):
        t = self.rng.choice(TIMES)
        return t, "", self.rng.choice([f" at {t}", f", {t}", f" at {t}"])

    def weather(self):
        label, tails = self.rng.choice(WEATHER)
        return label, "", self.rng.choice(tails)

    def season(self):
        s = self.rng.choice(("winter", "spring", "summer", "autumn"))
        return s, "", self.rng.choice([f" in {s}", f", {s}", f", {s} scene"])

    def background(self):
        b = self.rng.choice(BACKGROUNDS)
        return b, "", self.rng.choice([f" on a {b} background", f", {b} background", f" against a {b} background", f", background {b}"])

    def palette(self):
        a, b = self.rng.sample(COLORS, 2)
        return [a, b], "", self.rng.choice([f", colors: {a} and {b}", f", only {a} and {b}", f", {a} and {b} palette", f", everything in {a} and {b}", f", in {a} and {b} tones"])

    def aspect(self):
        label, tails = self.rng.choice(ASPECTS)
        return label, "", self.rng.choice(tails)

    def use(self):
        u = self.rng.choice(USES)
        a = "an" if u[0] in "aeiou" else "a"
        return u, self.rng.choice([f"{u} with ", f"{a} {u} with ", f"{u}: ", f"{a} {u} of "]), self.rng.choice([f", for {a} {u}", f", {u}", ""])

    def text(self):
        words = self.rng.choice([t for t in self.lettering if t.isascii()])
        return words, "", self.rng.choice([f', text "{words}"', f', saying "{words}"', f', with the words "{words}"', f', "{words}" on it', f', "{words}" at the top'])

    def count(self):
        n = self.rng.randrange(2, 9)
        w = self.rng.choice((str(n), NUMBERS[n - 2]))
        return n, self.rng.choice([f"{w} pictures of ", f"{w} images of ", f"give me {w} pictures: ", f"{w} different pictures of ", f"make {w} versions of "]), self.rng.choice([f", {w} pictures", f", {w} versions", ""])
