#!/usr/bin/env node
// Turns the compact text files authored/*-b.txt into labelled messages, one JSON a line, and checks them.
//   node expand-b.mjs [--against FILE.jsonl ...]     FILE: messages that none of ours may equal or nearly equal
//
// A text file is a list of contexts. A line is one of
//   @@ name [lang]                   a new context: an empty conversation; lang is en where left out
//   U words | picture | picture      a user turn, with the pictures sent along
//   A op(...) op(...) -- scene       an assistant turn: what was done, and the scene or what changed in it
//   A "words"                        an assistant turn in words
//   ^ picture                        a picture sent with each of the messages that follow
//   words :: reading || reading      a message, its label and other labels that are right too
//   // words                         a note
// A picture or scene is a list of elements `id name/color/region/state/"lettering"`, parted by `;`. A change of a scene is a
// list of `+id name/...`, `-id`, `id.field=value`; `=T1` is the scene of turn 1.
// A reading is `[category] kind: op(value; slot=value) @ref {constraint=value; ...} ?ask !reason ~op,/slot,%constraint`:
// values without a slot name stand in the order of OPS; the kind is left out where the ops tell it; `@i2` is image:2, `@t1`
// turn:1, `@last` edit:last, any other an element; a single picture sent is taken as meant unless `@-` is said; `~` is may.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Slots of each op, in the order of bare values. */
const OPS = {
  temperature: 'direction amount target region',
  tint: 'value direction amount target region',
  brightness: 'direction amount target region',
  contrast: 'direction amount target region',
  saturation: 'direction amount target region',
  tone: 'value direction amount target region',
  monochrome: 'value target region',
  invert: 'target',
  look: 'value amount',
  auto_enhance: 'amount target',
  dehaze: 'amount direction',
  blur: 'target value direction amount region',
  sharpen: 'target amount region direction',
  denoise: 'amount target',
  grain: 'direction amount',
  vignette: 'direction amount color',
  crop: 'target region value amount',
  rotate: 'amount direction target',
  straighten: 'value',
  flip: 'direction target',
  aspect: 'value',
  resize: 'value amount direction',
  upscale: 'value amount',
  extend: 'region value amount',
  border: 'color value amount direction',
  add: 'target region color count size value',
  remove: 'target count region',
  replace: 'target value color count',
  set_count: 'target count',
  move: 'target region direction amount',
  scale: 'target direction amount',
  recolor: 'target value',
  material: 'target value',
  modify: 'target value',
  expression: 'target value',
  pose: 'target value',
  outfit: 'target value color',
  retouch: 'target value amount',
  background: 'value target',
  weather: 'value amount',
  season: 'value',
  time_of_day: 'value',
  light: 'value region color target amount',
  viewpoint: 'value target',
  restyle: 'value source target amount',
  restore: 'value target',
  colorize: 'target',
  add_text: 'value region color font size',
  edit_text: 'target value color font size',
  insert: 'target source into region',
  combine: 'value sources',
  create: 'subject subject_ref',
  variation: 'count value amount',
  keep: 'target',
  avoid: 'target',
  undo: 'steps',
  redo: 'steps',
  export: 'format size quality',
  set_option: 'option value',
}
const DIRECTIONS = 'up down warmer cooler left right cw ccw horizontal vertical'.split(' ')
const OPTIONS = 'aspect size count format quality style seed language strength watermark avoid'.split(' ')
const ASKS = 'target value change image upload conflict'.split(' ')
const REASONS =
  'sexual minor deception document harassment hate violence self_harm dangerous copyright'.split(' ')
const KINDS =
  'generate edit blend style_transfer vary undo redo revert_to branch question export set_option clarify refuse'.split(
    ' ',
  )
const CONSTRAINTS =
  'count aspect size style mood palette composition lighting time_of_day weather season background text use'.split(
    ' ',
  )
const SHORT_KINDS = { q: 'question', revert: 'revert_to' }

