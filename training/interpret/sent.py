"""Two and three pictures sent with a message: what goes where, which one is meant, whose style; seven languages, most in English."""
from __future__ import annotations

PLACES = {"on": "on the", "next to": "next to the", "behind": "behind the", "in front of": "in front of the", "under": "under the", "in": "in the", "above": "above the"}
ORDINALS = ["first", "second", "third"]
NUMBERS = ["one", "two", "three"]
#: {T} of the picture {i}, {U} of the picture {j}, {P} the place; {I} and {J} how the pictures are called.
INSERT = {
    "en": ["put the {T} {P} the {U}", "put the {T} from {I} {P} the {U} in {J}", "place the {T} of {I} {P} the {U} of {J}", "take the {T} out of {I} and set it {P} the {U} in {J}", "I want the {T} {P} the {U}", "the {T} from {I} should be {P} the {U}", "{T} from {I} {P} the {U}, please",
           "insert the {T} of {I} {P} the {U}", "can the {T} be {P} the {U} in {J}?", "move the {T} over to {J}, {P} the {U}", "paste the {T} {P} the {U}", "add the {T} from {I} {P} the {U}", "in {J} I'd like the {T} of {I} {P} the {U}", "cut out the {T} in {I} and put it {P} the {U}", "combine them: the {T} {P} the {U}"],
    "de": ["setz {T} aus Bild {i} neben {U} in Bild {j} =next to", "{T} aus dem Bild {i} soll neben {U} =next to", "stell {T} hinter {U} in Bild {j} =behind"],
    "fr": ["mets {T} de l'image {i} sur {U} =on", "place {T} de l'image {i} derrière {U} dans l'image {j} =behind"],
    "es": ["pon {T} de la imagen {i} sobre {U} =on", "coloca {T} de la imagen {i} detrás de {U} en la imagen {j} =behind"],
    "zh": ["把图{i}的{T}放到图{j}的{U}旁边 =next to", "把第{i}张的{T}放在{U}上 =on", "图{i}里的{T}放到{U}后面 =behind"],
    "ja": ["画像{i}の{T}を画像{j}の{U}の隣に =next to", "{i}枚目の{T}を{U}の上に置いて =on", "{T}を{j}枚目の{U}の後ろに =behind"],
    "hi": ["तस्वीर {i} का {T} तस्वीर {j} में {U} के पास रखो =next to", "{T} को {U} के पीछे रखो =behind"],
}
INTO = ["put the {T} into {J}", "the {T} from {I} in {J} please", "insert the {T} into {J}", "bring the {T} of {I} over into {J}", "I want the {T} in {J}", "copy the {T} from {I} to {J}"]
ONE = {
    "en": ["{M} in {I}", "in {I}: {M}", "{I}: {M}", "for {I}, {M}", "{I} only: {M}", "{M}, but only in {I}", "with {I}, {M}", "{I} - {M}"],
    "de": ["Bild {i}: {M}", "bei Bild {i} {M}"], "fr": ["image {i} : {M}", "{M} sur l'image {i}"], "es": ["imagen {i}: {M}", "en la imagen {i}, {M}"], "zh": ["图{i}{M}", "第{i}张{M}"], "ja": ["画像{i}を{M}", "{i}枚目: {M}"], "hi": ["तस्वीर {i}: {M}"],
}
ALL = {"en": ["{M}, both", "both pictures: {M}", "on both: {M}", "{M} in both of them", "do this to both: {M}"], "de": ["beide: {M}"], "fr": ["les deux : {M}"], "es": ["las dos: {M}"], "zh": ["两张都{M}"], "ja": ["両方{M}"], "hi": ["दोनों: {M}"]}
STYLE = {
    "en": ["{I} in the style of {J}", "make {I} look like {J}", "paint {I} the way {J} is done", "use the style of {J} for {I}", "transfer the look of {J} to {I}", "redo {I} in {J}'s style", "{J} as the style, {I} as the content", "I want {I} drawn like {J}"],
    "de": ["Bild {i} im Stil von Bild {j}"], "fr": ["l'image {i} dans le style de l'image {j}"], "es": ["la imagen {i} con el estilo de la imagen {j}"], "zh": ["用图{j}的风格画图{i}", "把图{i}改成图{j}的风格"], "ja": ["画像{i}を画像{j}のスタイルで"], "hi": ["तस्वीर {i} को तस्वीर {j} की शैली में"],
}
COMBINE = {
    "en": ["side by side =side by side", "put them next to each other =side by side", "make a collage =collage", "a collage of these please =collage", "double exposure of these =double exposure", "merge them =", "combine these =", "blend them together =", "one picture out of these =", "make a grid =grid", "stack them on top of each other =stacked", "arrange them as a comic strip =comic strip", "a before and after of these =before and after", "split screen =split screen", "fuse these into one scene ="],
    "de": ["nebeneinander =side by side", "mach eine Collage =collage", "füge sie zusammen ="], "fr": ["côte à côte =side by side", "fais un collage =collage", "fusionne-les ="], "es": ["una al lado de la otra =side by side", "haz un collage =collage", "júntalas ="],
    "zh": ["拼成一张 =collage", "左右并排 =side by side", "合成一张 ="], "ja": ["並べて =side by side", "コラージュにして =collage", "合成して ="], "hi": ["साथ-साथ रखो =side by side", "कोलाज बनाओ =collage", "मिला दो ="],
}
ASKED = ["what is in {I}?", "what does {I} show?", "where was {I} taken?", "is {I} sharp enough?", "how many things are in {I}?", "what do you see in {I}?"]


