/** Reads `kinds/*.txt` (format: kinds/README.md) into plain entries. */
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('kinds/', import.meta.url)
const ANCHORS = ['top', 'seat', 'inside', 'head', 'hand', 'door', 'chimney', 'waterline']
const STATES = [
  'happy', 'sad', 'angry', 'surprised', 'sleeping', 'running', 'flying', 'jumping', 'sitting', 'dancing', 'lit', 'open',
  'closed', 'snowy', 'old', 'young', 'broken', 'wet',
]

/** Where the icons of Fluent emoji look to the left. Own drawings and figures look to the right unless their line says `left`. */
const ICONS_LEFT = new Set(['animal', 'bird', 'fish', 'insect', 'vehicle', 'person'])
const MORE_LEFT = new Set(['dragon', 'helicopter', 'carousel'])
const isIcon = (reference) => !/^(own|figure|bust|tree):/.test(reference)

/** Anchors of kinds that say nothing of their own, by category: shares of the box from its top left. */
const DEFAULTS = {
  person: { head: [0.5, 0.02], hand: [0.8, 0.56], seat: [0.5, 0.6] },
  fantasy: { head: [0.5, 0.05], hand: [0.8, 0.58] },
  animal: { head: [0.75, 0.08], seat: [0.5, 0.3], hand: [0.8, 0.6] },
  bird: { head: [0.5, 0.03], hand: [0.6, 0.8] },
  watercraft: { waterline: [0.5, 0.85], seat: [0.5, 0.6] },
  fish: { waterline: [0.5, 0.6] },
}

export function readKinds() {
  const kinds = []
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).sort()) {
    let category = ''
    readFileSync(new URL(file, FOLDER), 'utf8').split('\n').forEach((line, row) => {
      const where = `kinds/${file}:${row + 1}`
      if (line.trim() === '') return
      if (line.startsWith('# ')) category = line.slice(2).trim()
      else kinds.push(parse(line, category, where))
    })
  }
  const seen = new Map()
  for (const kind of kinds) {
    if (seen.has(kind.id)) throw new Error(`${kind.where}: "${kind.id}" is already at ${seen.get(kind.id)}`)
    seen.set(kind.id, kind.where)
  }
  return kinds
}

function parse(line, category, where) {
  const fields = line.split('|').map((field) => field.trim())
  if (fields.length < 6) throw new Error(`${where}: needs six fields between bars, has ${fields.length}`)
  const [id, names, height, support, recolor, art, extras = ''] = fields
  const kind = {
    where, id, category,
    names: [id, ...names.split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== id)],
    height: Number(height),
    support: support.replace('*', ''),
    indoor: support.endsWith('*'),
    recolor: Number(recolor),
    art: { default: art.split(' ').filter(Boolean), states: {} },
    anchors: structuredClone(DEFAULTS[category] ?? {}),
    right: true,
  }
  for (const extra of extras.split(';').map((text) => text.trim()).filter(Boolean)) {
    const [key, value] = extra.split('=')
    if (key === 'left') kind.right = false
    else if (key === 'w') kind.aspect = Number(value)
    else if (key === 'face') kind.art.portrait = value.split(' ')
    else if (ANCHORS.includes(key)) kind.anchors[key] = value.split(',').map(Number)
    else if (STATES.includes(key)) kind.art.states[key] = value.split(' ')
    else throw new Error(`${where}: "${key}" is no anchor, no state, nor one of w, face, left`)
  }
  const ownLeft = !kind.right
  const iconsLeft = ICONS_LEFT.has(category) || MORE_LEFT.has(id)
  const looks = [...kind.art.default, ...Object.values(kind.art.states).flat()].map((reference) => reference.split('~')[0])
  kind.leftward = [...new Set(looks.filter((name) => (isIcon(name) ? iconsLeft : ownLeft && name.startsWith('own:'))))]
  kind.right = !kind.leftward.includes(looks[0])
  const figure = kind.art.default[0]
  if (figure.startsWith('figure:')) {
    kind.art.portrait ??= [figure.replace('figure:', 'bust:')]
    if (!['figure:couple', 'figure:family', 'figure:genie'].includes(figure)) kind.art.states.sitting ??= [`${figure}@sit`]
  }
  return kind
}
