/**
 * SVG to the renderer's drawings (packages/scene/src/vector/drawing.ts): references are resolved, transforms applied, strokes turned
 * into outlines (by Skia), filters recognised as blurs and shadows. Throws on what it cannot keep; never drops anything in silence.
 */
import { createRequire } from 'node:module'
import names from 'color-name'
import svgpath from 'svgpath'
import { parseSync } from 'svgson'

const require = createRequire(import.meta.url)
const skia = await require('canvaskit-wasm')()

const INHERITED = [
  'fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-linecap', 'stroke-linejoin',
  'stroke-miterlimit', 'color', 'data-role', 'data-part',
]
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline'])
const IDLE = new Set(['defs', 'title', 'desc', 'metadata', 'linearGradient', 'radialGradient', 'clipPath', 'mask', 'filter'])

/** { width, height, nodes } of a drawing as `sources.mjs` gives it, scaled so that its longer side is 32 units. */
export function flatten({ width, height, body }) {
  const root = parseSync(`<svg>${body}</svg>`)
  const ids = new Map()
  index(root, ids)
  const scale = 32 / Math.max(width, height)
  const nodes = walk(root.children, { ids, matrix: [scale, 0, 0, scale, 0, 0], style: { fill: '#000' } })
  return { width: width * scale, height: height * scale, nodes }
}

/** Outline boxes of elements of a parsed drawing: a function from an element to { left, top, right, bottom } or null. */
export function measurer(root, { width, height }) {
  const ids = new Map()
  index(root, ids)
  const scale = 32 / Math.max(width, height)
  const context = { ids, matrix: [scale, 0, 0, scale, 0, 0], style: { fill: '#000' } }
  return (element) => {
    const points = []
    const collect = (node) => (node.children ? node.children.forEach(collect) : points.push(...node.path.points))
    convert(element, context).forEach(collect)
    return points.length === 0 ? null : boundsOf(points)
  }
}

/** Drawings of single elements of a parsed drawing: a function from an element to nodes. */
export function drawer(root, { width, height }) {
  const ids = new Map()
  index(root, ids)
  const scale = 32 / Math.max(width, height)
  return (element) => convert(element, { ids, matrix: [scale, 0, 0, scale, 0, 0], style: { fill: '#000' } })
}

function index(element, ids) {
  if (element.attributes?.id) ids.set(element.attributes.id, element)
  element.children?.forEach((child) => index(child, ids))
}

const walk = (elements, context) => elements.flatMap((element) => convert(element, context))

function convert(element, context) {
  if (element.type === 'text' || IDLE.has(element.name)) return []
  const attributes = withStyle(element.attributes)
  const inner = { ...context, style: { ...context.style }, matrix: multiply(context.matrix, parseTransform(attributes.transform)) }
  for (const key of INHERITED) if (attributes[key] !== undefined && attributes[key] !== 'inherit') inner.style[key] = attributes[key]
  if (attributes.display === 'none' || attributes.visibility === 'hidden') return []
  const children = content(element, attributes, inner)
  return grouped(children, attributes, inner)
}

function content(element, attributes, context) {
  if (element.name === 'g' || element.name === 'svg') return walk(element.children, context)
  if (element.name === 'use') {
    const target = context.ids.get((attributes.href ?? attributes['xlink:href'] ?? '').slice(1))
    if (target === undefined) throw new Error(`<use> points to nothing: ${JSON.stringify(attributes)}`)
    const moved = multiply(context.matrix, [1, 0, 0, 1, number(attributes.x), number(attributes.y)])
    return convert(target, { ...context, matrix: moved })
  }
  if (SHAPES.has(element.name)) return shapes(outlineOf(element.name, attributes), context)
  throw new Error(`<${element.name}> is not supported`)
}

function grouped(children, attributes, context) {
  if (children.length === 0) return []
  const effects = filterOf(attributes.filter, context)
  const opacity = attributes.opacity === undefined ? 1 : Number(attributes.opacity)
  let nodes = children
  if (effects.length > 0 || opacity < 1) {
    // A single plain colour needs no layer of its own to be faint.
    if (effects.length === 0 && nodes.length === 1 && nodes[0].path) return [faded(nodes[0], opacity)]
    nodes = [{ children: nodes, opacity, effects, mask: null }]
  }
  for (const [name, luminance] of [['clip-path', false], ['mask', null]]) {
    const reference = idOf(attributes[name])
    if (reference === null) continue
    const target = context.ids.get(reference)
    if (target === undefined) throw new Error(`${name} points to nothing: ${attributes[name]}`)
    nodes = [{ children: nodes, opacity: 1, effects: [], mask: maskOf(target, luminance, context) }]
  }
  return nodes
}

