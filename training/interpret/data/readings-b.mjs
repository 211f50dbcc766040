// Reads a label: `[category] kind: op(value; slot=value) @ref {constraint=value} ?ask !reason ~may`.
import { ASKS, CONSTRAINTS, DIRECTIONS, KINDS, OPS, OPTIONS, REASONS, SHORT_KINDS } from './words-b.mjs'

/** Stops at a line that cannot be read and says which. */
export const fail = (line, what) => {
  throw new Error(`${line.file}:${line.number}: ${what}: ${line.text}`)
}

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

/**
 * Reads one reading. `sent` are the references that a message without `@-` means anyway. A further reading that names none
 * takes those of the `first`, unless it is one that speaks of no picture: a step in the history, a file, asking back, refusing.
 */
export function readReading(text, line, sent, first) {
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
  const ofItsOwn =
    ['undo', 'redo', 'export', 'clarify', 'refuse'].includes(reading.kind) ||
    (reading.kind === 'question' && first?.kind === 'question')
  const refs =
    first && !reading.refs.length && !bare && !ofItsOwn
      ? first.refers_to
      : [...(bare ? [] : sent), ...reading.refs]
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

export const readOps = (text, line) =>
  [...text.matchAll(/([a-z_]+)\(([^)]*)\)/g)].map((m) => readOp(m[1], m[2], line))
