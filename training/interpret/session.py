"""A message and its session -> the tokens that the network reads. Its twin is packages/conversation/src/interpret/session.ts.

A token is a sum of words, each in a role of its own ("is the colour"), and a place in a row. Pseudo-words in angle brackets name what is
no word: <el>, <op:add>, <ago:2>. What can be copied or pointed at is told with it:
  copy  text that copying the token writes
  ref   reference that pointing at the token writes
"""
from __future__ import annotations

from dataclasses import dataclass, field

from text import Unit, Words, singular

MAIN, COLOR, REGION, STATE, MARK = range(5)
MAX_WORDS = 10  # of a token
MAX_MESSAGE = 160  # units; of a longer message the first and the last
MAX_EARLIER = 400  # code points of an earlier message that are looked through for names
MAX_ELEMENTS, MAX_TURNS, MAX_IMAGES = 24, 12, 12
PLACES = 128  # of message units; context tokens have places of their own after them
CONTEXT_PLACES = 32


@dataclass(slots=True)
class Token:
    words: list[tuple[str, int]]  # key, role
    place: int
    copy: str | None = None
    ref: str | None = None
    start: int = -1  # in the message, code points
    end: int = -1
    raw: list[str] = field(default_factory=list)  # words as they stand, of message tokens


def ordinal(n: int) -> int:
    return PLACES + min(max(n, 0), CONTEXT_PLACES - 1)