function maskOf(target, luminance, context) {
  const own = withStyle(target.attributes)
  const style = { fill: '#000' }
  for (const key of INHERITED) if (own[key] !== undefined) style[key] = own[key]
  const units = own.clipPathUnits ?? own.maskContentUnits
  if (units === 'objectBoundingBox') throw new Error('masks in units of the bounding box are not supported')
  const matrix = multiply(context.matrix, parseTransform(own.transform))
  const inner = { ...context, style, matrix, clip: luminance === false }
  return { luminance: luminance ?? own['mask-type'] !== 'alpha', nodes: walk(target.children, inner) }
}

function faded(shape, opacity) {
  const fade = (color) => [color[0], color[1], color[2], color[3] * opacity]
  const { paint } = shape
  return {
    ...shape,
    paint: paint.kind === 'solid' ? { ...paint, color: fade(paint.color) }
      : { ...paint, stops: paint.stops.map((stop) => ({ ...stop, color: fade(stop.color) })) },
  }
}

function shapes(outline, context) {
  const { style, matrix } = context
  const found = []
  const role = style['data-role'] ?? 'none'
  const part = style['data-part']
  const rule = context.clip ? style['clip-rule'] : style['fill-rule']
  if (context.clip) {
    const solid = { kind: 'solid', color: [1, 1, 1, 1] }
    return [{ path: toPath(outline, matrix), evenodd: rule === 'evenodd', paint: solid, role: 'none' }]
  }
  const box = () => boundsOf(toPath(outline, [1, 0, 0, 1, 0, 0]).points)
  const fill = paintOf(style.fill, number(style['fill-opacity'], 1), context, box)
  if (fill !== null) found.push({ path: toPath(outline, matrix), evenodd: rule === 'evenodd', paint: fill, role, part })
  const width = number(style['stroke-width'], 1)
  const stroke = width > 0 ? paintOf(style.stroke ?? 'none', number(style['stroke-opacity'], 1), context, box) : null
  if (stroke !== null) found.push({ path: strokePath(outline, style, width, matrix), evenodd: false, paint: stroke, role, part })
  return found.filter(({ path }) => path.points.length > 2)
}

function strokePath(outline, style, width, matrix) {
  const path = skia.Path.MakeFromSVGString(outline)
  if (path === null) throw new Error(`Skia cannot read the path ${outline.slice(0, 80)}`)
  const cap = { round: skia.StrokeCap.Round, square: skia.StrokeCap.Square }[style['stroke-linecap']] ?? skia.StrokeCap.Butt
  const join = { round: skia.StrokeJoin.Round, bevel: skia.StrokeJoin.Bevel }[style['stroke-linejoin']] ?? skia.StrokeJoin.Miter
  const stroked = path.makeStroked?.({ width, cap, join, miter_limit: number(style['stroke-miterlimit'], 4), precision: 40 })
    ?? (path.stroke({ width, cap, join, miter_limit: number(style['stroke-miterlimit'], 4), precision: 40 }) && path)
  const text = stroked.toSVGString()
  stroked.delete()
  return toPath(text, matrix)
}

const VERB = { M: 0, L: 1, Q: 2, C: 3, Z: 4 }

/** Verbs and points of an SVG path after a transform. */
function toPath(d, [a, b, c, e, tx, ty]) {
  const verbs = []
  const points = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const add = (verb, ...numbers) => {
    verbs.push(VERB[verb])
    for (let i = 0; i < numbers.length; i += 2)
      points.push(a * numbers[i] + c * numbers[i + 1] + tx, b * numbers[i] + e * numbers[i + 1] + ty)
  }
  const parsed = svgpath(d).abs().unarc().unshort()
  if (parsed.err) throw new Error(`bad path: ${parsed.err}`)
  for (const [verb, ...numbers] of parsed.segments) {
    if (verb === 'H') add('L', (x = numbers[0]), y)
    else if (verb === 'V') add('L', x, (y = numbers[0]))
    else if (verb === 'Z' || verb === 'z') {
      add('Z')
      x = startX
      y = startY
    } else {
      add(verb, ...numbers)
      x = numbers.at(-2)
      y = numbers.at(-1)
      if (verb === 'M') [startX, startY] = [x, y]
    }
  }
  return { verbs, points }
}