/** Category of a message whose reading does not say one: by its kind, and for edits by the first op. */
const KIND_CATEGORY = {
  generate: 'generate',
  vary: 'session',
  undo: 'session',
  redo: 'session',
  revert_to: 'session',
  branch: 'session',
  question: 'question',
  export: 'format',
  set_option: 'format',
  clarify: 'clarify',
  refuse: 'refuse',
  blend: 'multi_image',
}
const OP_CATEGORY = Object.fromEntries(
  Object.entries({
    photometric:
      'temperature tint brightness contrast saturation tone monochrome invert look auto_enhance dehaze',
    detail: 'blur sharpen denoise grain vignette upscale',
    geometry: 'crop rotate straighten flip resize extend border',
    format: 'aspect',
    add: 'add',
    remove: 'remove',
    replace: 'replace',
    recolor: 'recolor',
    place: 'move scale set_count',
    object: 'material modify',
    person: 'expression pose outfit retouch',
    background: 'background',
    scene: 'weather season time_of_day light viewpoint',
    style: 'restyle',
    restore: 'restore colorize',
    text: 'add_text edit_text',
    negation: 'keep avoid',
    correction: 'undo',
    session: 'redo',
  }).flatMap(([category, ops]) => ops.split(' ').map((op) => [op, category])),
)

const fail = (line, what) => {
  throw new Error(`${line.file}:${line.number}: ${what}: ${line.text}`)
}

// ---------------------------------------------------------------- readings

const refOf = (r) => {
  const known = { cur: 'current', last: 'edit:last' }[r]
  if (known) return known
  const picture = /^([it])(\d+)$/.exec(r)
  if (picture) return `${picture[1] === 'i' ? 'image' : 'turn'}:${picture[2]}`
  return r.includes(':') ? r : `el:${r}`
}

function slotValue(slot, text, line) {
  if (slot === 'count' || slot === 'steps') return Number(text)
  if (slot === 'direction' && !text.split('|').every((d) => DIRECTIONS.includes(d)))
    fail(line, `direction ${text}`)
  if (slot === 'option' && !OPTIONS.includes(text)) fail(line, `option ${text}`)
  if (slot === 'source' || slot === 'into' || slot === 'subject_ref') return refOf(text)
  if (slot === 'sources') return text.split(',').map((t) => refOf(t.trim()))
  return text
}

function readOp(name, inside, line) {
  const slots = OPS[name]?.split(' ') ?? fail(line, `no op ${name}`)
  const op = { op: name }
  let next = 0
  for (const part of inside.split(';').map((p) => p.trim())) {
    const named = /^([a-z_]+)=(.*)$/s.exec(part)
    const slot = named?.[1] === 'ref' ? 'subject_ref' : named?.[1]
    if (slot && slots.includes(slot)) op[slot] = slotValue(slot, named[2].trim(), line)
    else if (named && /^[a-z_]{3,}$/.test(named[1])) fail(line, `${name} has no slot ${named[1]}`)
    else if (name === 'create') {
      if (part) (op.subject ??= []).push(part)
    } else {
      if (part)
        op[slots[next] ?? fail(line, `too many values in ${name}`)] = slotValue(slots[next], part, line)
      next += 1
    }
  }
  return op
}

function readConstraints(inside, line) {
  const constraints = {}
  for (const part of inside
    .split(';')
    .map((p) => p.trim())
    .filter(Boolean)) {
    const at = part.indexOf('=')
    const [name, value] = [part.slice(0, at), part.slice(at + 1)]
    if (!CONSTRAINTS.includes(name)) fail(line, `no constraint ${name}`)
    constraints[name] =
      name === 'count' ? Number(value) : name === 'palette' ? value.split(',').map((v) => v.trim()) : value
  }
  return constraints
}

function readMay(inside, line) {
  const may = {}
  for (const part of inside.split(',').filter(Boolean)) {
    const [group, name, known] =
      part[0] === '/'
        ? ['slots', part.slice(1), Object.values(OPS).join(' ').split(' ')]
        : part[0] === '%'
          ? ['constraints', part.slice(1), CONSTRAINTS]
          : ['ops', part, Object.keys(OPS)]
    if (!known.includes(name)) fail(line, `may ${name}`)
    ;(may[group] ??= []).push(name)
  }
  return may
}

