#!/usr/bin/env node
// Checks labelled messages: schema, vocabulary, references, verbatim lettering, duplicates.
//   node validate-a.mjs VOCABULARY.json FILE.jsonl... [--apart OTHER.jsonl...] [--strict]
// --apart names files whose messages and scenes must not come back here. --strict also lists doubtful targets.
import { readFileSync } from 'node:fs'

const args = process.argv.slice(2)
const strict = args.includes('--strict')
const plainArgs = args.filter((a) => a !== '--strict')
const cut = plainArgs.indexOf('--apart')
const [vocabularyFile, ...files] = cut < 0 ? plainArgs : plainArgs.slice(0, cut)
const others = cut < 0 ? [] : plainArgs.slice(cut + 1)
if (!files.length) {
  console.error('node validate-a.mjs VOCABULARY.json FILE.jsonl... [--apart OTHER.jsonl...] [--strict]')
  process.exit(2)
}

const vocabulary = JSON.parse(readFileSync(vocabularyFile, 'utf8'))
const load = (f) =>
  readFileSync(f, 'utf8')
    .split('\n')
    .filter((l) => l.trim())
    .map((l) => JSON.parse(l))
const list = (v) => (Array.isArray(v) ? v : v === undefined ? [] : [v])
const problems = []
const doubts = []
const say = (id, what) => problems.push(`${id}: ${what}`)
const plain = (t) =>
  t
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%:#]+/gu, ' ')
    .trim()

const TONES = ['shadows', 'highlights', 'midtones', 'blacks', 'whites']
const AMOUNT = /^(slight|moderate|strong|max|-?\d+(\.\d+)?(%|x|px|cm|mm|in)?)$/
const DIRECTIONS = {
  temperature: ['warmer', 'cooler'],
  rotate: ['cw', 'ccw'],
  flip: ['horizontal', 'vertical'],
  move: ['up', 'down', 'left', 'right'],
  tint: ['up', 'down'],
  brightness: ['up', 'down'],
  contrast: ['up', 'down'],
  saturation: ['up', 'down'],
  tone: ['up', 'down'],
  blur: ['up', 'down'],
  sharpen: ['up', 'down'],
  grain: ['up', 'down'],
  vignette: ['up', 'down'],
  scale: ['up', 'down'],
  resize: ['up', 'down'],
  border: ['up', 'down'],
  dehaze: ['up', 'down'],
}
const NEEDS = {
  temperature: ['direction'],
  tint: ['value', 'direction'],
  brightness: ['direction'],
  contrast: ['direction'],
  saturation: ['direction'],
  tone: ['value', 'direction'],
  monochrome: ['value'],
  look: ['value'],
  grain: ['direction'],
  vignette: ['direction'],
  rotate: [],
  flip: ['direction'],
  aspect: ['value'],
  add: ['target'],
  remove: ['target'],
  replace: ['target', 'value'],
  set_count: ['target', 'count'],
  move: ['target'],
  scale: ['target', 'direction'],
  recolor: ['target', 'value'],
  material: ['target', 'value'],
  modify: ['target', 'value'],
  expression: ['target', 'value'],
  pose: ['target', 'value'],
  outfit: ['target'],
  retouch: ['target'],
  background: ['value'],
  weather: ['value'],
  season: ['value'],
  time_of_day: ['value'],
  viewpoint: ['value'],
  add_text: ['value'],
  edit_text: ['target'],
  keep: ['target'],
  avoid: ['target'],
  create: ['subject'],
}

function checkOp(id, o, message) {
  const known = vocabulary.ops[o.op]
  if (!known) return say(id, `op ${o.op} is not in the vocabulary`)
  for (const slot of list(NEEDS[o.op])) if (!(slot in o)) say(id, `${o.op} lacks ${slot}`)
  for (const [slot, value] of Object.entries(o)) {
    if (slot === 'op') continue
    if (!known.slots.includes(slot)) say(id, `${o.op} has no slot ${slot}`)
    const { type, values } = vocabulary.slots[slot] ?? {}
    const choices = String(value).split('|')
    if (!choices.every((c) => c.trim())) say(id, `${slot} has an empty choice`)
    if (type === 'enum' && !choices.every((v) => values.includes(v)))
      say(id, `${slot}=${value} is not one of its values`)
    if (slot === 'direction' && DIRECTIONS[o.op] && !DIRECTIONS[o.op].includes(value))
      say(id, `${o.op} direction=${value}`)
    if (slot === 'amount' && !choices.every((v) => AMOUNT.test(v))) say(id, `${o.op} amount=${value}`)
    if (type === 'number' && !Number.isInteger(value)) say(id, `${slot}=${value} is not a whole number`)
    if ((type === 'list' || type === 'refs') !== Array.isArray(value)) say(id, `${slot} has the wrong form`)
  }
  if (
    o.op === 'tone' &&
    !String(o.value)
      .split('|')
      .every((v) => TONES.includes(v))
  )
    say(id, `tone value=${o.value}`)
  if (
    message !== undefined &&
    (o.op === 'add_text' || o.op === 'edit_text') &&
    o.value &&
    !o.value.split('|').some((v) => message.includes(v))
  )
    say(id, `lettering ${o.value} is not in the message`)
}