function outlineOf(name, a) {
  const n = (key, fallback = 0) => number(a[key], fallback)
  if (name === 'path') return a.d ?? ''
  if (name === 'line') return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`
  if (name === 'polygon' || name === 'polyline') {
    const values = a.points.trim().split(/[\s,]+/)
    return `M${values.slice(0, 2).join(' ')}L${values.slice(2).join(' ')}${name === 'polygon' ? 'Z' : ''}`
  }
  if (name === 'circle' || name === 'ellipse') {
    const rx = name === 'circle' ? n('r') : n('rx')
    const ry = name === 'circle' ? n('r') : n('ry')
    return `M${n('cx') - rx} ${n('cy')}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0Z`
  }
  const [x, y, w, h] = [n('x'), n('y'), n('width'), n('height')]
  const rx = Math.min(w / 2, n('rx', n('ry')))
  const ry = Math.min(h / 2, n('ry', n('rx')))
  if (rx === 0 || ry === 0) return `M${x} ${y}h${w}v${h}h${-w}Z`
  const corner = (dx, dy) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`
  return `M${x + rx} ${y}h${w - 2 * rx}${corner(rx, ry)}v${h - 2 * ry}${corner(-rx, ry)}h${2 * rx - w}${corner(-rx, -ry)}v${2 * ry - h}${corner(rx, -ry)}Z`
}

function paintOf(value, opacity, context, box) {
  if (value === undefined || value === 'none' || value === 'transparent') return null
  const reference = idOf(value)
  if (reference === null) {
    const color = colorOf(value === 'currentColor' ? (context.style.color ?? '#000') : value)
    return { kind: 'solid', color: [color[0], color[1], color[2], color[3] * opacity] }
  }
  const gradient = context.ids.get(reference)
  if (gradient === undefined) throw new Error(`paint ${value} points to nothing`)
  const a = inheritedGradient(gradient, context.ids)
  const stops = a.stops.map((stop) => ({ ...stop, color: [...stop.color.slice(0, 3), stop.color[3] * opacity] }))
  if (stops.length === 0) return null
  if (stops.length === 1) return { kind: 'solid', color: stops[0].color }
  let toUser = parseTransform(a.gradientTransform)
  if ((a.gradientUnits ?? 'objectBoundingBox') === 'objectBoundingBox') {
    const { left, top, right, bottom } = box()
    toUser = multiply([Math.max(1e-6, right - left), 0, 0, Math.max(1e-6, bottom - top), left, top], toUser)
  }
  const linear = gradient.name === 'linearGradient'
  const part = (key, fallback) => (a[key] === undefined ? fallback : String(a[key]).endsWith('%') ? parseFloat(a[key]) / 100 : Number(a[key]))
  let own
  if (linear) {
    const [x1, y1, x2, y2] = [part('x1', 0), part('y1', 0), part('x2', 1), part('y2', 0)]
    if (x1 === x2 && y1 === y2) return { kind: 'solid', color: stops.at(-1).color }
    own = [x2 - x1, y2 - y1, -(y2 - y1), x2 - x1, x1, y1]
  } else {
    const r = part('r', 0.5)
    if ((a.fx !== undefined && part('fx') !== part('cx', 0.5)) || (a.fy !== undefined && part('fy') !== part('cy', 0.5)))
      throw new Error('radial gradients with a focus of their own are not supported')
    own = [r, 0, 0, r, part('cx', 0.5), part('cy', 0.5)]
  }
  if ((a.spreadMethod ?? 'pad') !== 'pad') throw new Error('gradients that repeat are not supported')
  return { kind: linear ? 'linear' : 'radial', toDrawing: multiply(context.matrix, multiply(toUser, own)), stops }
}

function inheritedGradient(gradient, ids) {
  const reference = (gradient.attributes.href ?? gradient.attributes['xlink:href'] ?? '').slice(1)
  const base = reference ? inheritedGradient(ids.get(reference), ids) : { stops: [] }
  const stops = gradient.children.filter((child) => child.name === 'stop').map((stop) => {
    const a = withStyle(stop.attributes)
    const raw = a.offset ?? '0'
    const color = colorOf(a['stop-color'] ?? '#000')
    const offset = String(raw).endsWith('%') ? parseFloat(raw) / 100 : Number(raw)
    return { offset, color: [color[0], color[1], color[2], color[3] * number(a['stop-opacity'], 1)] }
  })
  let last = 0
  for (const stop of stops) last = stop.offset = Math.min(1, Math.max(last, stop.offset))
  return { ...base, ...gradient.attributes, stops: stops.length > 0 ? stops : base.stops }
}