def linearise(words: Words, message: dict) -> list[Token]:
    history, uploads = message.get("history") or [], message.get("uploads") or []
    units = words.units(message["message"])
    if len(units) > MAX_MESSAGE:
        units = units[: MAX_MESSAGE - 40] + units[-40:]
    out = [Token([(u.key, MAIN)], min(i, PLACES - 1), u.copy, None, u.start, u.end, [u.word]) for i, u in enumerate(units)]
    senses = [words.senses(u.key) for u in units]
    said = frozenset().union(*senses) if senses else frozenset()

    sent_before = sum(turn_images(t) for t in history if t.get("role") == "user")
    now = max(message.get("images") or 0, len(uploads))
    turns = [t for t in history if t.get("role") == "assistant" and (t.get("scene") is not None or t.get("ops"))]
    scene = next((t["scene"] for t in reversed(turns) if t.get("scene")), None)
    shown = frozenset()

    def name_units(name: str) -> list[Unit]:
        return words.units(name)

    def element(e: dict, role: str, place: int, names: list[str]) -> Token:
        nonlocal shown
        name = str(e.get("name", ""))
        parts = name_units(name)
        own = [words.senses(u.key) for u in parts]
        if parts:
            shown |= own[-1]
        marks = [role]
        if own and all(s & said for s in own):
            marks.append("<said>")
        elif own and any(s & said for s in own):
            marks.append("<half>")
        if names.count(name) > 1:
            marks.append("<same>")
        if own and own[-1] & with_name:
            marks.append("<named>")
        ws = [(m, MARK) for m in marks] + [(u.key, MAIN) for u in parts[-3:]]
        for slot, as_role, most in (("color", COLOR, 1), ("region", REGION, 2), ("state", STATE, 2)):
            if e.get(slot):
                found = words.units(str(e[slot]))
                if slot != "state" and any(words.senses(u.key) & said for u in found):
                    ws.append((f"<said:{slot}>", MARK))
                ws += [(u.key, as_role) for u in found[-most:]]
        return Token(ws[:MAX_WORDS], place, name, f"el:{e.get('id')}")

    # A name that was given before: what was spoken of with it is marked.
    names_said = {u.key for u in units if len(u.key) > 2 and words.is_name(u.key)}
    named: set[str] = set()
    with_name: set[str] = set()
    for t in history[-24:] if names_said else []:
        if t.get("role") == "user":
            earlier = words.units(str(t.get("text") or "")[:MAX_EARLIER])
            common = names_said & {u.key for u in earlier}
            if common:
                named |= common
                with_name = with_name.union(*(words.senses(u.key) for u in earlier))

    context: list[Token] = []
    if now == 0 and sent_before == 0 and not turns:
        context.append(Token([("<nothing>", MARK)], ordinal(0)))
    # Elements: of the current picture, then of what comes with the message, then of pictures sent before.
    groups: list[tuple[str, list[dict], int]] = []
    if scene is not None:
        groups.append(("<el>", scene, 0))
    for i, upload in enumerate(uploads):
        groups.append(("<el:new>", upload, sent_before + i + 1))
    number = 0
    before: list[tuple[str, list[dict], int]] = []
    for t in history:
        if t.get("role") == "user":
            for i, upload in enumerate(t.get("uploads") or []):
                before.append(("<el:sent>", upload, number + i + 1))
            number += turn_images(t)
    only = scene is None and not uploads
    groups += [("<el>" if only and len(before) == 1 else role, els, n) for role, els, n in before[::-1]]
    # What was taken out since.
    groups += [("<el:gone>", t["scene"], 0) for t in turns[::-1] if t.get("scene") and t["scene"] is not scene]
    seen: set[str] = set()
    count = 0
    for role, elements, image in groups:
        names = [str(e.get("name", "")) for e in elements]
        for i, e in enumerate(elements):
            if count >= MAX_ELEMENTS or f"{e.get('id')}" in seen:
                continue
            seen.add(f"{e.get('id')}")
            token = element(e, role, ordinal(i), names)
            if image:
                token.words = [*token.words[: MAX_WORDS - 1], (f"<image:{min(image, 9)}>", MARK)]
            context.append(token)
            if e.get("value"):
                found = words.units(str(e["value"]))
                context.append(Token([("<lettering>", MARK), *((u.key, MAIN) for u in found[:4])], ordinal(i), str(e["value"])))
            count += 1
    # Pictures that were sent.
    number = 0
    images: list[Token] = []
    for t in history:
        if t.get("role") == "user":
            for i in range(turn_images(t)):
                ups = t.get("uploads") or []
                number += 1
                images.append(image_token(words, number, "<sent>", ups[i] if i < len(ups) else [], said))
    for i in range(now):
        images.append(image_token(words, sent_before + i + 1, "<sent:now>", uploads[i] if i < len(uploads) else [], said))
    context += images[-MAX_IMAGES:]
    # Turns: what was done in each.
    kept = turns if len(turns) <= MAX_TURNS else turns[:3] + turns[3 - MAX_TURNS :]
    for t in kept:
        index = turns.index(t)
        ago = len(turns) - 1 - index
        ws = [("<turn>", MARK), (f"<ago:{min(ago, 9)}>", MARK)]
        for op in (t.get("ops") or [])[:2]:
            ws.append((f"<op:{op.get('op')}>", MARK))
            for text in op_words(op)[:2]:
                found = words.units(text)[-2:]
                if any(words.senses(u.key) & said for u in found) and ("<said>", MARK) not in ws:
                    ws.append(("<said>", MARK))
                ws += [(u.key, MAIN) for u in found]
        context.append(Token(ws[:MAX_WORDS], ordinal(index), None, f"turn:{t.get('turn', index + 1)}"))
    # The last edit, slot by slot, for what leans on it.
    last = turns[-1].get("ops") if turns else None
    for n, op in enumerate((last or [])[:3]):
        if op.get("op") == "create":
            continue
        context.append(Token([("<last>", MARK), (f"<op:{op.get('op')}>", MARK)], ordinal(n)))
        for slot, value in op.items():
            if slot in ("op", "subject", "sources", "source", "into", "subject_ref") or value in (None, ""):
                continue
            text = str(value).split("|")[0]
            ws = [("<last>", MARK), (f"<slot:{slot}>", MARK)]
            ws += [(f"<{slot}:{text}>", MARK)] if slot in ("direction", "amount") else [(u.key, MAIN) for u in words.units(text)[-3:]]
            context.append(Token(ws[:MAX_WORDS], ordinal(n), text))
    text = message["message"]
    for i, (token, sense, unit) in enumerate(zip(out, senses, units)):
        if sense & shown:  # it names something shown
            token.words.append(("<shown>", MARK))
        written = text[unit.start : unit.end]
        if written != written.lower() and text != text.upper():
            token.words.append(("<capitals>" if len(written) > 1 and written == written.upper() else "<capital>" if i else "<first>", MARK))
        if unit.key in named:
            token.words.append(("<named>", MARK))
    return out + context


def op_words(op: dict) -> list[str]:
    found = []
    for slot in ("target", "value"):
        if op.get(slot):
            found.append(str(op[slot]).split("|")[0])
    for s in op.get("subject") or []:
        found.append(str(s).split("|")[0])
    return found


def turn_images(turn: dict) -> int:
    return max(turn.get("images") or 0, len(turn.get("uploads") or []))


def image_token(words: Words, number: int, role: str, elements: list[dict], said: frozenset) -> Token:
    ws = [(role, MARK), (f"<image:{min(number, 9)}>", MARK)]
    for e in elements[:4]:
        found = words.units(str(e.get("name", "")))[-1:]
        if any(words.senses(u.key) & said for u in found) and ("<said>", MARK) not in ws:
            ws.append(("<said>", MARK))
        ws += [(u.key, MAIN) for u in found]
    return Token(ws[:MAX_WORDS], ordinal(number), None, f"image:{number}")
