#!/usr/bin/env node
// Expands the compact sources authored/*-a.txt into one labelled message per line, NAME-a.jsonl.
//   node expand-a.mjs            writes the files beside this script
// README-a.md says how a source is written. No dependencies.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

const CATEGORIES = {
  ph: 'photometric',
  wa: 'warmth',
  de: 'detail',
  ge: 'geometry',
  am: 'amount',
  ne: 'negation',
  el: 'ellipsis',
  co: 'correction',
  cl: 'clarify',
  no: 'noisy',
  im: 'implicit',
  ad: 'add',
  rm: 'remove',
  rp: 'replace',
  rc: 'recolor',
  pl: 'place',
  pe: 'person',
  bg: 'background',
  sc: 'scene',
  st: 'style',
  rs: 'restore',
  tx: 'text',
  mu: 'multi',
  rf: 'reference',
  qu: 'question',
}

/** The slots that may be given by place, in this order; any other is given as slot=value. */
const PLACES = {
  temperature: ['direction', 'target', 'amount'],
  tint: ['value', 'direction', 'target', 'amount'],
  brightness: ['direction', 'target', 'amount'],
  contrast: ['direction', 'target', 'amount'],
  saturation: ['direction', 'target', 'amount'],
  tone: ['value', 'direction', 'target', 'amount'],
  monochrome: ['value', 'target'],
  invert: ['target'],
  look: ['value', 'amount'],
  auto_enhance: ['target', 'amount'],
  dehaze: ['amount'],
  blur: ['target', 'value', 'amount'],
  sharpen: ['target', 'amount'],
  denoise: ['target', 'amount'],
  grain: ['direction', 'amount'],
  vignette: ['direction', 'amount'],
  crop: ['target', 'region', 'value', 'amount'],
  rotate: ['amount', 'direction', 'target'],
  straighten: ['value'],
  flip: ['direction', 'target'],
  aspect: ['value'],
  resize: ['value', 'amount', 'direction'],
  upscale: ['value', 'amount'],
  extend: ['region', 'value', 'amount'],
  border: ['color', 'value', 'amount'],
  add: ['target', 'region', 'color', 'count'],
  remove: ['target', 'count'],
  replace: ['target', 'value', 'color'],
  set_count: ['target', 'count'],
  move: ['target', 'region', 'direction', 'amount'],
  scale: ['target', 'direction', 'amount'],
  recolor: ['target', 'value'],
  material: ['target', 'value'],
  modify: ['target', 'value'],
  expression: ['target', 'value'],
  pose: ['target', 'value'],
  outfit: ['target', 'value', 'color'],
  retouch: ['target', 'value', 'amount'],
  background: ['value', 'target'],
  weather: ['value', 'amount'],
  season: ['value'],
  time_of_day: ['value'],
  light: ['value', 'target', 'color', 'region', 'amount'],
  viewpoint: ['value', 'target'],
  restyle: ['value', 'target', 'amount'],
  restore: ['value', 'target'],
  colorize: ['target'],
  add_text: ['value', 'region', 'color', 'font', 'size'],
  edit_text: ['target', 'value', 'color', 'font', 'size'],
  create: [],
  variation: ['count', 'value', 'amount'],
  keep: ['target'],
  avoid: ['target'],
  undo: ['steps'],
  redo: ['steps'],
}
const WHOLE_NUMBERS = new Set(['count', 'steps'])
const LISTS = new Set(['subject', 'sources'])

function typed(slot, text) {
  if (WHOLE_NUMBERS.has(slot)) return Number(text)
  return LISTS.has(slot) ? text.split(',').map((t) => t.trim()) : text
}

/** `recolor door; teal` or `add cat; on the wall; count=2`; a lone `-` leaves a place empty. */
function readOp(text, where) {
  const [op] = text.trim().split(/\s/, 1)
  const places = PLACES[op]
  if (!places) throw new Error(`${where}: no op ${op}`)
  const out = { op }
  const rest = text.trim().slice(op.length).trim()
  if (!rest) return out
  let place = 0
  for (const part of rest.split(/;\s*/).map((p) => p.trim())) {
    const named = part.match(
      /^(target|value|region|direction|amount|count|color|size|font|steps|subject)=(.*)$/,
    )
    if (named) out[named[1]] = typed(named[1], named[2])
    else {
      const slot = places[place++]
      if (!slot) throw new Error(`${where}: too many places in ${text}`)
      if (part !== '-') out[slot] = typed(slot, part)
    }
  }
  return out
}

/** `cat/gray@left~sleeping=TEXT`: name, colour, region, state, lettering. The id is the name's last word and a number. */
function readElement(text, taken) {
  const m = text.trim().match(/^([^/@~=]+)(?:\/([^@~=]+))?(?:@([^~=]+))?(?:~([^=]+))?(?:=(.+))?$/)
  if (!m) throw new Error(`element ${text}`)
  const [, name, color, region, state, value] = m
  const stem = name
    .trim()
    .split(' ')
    .at(-1)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  let n = 1
  while (taken.has(stem + n)) n++
  taken.add(stem + n)
  return {
    id: stem + n,
    name: name.trim(),
    ...(color && { color }),
    ...(region && { region }),
    ...(state && { state }),
    ...(value && { value }),
  }
}

/** `+hat/red@top` adds, `-dog1` takes away, `car1/blue`, `car1@left`, `car1~dusty`, `sign1=SALE`, `mug1:cup` change. */
function patched(scene, patches, taken) {
  let out = scene
  for (const p of patches) {
    if (p[0] === '+') out = [...out, readElement(p.slice(1), taken)]
    else if (p[0] === '-') out = out.filter((e) => e.id !== p.slice(1))
    else {
      const [, id, sign, value] = p.match(/^(\w+?\d+)([/@~=:])(.+)$/) ?? []
      const slot = { '/': 'color', '@': 'region', '~': 'state', '=': 'value', ':': 'name' }[sign]
      if (!out.some((e) => e.id === id)) throw new Error(`patch ${p} names nothing`)
      out = out.map((e) => (e.id === id ? { ...e, [slot]: value } : e))
    }
  }
  return out
}