/** Blurs and shadows of a filter as design tools export them, in the order of drawing. */
function filterOf(value, context) {
  const reference = idOf(value)
  if (reference === null) return []
  const scale = Math.sqrt(Math.abs(context.matrix[0] * context.matrix[3] - context.matrix[1] * context.matrix[2]))
  const effects = []
  let shadow = null
  for (const step of context.ids.get(reference).children) {
    const a = step.attributes
    if (step.name === 'feFlood') continue
    if (step.name === 'feColorMatrix' && a.in === 'SourceAlpha') shadow = { kind: '', dx: 0, dy: 0, deviation: 0, color: [0, 0, 0, 1] }
    else if (step.name === 'feColorMatrix' && shadow) {
      const v = a.values.trim().split(/\s+/).map(Number)
      shadow.color = [v[4], v[9], v[14], v[18]]
    } else if (step.name === 'feOffset' && shadow) {
      const [dx, dy] = [number(a.dx), number(a.dy)]
      shadow.dx = context.matrix[0] * dx + context.matrix[2] * dy
      shadow.dy = context.matrix[1] * dx + context.matrix[3] * dy
    } else if (step.name === 'feGaussianBlur') {
      const deviation = parseFloat(a.stdDeviation) * scale
      if (shadow) shadow.deviation = deviation
      else effects.push({ kind: 'blur', deviation })
    } else if (step.name === 'feComposite' && shadow) shadow.kind = a.operator === 'out' ? 'drop shadow' : 'inner shadow'
    else if (step.name === 'feMorphology') continue // widens a shadow by a fraction of a unit: not seen
    else if (step.name === 'feBlend') {
      if (!shadow) continue
      if (shadow.kind !== '') effects.push(shadow)
      shadow = null
    } else throw new Error(`filter step ${step.name} is not supported`)
  }
  return effects
}

const idOf = (value) => /^url\(["']?#([^"')]+)["']?\)$/.exec((value ?? '').trim())?.[1] ?? null
const number = (value, fallback = 0) => (value === undefined ? fallback : parseFloat(value))

function withStyle(attributes) {
  if (!attributes.style) return attributes
  const pairs = attributes.style.split(';').map((part) => part.split(':').map((text) => text.trim())).filter((pair) => pair.length === 2)
  return { ...attributes, ...Object.fromEntries(pairs) }
}

function colorOf(text) {
  const value = text.trim().toLowerCase()
  if (names[value]) return [...names[value].map((part) => part / 255), 1]
  const hex = /^#([0-9a-f]{3,8})$/.exec(value)?.[1]
  if (hex) {
    const parts = hex.length < 6 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)
    return [0, 1, 2, 3].map((i) => (parts[i] === undefined ? 1 : parseInt(parts[i], 16) / 255))
  }
  const rgb = /^rgba?\(([^)]+)\)$/.exec(value)?.[1].split(/[\s,/]+/)
  if (rgb) return [0, 1, 2, 3].map((i) => (rgb[i] === undefined ? 1 : parseFloat(rgb[i]) / (rgb[i].endsWith('%') ? 100 : i < 3 ? 255 : 1)))
  throw new Error(`"${text}" is no colour`)
}

function parseTransform(text) {
  let matrix = [1, 0, 0, 1, 0, 0]
  for (const [, name, body] of (text ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const v = body.trim().split(/[\s,]+/).map(Number)
    matrix = multiply(matrix, one(name, v))
  }
  return matrix
}
function one(name, v) {
  if (name === 'matrix') return v
  if (name === 'translate') return [1, 0, 0, 1, v[0], v[1] ?? 0]
  if (name === 'scale') return [v[0], 0, 0, v[1] ?? v[0], 0, 0]
  const angle = (v[0] * Math.PI) / 180
  if (name === 'skewX') return [1, 0, Math.tan(angle), 1, 0, 0]
  if (name === 'skewY') return [1, Math.tan(angle), 0, 1, 0, 0]
  if (name !== 'rotate') throw new Error(`transform ${name} is not supported`)
  const turn = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]
  const [cx, cy] = [v[1] ?? 0, v[2] ?? 0]
  return multiply(multiply([1, 0, 0, 1, cx, cy], turn), [1, 0, 0, 1, -cx, -cy])
}
function multiply(m, n) {
  return [
    m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function boundsOf(points) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let i = 0; i < points.length; i += 2) {
    box.left = Math.min(box.left, points[i])
    box.right = Math.max(box.right, points[i])
    box.top = Math.min(box.top, points[i + 1])
    box.bottom = Math.max(box.bottom, points[i + 1])
  }
  return box
}