def called(r, number: int, count: int, scene: list[dict], others: list[list[dict]]) -> str:
    """How English speaks of one of the pictures: by number, by place, by what it shows."""
    ways = [f"picture {number}", f"image {number}", f"photo {number}", f"the {ORDINALS[number - 1]} picture", f"the {ORDINALS[number - 1]} photo", f"the {ORDINALS[number - 1]} one", f"the {ORDINALS[number - 1]}", f"number {NUMBERS[number - 1]}", f"pic {number}"]
    if number == count and r.random() < 0.3:
        ways = ["the last picture", "the last one"]
    if r.random() < 0.3:
        name = r.choice(scene)["name"]
        ways = [f"the {name} picture", f"the photo with the {name}", f"the one with the {name}"]
    return r.choice(ways)


def told(talk, lang: str):
    """(message, expect, history, uploads, images) of a Talker, or None where the draw does not fit."""
    r, c = talk.rng, talk.c
    count = r.choice((2, 2, 2, 3))
    scenes, chosen, taken = [], [], set()
    for _ in range(count):
        scene, pairs = c.scene(lang)
        pairs = [(dict(e), n) for e, n in pairs[:4]]
        if any(e["name"] in taken or e["id"] in taken for e, _ in pairs):
            return None
        taken |= {e["name"] for e, _ in pairs} | {e["id"] for e, _ in pairs}
        scenes.append([e for e, _ in pairs])
        chosen.append(pairs)
    every = [f"image:{k + 1}" for k in range(count)]
    i, j = r.sample(range(count), 2)
    names = ["", ""]
    if lang == "en":
        names = [called(r, k + 1, count, scenes[k], scenes) for k in (i, j)]

    def fill(text: str, more: dict | None = None) -> str:
        for key, value in {"I": names[0], "J": names[1], "i": str(i + 1), "j": str(j + 1), **(more or {})}.items():
            text = text.replace("{" + key + "}", value)
        return text

    def said(message: str, kind: str, ops: list[dict], refs: list[str], **more):
        return message, {"kind": kind, "ops": ops, "refers_to": sorted(set(refs)), **more}, [], scenes, count

    way = r.choices(["insert", "into", "one", "named", "all", "style", "combine", "unclear", "asked"], [30, 6, 16, 10, 8, 12, 10, 8, 3])[0]
    (t, t_noun), (u, u_noun) = r.choice(chosen[i]), r.choice(chosen[j])
    both = [f"image:{i + 1}", f"image:{j + 1}"]
    if way == "insert":
        text, _, place = r.choice(INSERT[lang]).partition(" =")
        place = place or r.choice(sorted(PLACES))
        words = {"T": t["name"], "U": u["name"]} if lang == "en" else {"T": c.the(t_noun, lang), "U": c.the(u_noun, lang)}
        op = {"op": "insert", "target": t["name"], "source": both[0], "into": both[1], "region": f"{PLACES[place]} {u['name']}"}
        return said(fill(text, {**words, "P": place}), "blend", [op], [*both, f"el:{t['id']}", f"el:{u['id']}"])
    if way == "into" and lang == "en":
        return said(fill(r.choice(INTO), {"T": t["name"]}), "blend", [{"op": "insert", "target": t["name"], "source": both[0], "into": both[1]}], [*both, f"el:{t['id']}"])
    if way == "style":
        return said(fill(r.choice(STYLE[lang])), "style_transfer", [{"op": "restyle", "source": both[1]}], both)
    if way == "combine":
        text, _, manner = r.choice(COMBINE[lang]).partition(" =")
        return said(text, "blend", [{"op": "combine", "sources": every, **({"value": manner} if manner else {})}], every)
    if way == "asked" and lang == "en":
        return said(fill(r.choice(ASKED)), "question", [], both[:1])
    named = way == "named"
    for _ in range(12):
        pattern = c.pick(lang)
        if pattern.kind != "edit" or pattern.op in ("keep", "avoid") or bool(pattern.refs) != named:
            continue
        if way != "one" and not named and pattern.op in ("add", "add_text", "background"):
            continue
        made = c.say(pattern, lang, scenes[i], r.sample(chosen[i], len(chosen[i])))
        if not made or any(e["name"] in made[0] for k, s in enumerate(scenes) if k != i for e in s):
            continue
        message, op, refs = made
        if named:  # the thing tells which picture
            return said(message, "edit", [op], [*refs, both[0]])
        if way == "all" and count == 2:
            return said(r.choice(ALL[lang]).replace("{M}", message), "edit", [op], every)
        if way == "unclear":
            return said(message, "clarify", [], every, ask="image")
        return said(fill(r.choice(ONE[lang]), {"M": message}), "edit", [op], both[:1])
    return None