function elements(value, found = new Map()) {
  if (Array.isArray(value)) value.forEach((v) => elements(v, found))
  else if (value && typeof value === 'object') {
    if (value.id && value.name) found.set(value.id, value)
    Object.values(value).forEach((v) => elements(v, found))
  }
  return found
}

const singular = (w) => (/[a-z]{3,}s$/.test(w) && !/(ss|us)$/.test(w) ? w.slice(0, -1) : w)
const words = (t) => plain(String(t)).split(' ').map(singular)

/** What stands for no element of its own, so that no reference bears its name. */
const PARTS =
  /^(hair|face|faces|eyes|teeth|skin|lips|lipstick|eyebrows|freckles|moles|wrinkles|pose|expression|identity|clothes|everything else|rest|sky|composition|background)$/

/** Targets whose words come up in no referred element: worth a second look, not always wrong. */
function doubtfulTargets(d, reading, known) {
  const named = reading.refers_to
    .filter((r) => r.startsWith('el:'))
    .map((r) => known.get(r.slice(3))?.name ?? '')
  for (const o of reading.ops) {
    if (
      ['add', 'avoid', 'create', 'edit_text'].includes(o.op) ||
      !o.target ||
      PARTS.test(o.target.split('|')[0])
    )
      continue
    const nouns = o.target.split('|').flatMap(words)
    if (!named.some((n) => words(n).some((w) => nouns.includes(w))))
      doubts.push(`${d.id}: doubtful target ${o.op} ${o.target} (${named.join(', ')}): ${d.message}`)
  }
  const first = reading.ops.map((o) => o.target).filter(Boolean)
  for (const [id, e] of known) {
    if (
      first.some((t) => plain(t.split('|')[0]) === plain(e.name)) &&
      !reading.refers_to.includes(`el:${id}`) &&
      ![...known.values()].some((x) => x.id !== id && plain(x.name) === plain(e.name))
    )
      doubts.push(`${d.id}: target ${e.name} is not among the references: ${d.message}`)
  }
}