function kindOf(ops) {
  const names = ops.map((o) => o.op)
  const has = (n) => names.includes(n)
  if (has('create')) return 'generate'
  if (has('variation')) return 'vary'
  if (has('export')) return 'export'
  if (has('set_option')) return 'set_option'
  if (has('insert') || has('combine')) return 'blend'
  if (has('undo')) return names.length === 1 ? 'undo' : 'edit'
  if (has('redo')) return names.length === 1 ? 'redo' : 'edit'
  if (has('restyle') && ops.every((o) => o.op === 'keep' || (o.op === 'restyle' && !o.target)))
    return 'style_transfer'
  return 'edit'
}

/** Reads one reading; `sent` are the references that a message without `@-` means anyway, `inherited` those of the first reading. */
function readReading(text, line, sent, inherited) {
  const token =
    /\s*(?:\[(\w+)\]|(\w+):(?=\s|$)|([a-z_]+)\(([^)]*)\)|@([\w:-]+)|\{([^}]*)\}|\?(\w+)|!(\w+)|~(\S+)|(q|revert|branch|edit|undo|redo|vary)(?=\s|$))/gy
  const reading = { kind: '', ops: [], refs: [], constraints: {}, may: {} }
  let bare = false
  token.lastIndex = 0
  let end = 0
  for (let m = token.exec(text); m; m = token.exec(text)) {
    end = token.lastIndex
    if (m[1]) reading.category = m[1]
    else if (m[2] ?? m[10]) reading.kind = SHORT_KINDS[m[2] ?? m[10]] ?? m[2] ?? m[10]
    else if (m[3]) reading.ops.push(readOp(m[3], m[4], line))
    else if (m[5]) {
      if (m[5] === '-') bare = true
      else reading.refs.push(refOf(m[5]))
    } else if (m[6] !== undefined) reading.constraints = readConstraints(m[6], line)
    else if (m[7]) {
      reading.ask = m[7]
      reading.kind = 'clarify'
      if (!ASKS.includes(m[7])) fail(line, `ask ${m[7]}`)
    } else if (m[8]) {
      reading.reason = m[8]
      reading.kind = 'refuse'
      if (!REASONS.includes(m[8])) fail(line, `reason ${m[8]}`)
    } else if (m[9]) reading.may = readMay(m[9], line)
  }
  if (text.slice(end).trim()) fail(line, `cannot read "${text.slice(end)}"`)
  reading.kind ||= kindOf(reading.ops)
  if (!KINDS.includes(reading.kind)) fail(line, `kind ${reading.kind}`)
  const refs =
    inherited && !reading.refs.length && !bare ? inherited : [...(bare ? [] : sent), ...reading.refs]
  const { kind, ops, constraints, ask, reason } = reading
  return {
    category: reading.category,
    may: reading.may,
    label: {
      kind,
      ops,
      refers_to: [...new Set(refs)],
      constraints,
      ...(ask && { ask }),
      ...(reason && { reason }),
    },
  }
}

// ---------------------------------------------------------------- scenes

function readElement(text, line) {
  const [, id, rest] = /^(\w+) (.+)$/.exec(text.trim()) ?? fail(line, `element ${text}`)
  const lettering = /\/"(.*)"$/.exec(rest)
  const [name, color, region, state] = rest.slice(0, lettering?.index).split('/')
  return {
    id,
    name,
    ...(color && { color }),
    ...(region && { region }),
    ...(state && { state }),
    ...(lettering && { value: lettering[1] }),
  }
}

const readScene = (text, line) =>
  text
    .split(';')
    .filter((e) => e.trim())
    .map((e) => readElement(e, line))

function nextScene(text, before, scenes, line) {
  const copy = /^=T(\d+)$/.exec(text.trim())
  if (copy) return scenes[Number(copy[1]) - 1] ?? fail(line, 'no such turn')
  const parts = text
    .split(';')
    .map((p) => p.trim())
    .filter(Boolean)
  if (!parts.length) return before
  if (!/^([+-]|\w+\.\w+=)/.test(parts[0])) return readScene(text, line)
  let scene = before.map((e) => ({ ...e }))
  for (const p of parts) {
    const set = /^(\w+)\.(name|color|region|state|value)=(.*)$/.exec(p)
    if (p[0] === '+') scene.push(readElement(p.slice(1), line))
    else if (p[0] === '-') scene = scene.filter((e) => e.id !== p.slice(1).trim())
    else if (set) (scene.find((e) => e.id === set[1]) ?? fail(line, `no element ${set[1]}`))[set[2]] = set[3]
    else fail(line, `change ${p}`)
  }
  return scene
}

