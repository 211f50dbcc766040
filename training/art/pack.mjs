/** Drawings to bytes; read by packages/scene/src/vector/decode.ts, which says what they mean. */
import { gzipSync } from 'node:zlib'

const UNIT = 512
const FINE = 4096
/** As in packages/core/src/scene.ts. */
const PARTS = ['hair', 'handle', 'sail', 'roof', 'door', 'chimney']
const ROLES = ['none', 'body', 'keep', 'light', 'mouth', 'brow', 'eye']

class Writer {
  bytes = []
  byte(value) {
    this.bytes.push(value & 255)
  }
  count(value) {
    while (value >= 128) {
      this.bytes.push((value % 128) + 128)
      value = Math.floor(value / 128)
    }
    this.bytes.push(value)
  }
  signed(value) {
    this.count(value < 0 ? -2 * value - 1 : 2 * value)
  }
  color(color) {
    for (const part of color) this.byte(Math.round(Math.min(1, Math.max(0, part)) * 255))
  }
}

const MARKS = ['headX', 'headTop', 'chin', 'handX', 'handY', 'seat']

export function packDrawing({ width, height, box, marks, nodes }) {
  const out = new Writer()
  for (const length of [width, height, box.left, box.top, box.right, box.bottom]) out.count(Math.max(0, Math.round(length * UNIT)))
  out.byte(marks ? 1 : 0)
  if (marks) for (const name of MARKS) out.signed(Math.round(marks[name] * UNIT))
  writeNodes(out, nodes)
  return Uint8Array.from(out.bytes)
}

/** The whole file: names, lengths, drawings; gzip, whose checksum tells a truncated download. */
export function packFile(drawings) {
  const out = new Writer()
  const text = (value) => Buffer.from(value).forEach((byte) => out.byte(byte))
  text('PLART1')
  out.count(drawings.size)
  for (const [name, bytes] of drawings) {
    out.count(Buffer.byteLength(name))
    text(name)
    out.count(bytes.length)
  }
  return gzipSync(Buffer.concat([Uint8Array.from(out.bytes), ...drawings.values()]), { level: 9 })
}

function writeNodes(out, nodes) {
  out.count(nodes.length)
  for (const node of nodes) node.children ? writeGroup(out, node) : writeShape(out, node)
}

function writeGroup(out, { children, opacity, effects, mask }) {
  out.byte(1)
  out.byte(Math.round(opacity * 255))
  out.count(effects.length)
  for (const effect of effects) {
    out.byte(['blur', 'inner shadow', 'drop shadow'].indexOf(effect.kind))
    out.count(Math.round(effect.deviation * FINE))
    if (effect.kind === 'blur') continue
    out.signed(Math.round(effect.dx * FINE))
    out.signed(Math.round(effect.dy * FINE))
    out.color(effect.color)
  }
  out.byte(mask === null ? 0 : mask.luminance ? 2 : 1)
  if (mask !== null) writeNodes(out, mask.nodes)
  writeNodes(out, children)
}

function writeShape(out, { path, evenodd, paint, role, part }) {
  const kind = ['solid', 'linear', 'radial'].indexOf(paint.kind)
  const index = ROLES.indexOf(role)
  if (index < 0) throw new Error(`data-role "${role}" is none of ${ROLES.join(', ')}`)
  const piece = part === undefined ? -1 : PARTS.indexOf(part)
  if (part !== undefined && piece < 0) throw new Error(`data-part "${part}" is none of ${PARTS.join(', ')}`)
  out.byte((evenodd ? 2 : 0) | ((index & 3) << 2) | (kind << 4) | ((index >> 2) << 6) | (piece < 0 ? 0 : 128))
  if (piece >= 0) out.byte(piece)
  if (kind === 0) out.color(paint.color)
  else {
    const m = paint.toDrawing
    for (const value of m.slice(0, 4)) out.signed(Math.round(value * FINE))
    for (const value of m.slice(4)) out.signed(Math.round(value * UNIT))
    out.count(paint.stops.length)
    for (const stop of paint.stops) {
      out.byte(Math.round(stop.offset * 255))
      out.color(stop.color)
    }
  }
  out.count(path.verbs.length)
  path.verbs.forEach((verb) => out.byte(verb))
  let [x, y] = [0, 0]
  for (let i = 0; i < path.points.length; i += 2) {
    const [nx, ny] = [Math.round(path.points[i] * UNIT), Math.round(path.points[i + 1] * UNIT)]
    out.signed(nx - x)
    out.signed(ny - y)
    x = nx
    y = ny
  }
}
