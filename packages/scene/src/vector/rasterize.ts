import { blur } from './blur.ts'
import { accumulate, intersect, pathBounds, readRow, type Bounds } from './coverage.ts'
import { isGroup, type Drawing, type Effect, type Group, type Node, type Shape } from './drawing.ts'
import { growth, multiply, scaling, translation, type Matrix } from './matrix.ts'
import { shaderOf } from './paint.ts'
import { borrow, giveBack } from './pool.ts'

/** Pixels of a part of the plane: premultiplied sRGB and alpha, [height, width, 4], its top left at (left, top). */
export interface Layer {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/**
 * A drawing as pixels, anti-aliased by exact area, composited in sRGB as SVG says.
 *
 * matrix: takes units of the drawing to pixels of the layer
 * returns: premultiplied sRGB RGBA, [height, width, 4], 0 to 1
 */
export function rasterize(drawing: Drawing, matrix: Matrix, width: number, height: number): Float32Array {
  const layer = { left: 0, top: 0, width, height, data: new Float32Array(width * height * 4) }
  paintNodes(layer, drawing.nodes, matrix)
  return layer.data
}

const boundsOf = (layer: Layer): Bounds => ({
  left: layer.left,
  top: layer.top,
  right: layer.left + layer.width,
  bottom: layer.top + layer.height,
})
function newLayer(bounds: Bounds): Layer {
  const width = bounds.right - bounds.left
  const height = bounds.bottom - bounds.top
  return { left: bounds.left, top: bounds.top, width, height, data: borrow(width * height * 4) }
}

function paintNodes(layer: Layer, nodes: readonly Node[], matrix: Matrix): void {
  for (const node of nodes)
    if (isGroup(node)) paintGroup(layer, node, matrix)
    else paintShape(layer, node, matrix)
}

let row = new Float32Array(0)
let places = new Int32Array(0)

function paintShape(layer: Layer, shape: Shape, matrix: Matrix): void {
  const bounds = pathBounds(shape.path, matrix, boundsOf(layer))
  if (bounds === null) return
  const coverage = accumulate(shape.path, matrix, bounds)
  const shader = shaderOf(shape.paint, matrix)
  const width = bounds.right - bounds.left
  if (row.length < width) {
    row = new Float32Array(width)
    places = new Int32Array(width)
  }
  for (let y = bounds.top; y < bounds.bottom; y++) {
    readRow(coverage, y - bounds.top, shape.evenodd, row)
    let from = 0
    let to = width
    while (from < to && row[from] === 0) from++
    while (to > from && row[to - 1] === 0) to--
    if (from === to) continue
    shader.locate(bounds.left + from, y, to - from, places)
    const at = ((y - layer.top) * layer.width + bounds.left + from - layer.left) * 4
    blendRow(layer.data, at, row, from, to - from, shader.table, places)
  }
}

/** Puts `count` pixels of a shape over what is there: coverage from `cover`, colours from the table. */
function blendRow(
  data: Float32Array,
  start: number,
  cover: Float32Array,
  from: number,
  count: number,
  table: Float32Array,
  at: Int32Array,
): void {
  for (let i = 0, to = start; i < count; i++, to += 4) {
    const share = cover[from + i]!
    if (share === 0) continue
    const place = at[i]!
    const alpha = share * table[place + 3]!
    if (alpha === 0) continue
    const keep = 1 - alpha
    data[to] = share * table[place]! + keep * data[to]!
    data[to + 1] = share * table[place + 1]! + keep * data[to + 1]!
    data[to + 2] = share * table[place + 2]! + keep * data[to + 2]!
    data[to + 3] = alpha + keep * data[to + 3]!
  }
}

function paintGroup(layer: Layer, group: Group, matrix: Matrix): void {
  const reach = group.effects.reduce((most, effect) => Math.max(most, reachOf(effect, matrix)), 0)
  const limit = widen(boundsOf(layer), Math.ceil(reach))
  const inner = nodesBounds(group.children, matrix, limit)
  if (inner === null) return
  const onlyBlur = group.effects.length === 1 && group.effects[0]!.kind === 'blur' ? group.effects[0]! : null
  if (onlyBlur !== null) {
    const bounds = intersect(widen(inner, Math.ceil(reach)), limit)
    if (bounds !== null) paintBlurred(layer, group, matrix, onlyBlur.deviation * growth(matrix), bounds)
    return
  }
  const shadowed = group.effects.some((effect) => effect.kind !== 'inner shadow')
  const bounds = shadowed ? intersect(widen(inner, Math.ceil(reach)), limit) : inner
  if (bounds === null) return
  const own = newLayer(bounds)
  paintNodes(own, group.children, matrix)
  for (const effect of group.effects) applyEffect(own, effect, matrix)
  if (group.mask !== null) applyMask(own, group.mask, matrix)
  composite(layer, own, group.opacity)
  giveBack(own.data)
}

/** How often the resolution may be halved under a blur, so that 1.6 to 3.2 pixels of deviation are left. */
function halvings(deviation: number): number {
  let count = 0
  for (let left = deviation; left >= 3.2; left /= 2) count++
  return count
}

/** Blurs as coarsely as the blur allows: what is finer than it would be lost anyway. */
function paintBlurred(layer: Layer, group: Group, matrix: Matrix, deviation: number, bounds: Bounds): void {
  const octaves = halvings(deviation)
  const factor = 1 << octaves
  const small = {
    left: Math.floor(bounds.left / factor) - 1,
    top: Math.floor(bounds.top / factor) - 1,
    right: Math.ceil(bounds.right / factor) + 1,
    bottom: Math.ceil(bounds.bottom / factor) + 1,
  }
  const own = newLayer(small)
  paintNodes(own, group.children, multiply(scaling(1 / factor), matrix))
  blur(own.data, own.width, own.height, 4, deviation / factor)
  const full = factor === 1 ? own : enlarge(own, factor, bounds)
  if (group.mask !== null) applyMask(full, group.mask, matrix)
  composite(layer, full, group.opacity)
  giveBack(full.data)
  if (full !== own) giveBack(own.data)
}

function enlarge(small: Layer, factor: number, bounds: Bounds): Layer {
  const full = newLayer(bounds)
  for (let y = 0, at = 0; y < full.height; y++) {
    const sy = (bounds.top + y + 0.5) / factor - 0.5 - small.top
    const iy = Math.floor(sy)
    const fy = sy - iy
    for (let x = 0; x < full.width; x++, at += 4) {
      const sx = (bounds.left + x + 0.5) / factor - 0.5 - small.left
      const ix = Math.floor(sx)
      const fx = sx - ix
      const i = (iy * small.width + ix) * 4
      const j = i + small.width * 4
      for (let channel = 0; channel < 4; channel++) {
        const a = small.data[i + channel]!
        const b = small.data[j + channel]!
        const upper = a + (small.data[i + 4 + channel]! - a) * fx
        const lower = b + (small.data[j + 4 + channel]! - b) * fx
        full.data[at + channel] = upper + (lower - upper) * fy
      }
    }
  }
  return full
}

const reachOf = (effect: Effect, matrix: Matrix): number =>
  growth(matrix) *
  (3 * effect.deviation + (effect.kind === 'blur' ? 0 : Math.max(Math.abs(effect.dx), Math.abs(effect.dy))))
const widen = (bounds: Bounds, by: number): Bounds => ({
  left: bounds.left - by,
  top: bounds.top - by,
  right: bounds.right + by,
  bottom: bounds.bottom + by,
})

function nodesBounds(nodes: readonly Node[], matrix: Matrix, limit: Bounds): Bounds | null {
  let all: Bounds | null = null
  for (const node of nodes) {
    let one: Bounds | null
    if (isGroup(node)) {
      const reach = node.effects.reduce((most, effect) => Math.max(most, reachOf(effect, matrix)), 0)
      const inner = nodesBounds(node.children, matrix, widen(limit, Math.ceil(reach)))
      one = inner && intersect(widen(inner, Math.ceil(reach)), limit)
    } else one = pathBounds(node.path, matrix, limit)
    if (one === null) continue
    all =
      all === null
        ? one
        : {
            left: Math.min(all.left, one.left),
            top: Math.min(all.top, one.top),
            right: Math.max(all.right, one.right),
            bottom: Math.max(all.bottom, one.bottom),
          }
  }
  return all
}

function applyEffect(layer: Layer, effect: Effect, matrix: Matrix): void {
  const { width, height, data } = layer
  const deviation = effect.deviation * growth(matrix)
  if (effect.kind === 'blur') {
    blur(data, width, height, 4, deviation)
    return
  }
  const dx = matrix.a * effect.dx + matrix.c * effect.dy
  const dy = matrix.b * effect.dx + matrix.d * effect.dy
  const soft = softAlpha(layer, deviation)
  const [red, green, blue, strength] = effect.color
  const inside = effect.kind === 'inner shadow'
  const shadow = new Float32Array(width)
  for (let y = 0, at = 0; y < height; y++) {
    sampleRow(soft, -dx, y - dy, shadow)
    for (let x = 0; x < width; x++, at += 4) {
      const alpha = data[at + 3]!
      if (inside) {
        const share = alpha - shadow[x]!
        if (alpha === 0 || share <= 0) continue
        // On top of what is there, never outside it: a hard edge stays where the shape's own anti-aliasing puts it.
        const tint = share * strength
        data[at] = data[at]! + (red * alpha - data[at]!) * tint
        data[at + 1] = data[at + 1]! + (green * alpha - data[at + 1]!) * tint
        data[at + 2] = data[at + 2]! + (blue * alpha - data[at + 2]!) * tint
      } else if (alpha < 1) {
        const under = shadow[x]! * strength * (1 - alpha)
        data[at] = data[at]! + red * under
        data[at + 1] = data[at + 1]! + green * under
        data[at + 2] = data[at + 2]! + blue * under
        data[at + 3] = alpha + under
      }
    }
  }
  giveBack(soft.plane)
}

/** A plane at 1 / factor of the resolution; its pixel (margin, margin) starts where the layer starts. */
interface SoftPlane {
  readonly plane: Float32Array
  readonly width: number
  readonly height: number
  readonly factor: number
  readonly margin: number
}

/** The alpha plane of a layer, blurred at a resolution that the blur allows. */
function softAlpha(layer: Layer, deviation: number): SoftPlane {
  const octaves = halvings(deviation)
  const factor = 1 << octaves
  const margin = Math.ceil((3 * deviation) / factor) + 2
  const width = Math.ceil(layer.width / factor) + 2 * margin
  const height = Math.ceil(layer.height / factor) + 2 * margin
  const plane = borrow(width * height)
  const weight = 1 / (factor * factor)
  for (let y = 0, at = 3; y < layer.height; y++) {
    const into = ((y >> octaves) + margin) * width + margin
    for (let x = 0; x < layer.width; x++, at += 4) {
      const i = into + (x >> octaves)
      plane[i] = plane[i]! + layer.data[at]! * weight
    }
  }
  blur(plane, width, height, 1, deviation / factor)
  return { plane, width, height, factor, margin }
}

/** Values at (x, y), (x + 1, y) and so on, in pixels of the layer, between the samples linearly; 0 outside. */
function sampleRow(
  { plane, width, height, factor, margin }: SoftPlane,
  x: number,
  y: number,
  out: Float32Array,
): void {
  const sy = (y + 0.5) / factor - 0.5 + margin
  const iy = Math.floor(sy)
  out.fill(0)
  if (iy < 0 || iy + 1 >= height) return
  const fy = sy - iy
  const start = (x + 0.5) / factor - 0.5 + margin
  const step = 1 / factor
  for (let i = 0; i < out.length; i++) {
    const sx = start + step * i
    const ix = Math.floor(sx)
    if (ix < 0 || ix + 1 >= width) continue
    const at = iy * width + ix
    const fx = sx - ix
    const upper = plane[at]! + (plane[at + 1]! - plane[at]!) * fx
    const lower = plane[at + width]! + (plane[at + width + 1]! - plane[at + width]!) * fx
    out[i] = upper + (lower - upper) * fy
  }
}

function applyMask(layer: Layer, mask: NonNullable<Group['mask']>, matrix: Matrix): void {
  const stencil = newLayer(boundsOf(layer))
  paintNodes(stencil, mask.nodes, matrix)
  const { data } = layer
  for (let at = 0; at < data.length; at += 4) {
    // Premultiplied luminance already has the mask's alpha in it.
    const share = mask.luminance
      ? 0.2126 * stencil.data[at]! + 0.7152 * stencil.data[at + 1]! + 0.0722 * stencil.data[at + 2]!
      : stencil.data[at + 3]!
    if (share >= 1) continue
    for (let channel = 0; channel < 4; channel++) data[at + channel] = data[at + channel]! * share
  }
  giveBack(stencil.data)
}

function composite(layer: Layer, above: Layer, opacity: number): void {
  const shared = intersect(boundsOf(layer), boundsOf(above))
  if (shared === null) return
  for (let y = shared.top; y < shared.bottom; y++) {
    let from = ((y - above.top) * above.width + shared.left - above.left) * 4
    let to = ((y - layer.top) * layer.width + shared.left - layer.left) * 4
    for (let x = shared.left; x < shared.right; x++, from += 4, to += 4) {
      const alpha = above.data[from + 3]! * opacity
      if (alpha === 0) continue
      const keep = 1 - alpha
      layer.data[to] = above.data[from]! * opacity + keep * layer.data[to]!
      layer.data[to + 1] = above.data[from + 1]! * opacity + keep * layer.data[to + 1]!
      layer.data[to + 2] = above.data[from + 2]! * opacity + keep * layer.data[to + 2]!
      layer.data[to + 3] = alpha + keep * layer.data[to + 3]!
    }
  }
}

/** Pixels of the drawing's box scaled by `scale`, with a transparent border of `border` pixels. */
export const boxMatrix = (scale: number, border: number): Matrix =>
  multiply(translation(border, border), scaling(scale))