const readOps = (text, line) =>
  [...text.matchAll(/([a-z_]+)\(([^)]*)\)/g)].map((m) => readOp(m[1], m[2], line))

// ---------------------------------------------------------------- messages

const plain = (t) => t.normalize('NFKC').toLowerCase()

/** Everything a verbatim wording may have been taken from. */
const sources = (item) =>
  plain(
    [
      item.message,
      ...item.history.map((t) => t.text ?? ''),
      JSON.stringify([item.history, item.uploads ?? []]),
    ].join('\n'),
  )

function check(item, line) {
  const ids = new Set(
    [...JSON.stringify([item.history, item.uploads ?? []]).matchAll(/"id":"(\w+)"/g)].map((m) => m[1]),
  )
  const turns = item.history.filter((t) => t.turn).length
  const images = item.images + item.history.reduce((n, t) => n + (t.images ?? 0), 0)
  const { also = [], may = {}, ...first } = item.expect
  for (const e of [first, ...also]) {
    const refs = [
      ...e.refers_to,
      ...e.ops.flatMap((o) => [o.source, o.into, o.subject_ref, ...(o.sources ?? [])].filter(Boolean)),
    ]
    for (const r of refs) {
      const [kind, name] = r.split(':')
      const there =
        r === 'current' || r === 'edit:last'
          ? turns + images > 0
          : kind === 'el'
            ? ids.has(name)
            : Number(name) >= 1 && Number(name) <= (kind === 'image' ? images : turns)
      if (!there) fail(line, `${r} names nothing`)
    }
    if (['question', 'clarify', 'refuse', 'revert_to'].includes(e.kind) && e.ops.length)
      fail(line, `${e.kind} carries ops`)
    if (e.kind === 'edit' && !e.ops.length && !may.ops) fail(line, 'edit without ops')
    if (['undo', 'redo', 'export', 'set_option'].includes(e.kind) && !e.ops.some((o) => o.op === e.kind))
      fail(line, `${e.kind} without its op`)
    if (e.kind === 'clarify' && !e.ask) fail(line, 'clarify without ask')
    const wordings = [
      ...e.ops.filter((o) => o.op === 'add_text' || o.op === 'edit_text').map((o) => o.value),
      e.constraints?.text,
    ].filter(Boolean)
    for (const w of wordings)
      if (!w.split('|').some((o) => sources(item).includes(plain(o))))
        fail(line, `"${w}" is not in the message`)
  }
}