const splitPatches = (text) =>
  (text ?? '')
    .split(/,\s+/)
    .map((t) => t.trim())
    .filter(Boolean)

/** A reading: `op ...; ... ++ op ... @ref @ref`, or `!clarify target @ref`, or `!question @ref`. */
function readReading(text, where, pictures) {
  const refs = []
  let body = text.trim()
  for (let m; (m = body.match(/(?:^|\s)@([\w:-]+)$/)); body = body.slice(0, m.index).trim()) {
    if (m[1] !== '-') refs.unshift(m[1] === 'last' ? 'edit:last' : /:/.test(m[1]) ? m[1] : `el:${m[1]}`)
  }
  const refersTo = [...pictures, ...refs]
  if (body[0] === '!') {
    const [kind, why] = body.slice(1).split(' ')
    return {
      kind,
      ops: [],
      refers_to: refersTo,
      ...(kind === 'clarify' && { ask: why }),
      ...(kind === 'refuse' && { reason: why }),
    }
  }
  const ops = body.split(' ++ ').map((o) => readOp(o, where))
  const style =
    ops.some((o) => o.op === 'restyle' && !o.target) && ops.every((o) => ['restyle', 'keep'].includes(o.op))
  return { kind: style ? 'style_transfer' : 'edit', ops, refers_to: refersTo }
}

function readMay(text) {
  const may = {}
  for (const part of text.trim().split(/\s+/)) {
    const [what, values] = part.split('=')
    may[what] = values.split(',')
  }
  return may
}

/** Reads one source; see README-a.md for its lines. */
function readSource(text, file) {
  const items = []
  let scene = [],
    base = [],
    history = [],
    made = [],
    uploads = [],
    turn = 0,
    taken = new Set()
  const begin = () => {
    history = [...made]
    scene = base
    turn = made.length ? 1 : 0
  }
  text.split('\n').forEach((line, i) => {
    const where = `${file}:${i + 1}`
    if (!line.trim() || line.startsWith('#')) return
    try {
      let m
      if ((m = line.match(/^scene: (.*)$/))) {
        taken = new Set()
        base = m[1].split(/,\s+/).map((e) => readElement(e, taken))
        made = []
        uploads = []
        begin()
      } else if ((m = line.match(/^upload$/))) {
        made = []
        uploads = [base]
        begin()
      } else if ((m = line.match(/^make: (.*?) => (.*)$/))) {
        uploads = []
        made = [
          { role: 'user', text: m[1] },
          { role: 'assistant', turn: 1, ops: [{ op: 'create', subject: m[2].split(', ') }], scene: base },
        ]
        begin()
      } else if ((m = line.match(/^sent: (.*)$/))) {
        const [said, ops, patches] = m[1].split(' => ')
        uploads = []
        made = []
        begin()
        scene = patched(base, splitPatches(patches), taken)
        history = [
          { role: 'user', text: said, images: 1, uploads: [base] },
          { role: 'assistant', turn: 1, ops: readReading(ops, where, []).ops, scene },
        ]
        turn = 1
      } else if (line.trim() === '<') begin()
      else if ((m = line.match(/^> (.*)$/))) {
        const [said, ops, patches] = m[1].split(' => ')
        scene = patched(scene, splitPatches(patches), taken)
        history = [
          ...history,
          { role: 'user', text: said },
          { role: 'assistant', turn: ++turn, ops: readReading(ops, where, []).ops, scene },
        ]
      } else if ((m = line.match(/^([a-z]{2})\| (.*)$/))) {
        if (!CATEGORIES[m[1]]) throw new Error(`no category ${m[1]}`)
        const [message, first, ...rest] = m[2].split(' => ')
        const pictures = uploads.length ? ['image:1'] : []
        const { ...expect } = readReading(first, where, pictures)
        expect.constraints = {}
        for (const r of rest) {
          if (r.startsWith('also ')) {
            const own = r.slice(5)
            const reading = readReading(own, where, pictures)
            if (!/(?:^|\s)@[\w:-]+$/.test(own)) reading.refers_to = expect.refers_to
            ;(expect.also ??= []).push(reading)
          } else if (r.startsWith('may ')) expect.may = readMay(r.slice(4))
          else if (r.startsWith('con '))
            expect.constraints = Object.fromEntries(
              r
                .slice(4)
                .split('; ')
                .map((c) => c.split('=')),
            )
          else throw new Error(`no part ${r}`)
        }
        items.push({
          category: CATEGORIES[m[1]],
          lang: 'en',
          history,
          message: message.trim(),
          images: uploads.length,
          ...(uploads.length && { uploads }),
          expect,
          source: 'own',
        })
      } else throw new Error(`no line ${line}`)
    } catch (error) {
      throw new Error(`${where}: ${error.message}`, { cause: error })
    }
  })
  return items
}

for (const file of readdirSync(join(here, 'authored'))
  .filter((f) => f.endsWith('-a.txt'))
  .toSorted()) {
  const name = file.slice(0, -'.txt'.length)
  const items = readSource(readFileSync(join(here, 'authored', file), 'utf8'), file)
  const lines = items.map((item, i) =>
    JSON.stringify({ id: `${name}-${String(i + 1).padStart(4, '0')}`, ...item }),
  )
  writeFileSync(join(here, `${name}.jsonl`), lines.join('\n') + '\n')
  console.log(`${name}: ${items.length}`)
}