function check(d) {
  for (const k of ['id', 'category', 'lang', 'history', 'message', 'images', 'expect', 'source'])
    if (!(k in d)) say(d.id, `lacks ${k}`)
  if (d.images !== list(d.uploads).length) say(d.id, 'images and uploads differ')
  if (!d.message.trim()) say(d.id, 'says nothing')
  const known = elements([d.history, d.uploads ?? []])
  const turns = d.history.filter((t) => t.role === 'assistant').length
  const images = d.images + d.history.reduce((n, t) => n + (t.images ?? 0), 0)
  for (const t of d.history) for (const o of list(t.ops)) checkOp(d.id, o)
  const resolves = (r) => {
    if (r === 'edit:last') return turns > 0
    const [kind, name] = r.split(':')
    return kind === 'el'
      ? known.has(name)
      : kind === 'image'
        ? name >= 1 && name <= images
        : kind === 'turn' && name >= 1 && name <= turns
  }
  const { also = [], may = {}, ...first } = d.expect
  for (const e of [first, ...also]) {
    if (!vocabulary.kinds[e.kind]) say(d.id, `kind ${e.kind}`)
    // An ellipsis may leave the wording to the edit before.
    const said = e.refers_to.includes('edit:last')
      ? `${d.message} ${JSON.stringify(d.history.at(-1))}`
      : d.message
    e.ops.forEach((o) => checkOp(d.id, o, said))
    for (const r of [
      ...e.refers_to,
      ...e.ops.flatMap((o) => [o.source, o.into, o.subject_ref, ...list(o.sources)].filter(Boolean)),
    ])
      if (!resolves(r)) say(d.id, `${r} names nothing`)
    if (new Set(e.refers_to).size !== e.refers_to.length) say(d.id, 'a reference is given twice')
    if ((e.kind === 'clarify') !== e.ask in vocabulary.ask) say(d.id, `ask ${e.ask}`)
    if ((e.kind === 'refuse') !== e.reason in vocabulary.reason) say(d.id, `reason ${e.reason}`)
    for (const k of Object.keys(e.constraints ?? {}))
      if (!vocabulary.constraints[k]) say(d.id, `constraint ${k}`)
    if (['question', 'clarify', 'refuse', 'revert_to'].includes(e.kind) && e.ops.length)
      say(d.id, `${e.kind} carries ops`)
    if (e.kind === 'edit' && !e.ops.length && !list(may.ops).length) say(d.id, 'edit without ops')
    if (
      e.kind === 'edit' &&
      e.ops[0]?.op === 'undo' &&
      e.ops.length > 1 &&
      !e.refers_to.includes('edit:last')
    )
      say(d.id, 'a correction without edit:last')
    if (['undo', 'redo', 'export', 'set_option'].includes(e.kind) && !e.ops.some((o) => o.op === e.kind))
      say(d.id, `${e.kind} without its op`)
    if (e.kind === 'vary' && !e.ops.some((o) => o.op === 'variation')) say(d.id, 'vary without variation')
    if (e.kind === 'generate' && !e.ops.some((o) => o.op === 'create')) say(d.id, 'generate without create')
    if (e.kind === 'style_transfer' && !e.ops.every((o) => ['restyle', 'keep'].includes(o.op)))
      say(d.id, 'style_transfer with more than a restyle')
  }
  for (const o of list(may.ops)) if (!vocabulary.ops[o]) say(d.id, `may op ${o}`)
  for (const s of list(may.slots)) if (!vocabulary.slots[s]) say(d.id, `may slot ${s}`)
  for (const c of list(may.constraints)) if (!vocabulary.constraints[c]) say(d.id, `may constraint ${c}`)
  if (strict) doubtfulTargets(d, first, known)
}

const items = files.flatMap(load)
items.forEach(check)

/** The same words may be said of another picture, but not of the same one twice. */
const setting = (d) => JSON.stringify([d.history, d.uploads ?? []])
const seen = new Map()
for (const d of items) {
  const key = plain(d.message)
  const same = seen.get(key)
  if (same?.some((s) => setting(s) === setting(d))) say(d.id, `said twice of the same picture: ${d.message}`)
  else if (same && words(d.message).length > 3) say(d.id, `same wording as ${same[0].id}: ${d.message}`)
  seen.set(key, [...(same ?? []), d])
}

const bag = (t) => new Set(plain(t).split(' '))
const closeness = (a, b) => {
  const both = [...a].filter((w) => b.has(w)).length
  return both / (a.size + b.size - both)
}
const sceneKey = (els) =>
  els
    .map((e) => `${e.color ?? ''} ${e.name}`)
    .toSorted()
    .join(', ')
const scenesOf = (d) =>
  [...list(d.uploads), ...list(d.history).flatMap((t) => [t.scene, ...list(t.uploads)])]
    .filter((s) => s?.length > 1)
    .map(sceneKey)
const foreign = others.flatMap(load)
// One or two words ("more", "undo") have no other wording.
const foreignTexts = foreign
  .flatMap((d) => (d.turns ? d.turns.map((t) => t.say) : [d.message ?? d.prompt]))
  .map((text) => ({ text, bare: bag(text).size <= 2, key: plain(text), set: bag(text) }))
const foreignScenes = new Set(foreign.flatMap(scenesOf))
const reported = new Set()
for (const d of items) {
  const set = bag(d.message),
    key = plain(d.message)
  for (const f of foreignTexts) {
    if (key === f.key && !f.bare) say(d.id, `same wording as a message kept apart: ${d.message}`)
    else if (set.size >= 4 && f.set.size >= 4 && closeness(set, f.set) >= 0.7)
      say(d.id, `close to a message kept apart: ${d.message} / ${f.text}`)
  }
  for (const s of scenesOf(d))
    if (foreignScenes.has(s) && !reported.has(s)) {
      reported.add(s)
      say(d.id, `same scene as one kept apart: ${s}`)
    }
}

const tally = {}
for (const d of items) tally[d.category] = (tally[d.category] ?? 0) + 1
console.log(
  `${items.length} messages: ${Object.entries(tally)
    .map(([k, n]) => `${k} ${n}`)
    .join(', ')}`,
)
for (const p of [...doubts, ...problems]) console.log(p)
console.log(problems.length ? `${problems.length} problems` : 'no problems')
process.exitCode = problems.length ? 1 : 0