function expand(file) {
  const items = []
  const prefix = file.replace(/\.txt$/, '')
  let lang = 'en'
  let history = []
  let scenes = []
  let uploads = []
  readFileSync(join(here, 'authored', file), 'utf8')
    .split('\n')
    .forEach((text, i) => {
      const line = { file, number: i + 1, text }
      if (!text.trim() || text.startsWith('//')) return
      const context = /^@@ \S+ ?(\w*)/.exec(text)
      if (context) {
        lang = context[1] || 'en'
        history = []
        scenes = []
        uploads = []
        return
      }
      if (text.startsWith('U ')) {
        const [words, ...pictures] = text.slice(2).split(' | ')
        history = [
          ...history,
          {
            role: 'user',
            text: words.trim(),
            ...(pictures.length && {
              images: pictures.length,
              uploads: pictures.map((p) => readScene(p, line)),
            }),
          },
        ]
        return
      }
      const words = /^A "(.*)"$/.exec(text)
      if (words) {
        history = [...history, { role: 'assistant', text: words[1] }]
        return
      }
      if (text.startsWith('A ')) {
        const [ops, change = ''] = text.slice(2).split(' -- ')
        const scene = nextScene(change, scenes.at(-1) ?? [], scenes, line)
        scenes = [...scenes, scene]
        history = [...history, { role: 'assistant', turn: scenes.length, ops: readOps(ops, line), scene }]
        return
      }
      if (text.startsWith('^ ')) {
        uploads = [...uploads, readScene(text.slice(2), line)]
        return
      }
      const at = text.indexOf(' :: ')
      if (at < 0) fail(line, 'not a message')
      const message = text.slice(0, at).trim()
      const earlier = history.reduce((n, t) => n + (t.images ?? 0), 0)
      const [first, ...others] = text.slice(at + 4).split(' || ')
      const isNew = /create\(/.test(first) && !/ref=/.test(first)
      const sent = uploads.length === 1 && !isNew ? [`image:${earlier + 1}`] : []
      const main = readReading(first, line, sent)
      const also = others
        .map((o) => readReading(o, line, sent, main.label.refers_to))
        .map(({ label }) => {
          const { constraints, ...rest } = label
          return { ...rest, ...(Object.keys(constraints).length && { constraints }) }
        })
      const { kind, ops } = main.label
      const concept =
        main.category ??
        (kind === 'generate' && ops.some((o) => o.subject_ref)
          ? 'character'
          : (KIND_CATEGORY[kind] ??
            (kind === 'style_transfer'
              ? ops.some((o) => o.source)
                ? 'multi_image'
                : 'style'
              : (OP_CATEGORY[ops[0]?.op] ?? 'multi'))))
      const item = {
        id: `${prefix}-${String(items.length + 1).padStart(4, '0')}`,
        category: lang === 'en' ? concept : 'language',
        lang,
        history,
        message,
        images: uploads.length,
        ...(uploads.length && { uploads }),
        expect: {
          ...main.label,
          ...(Object.keys(main.may).length && { may: main.may }),
          ...(also.length && { also }),
        },
        ...(lang !== 'en' && { tags: [concept] }),
        source: 'own',
      }
      check(item, line)
      items.push(item)
    })
  return items
}

// ---------------------------------------------------------------- likeness

function wordSet(text) {
  return new Set(
    plain(text)
      .replace(/[^\p{L}\p{M}\p{N}%:]+/gu, ' ')
      .trim()
      .split(' ')
      .flatMap((w) =>
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(w)
          ? [...w].slice(1).map((c, i) => [...w][i] + c)
          : [w],
      ),
  )
}

function likeness(a, b) {
  const both = [...a].filter((w) => b.has(w)).length
  return both / (a.size + b.size - both)
}

const bare = (t) =>
  plain(t)
    .replace(/[^\p{L}\p{M}\p{N}%:]+/gu, ' ')
    .trim()

function lines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l))
    .flatMap((d) => d.message ?? d.turns?.map((t) => t.say) ?? d.prompt ?? [])
}

const against = process.argv.slice(process.argv.indexOf('--against') + 1)
const others = (process.argv.includes('--against') ? against : [])
  .flatMap(lines)
  .map((text) => ({ text, key: bare(text), set: wordSet(text) }))
const seen = new Map()
let total = 0
let like = 0
for (const file of readdirSync(join(here, 'authored'))
  .filter((f) => f.endsWith('-b.txt'))
  .sort()) {
  const items = expand(file)
  for (const item of items) {
    const key = bare(item.message)
    const set = wordSet(item.message)
    const twin = others.find(
      (o) => o.key === key || (set.size >= 5 && o.set.size >= 5 && likeness(set, o.set) >= 0.75),
    )
    if (twin) {
      like += 1
      console.log(`${item.id}: "${item.message}" is like "${twin.text}"`)
    }
    if (seen.has(key)) {
      like += 1
      console.log(`${item.id}: "${item.message}" again, first ${seen.get(key)}`)
    }
    seen.set(key, item.id)
  }
  writeFileSync(
    join(here, file.replace('.txt', '.jsonl')),
    items.map((d) => `${JSON.stringify(d)}\n`).join(''),
  )
  console.log(`${file}: ${items.length}`)
  total += items.length
}
console.log(`${total} messages, ${like} likenesses`)
