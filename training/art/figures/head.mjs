/** Heads of figures: whole faces as they are, or what lies above the shoulders of a bust (with its hat). */
import { parseSync, stringify } from 'svgson'
import { decodeDrawing, rasterize, scaling } from '../../../packages/scene/dist/vector/index.js'
import { drawer, measurer } from '../flatten.mjs'
import { packDrawing } from '../pack.mjs'
import { labOf } from '../../../packages/scene/dist/things/oklab.js'

const heads = new Map()

/**
 * Elements of an icon whose drawing ends above `limit` and is not all left or right of the head (units of its box of 32), as an
 * SVG body; all of it for limit 32.
 * The bounds of what is kept come along.
 */
export function headOf(icon, name, limit, { left = limit < 32 ? 9.4 : -1, right = limit < 32 ? 22.4 : 33 } = {}) {
  const key = `${name} ${limit} ${left} ${right}`
  if (heads.has(key)) return heads.get(key)
  const root = parseSync(`<svg>${icon.body}</svg>`)
  const defs = definitions(root)
  const box = { left: 32, top: 32, right: 0, bottom: 0 }
  const boundsOf = measurer(root, icon)
  const kept = prune(root.children, boundsOf, { limit, left, right }, box)
  markFeatures(kept, boundsOf, limit === 32 ? painter(root, icon) : null)
  if (limit === 32 && !COVERED.test(name)) markHair(kept, boundsOf, painter(root, icon))
  const body = kept.map((element) => stringify(element)).join('') + `<defs>${defs}</defs>`
  const made = { body: prefixed(body, name), ...box }
  heads.set(key, made)
  return made
}

function definitions(root) {
  const found = []
  const visit = (element) => {
    if (element.name === 'defs') found.push(...element.children.map((child) => stringify(child)))
    else element.children?.forEach(visit)
  }
  visit(root)
  return found.join('')
}

/** Goes into plain groups, but keeps or drops whole what has an effect of its own. */
function prune(elements, boundsOf, limit, box) {
  return elements.flatMap((element) => {
    if (element.name === 'defs' || element.type === 'text') return []
    if (element.name === 'g' && !element.attributes.filter && !element.attributes.mask && !element.attributes['clip-path']) {
      const children = prune(element.children, boundsOf, limit, box)
      return children.length > 0 ? [{ ...element, children }] : []
    }
    const bounds = boundsOf(element)
    if (bounds === null || bounds.bottom > limit.limit || bounds.left > limit.right || bounds.right < limit.left) return []
    box.left = Math.min(box.left, bounds.left)
    box.top = Math.min(box.top, bounds.top)
    box.right = Math.max(box.right, bounds.right)
    box.bottom = Math.max(box.bottom, bounds.bottom)
    return [element]
  })
}

/**
 * Marks mouth, brows and eyes, so that the renderer can change the expression: the mouth is dark magenta in all faces, the others lie
 * over it at known distances, measured in mouths.
 */
function markFeatures(elements, boundsOf, paint) {
  const leaves = []
  const collect = (list) => list.forEach((element) => {
    if (element.name === 'g' && !element.attributes.filter) return collect(element.children)
    if (element.type !== 'text') leaves.push({ element, box: boundsOf(element) })
  })
  collect(elements)
  const mouth = leaves.find(({ element }) => isMouth(element.attributes.fill)) ?? leaves.find((leaf) => paint !== null && looksLikeMouth(leaf, paint))
  if (mouth === undefined) return
  const middle = (mouth.box.left + mouth.box.right) / 2
  const unit = (mouth.box.right - mouth.box.left) / 6.4
  for (const { element, box } of leaves) {
    if (box === null) continue
    const aside = Math.abs((box.left + box.right) / 2 - middle) / unit
    const wide = (box.right - box.left) / unit
    const top = (mouth.box.top - box.top) / unit
    const bottom = (mouth.box.top - box.bottom) / unit
    const overlaps = Math.abs((box.left + box.right) / 2 - middle) < unit && box.top >= mouth.box.top - 0.3 * unit && box.bottom <= mouth.box.bottom + 0.5 * unit
    if (overlaps) element.attributes['data-role'] = 'mouth'
    else if (wide < 7 && aside > 2.4 && aside < 8.5 && top < 9.4 && bottom > 2.8) element.attributes['data-role'] = 'eye'
    else if (wide < 7 && wide > 2 && aside > 2.4 && aside < 8.5 && top < 13.6 && bottom > 7) element.attributes['data-role'] = 'brow'
  }
}

/** A mouth by its place in a whole face and its colour: of gradients, and on dark faces. */
function looksLikeMouth({ element, box }, paint) {
  if (box === null) return false
  const [width, height, x] = [box.right - box.left, box.bottom - box.top, (box.left + box.right) / 2]
  if (width < 2.5 || width > 10 || height > 5.5 || Math.abs(x - 16) > 1.6 || box.top < 20.3 || box.top > 25) return false
  const color = meanOf(paint([element]))
  return color !== null && color[0] < 0.5 && color[1] > 0.045
}

const isMouth = (fill) => {
  const hex = /^#([0-9a-f]{6})$/i.exec(fill ?? '')?.[1]
  if (hex === undefined) return false
  const [r, g, b] = hex.match(/../g).map((part) => parseInt(part, 16))
  return r > 90 && g < 40 && b > 40 && b < 110 && r > b
}

/** Faces whose hair is under something, or who have none. */
const COVERED = /claus|turban|headscarf|bald|baby|clown/

/**
 * Marks the hair (and a beard), so that it can have a colour of its own: what is large or above the eyes, opaque, and not of the colour of the
 * cheeks.
 */
function markHair(elements, boundsOf, paint) {
  const leaves = []
  const collect = (list) => list.forEach((element) => {
    if (element.name === 'g' && !element.attributes.filter) return collect(element.children)
    const box = element.type === 'text' ? null : boundsOf(element)
    if (box !== null) leaves.push({ element, box, role: element.attributes['data-role'] })
  })
  collect(elements)
  // Faces whose parts are not known have them where all others do.
  const mouth = union(leaves.filter(({ role }) => role === 'mouth')) ?? { top: 22.5 }
  const eyes = union(leaves.filter(({ role }) => role === 'eye')) ?? { left: 9, top: 14.5, right: 23, bottom: 18.2 }
  const skin = cheek(paint(elements), eyes, mouth)
  const wide = eyes.right - eyes.left
  const hair = []
  for (const leaf of leaves) {
    const { element, box, role } = leaf
    if (role !== undefined) continue
    const [width, height, x] = [box.right - box.left, box.bottom - box.top, (box.left + box.right) / 2]
    const large = width > 0.6 * wide
    // Nose, glints and wrinkles are small and in the middle; ears are small and of the skin.
    if (!large && box.bottom > eyes.top + 1 && x > eyes.left && x < eyes.right) continue
    const pixels = paint([element])
    const color = meanOf(pixels)
    const shine = color === null && height > 2.5 && box.bottom < eyes.top + 1.5
    const over = color === null && hair.some((one) => sameBox(one.box, box))
    const own = color !== null && distance(color, skin) > (large ? 0.035 : 0.09)
    if (!shine && !over && !own) continue
    element.attributes['data-part'] = 'hair'
    hair.push(leaf)
  }
}

const sameBox = (a, b) => ['left', 'top', 'right', 'bottom'].every((side) => Math.abs(a[side] - b[side]) < 0.05)

const SIDE = 96
/** Elements drawn on a square of SIDE pixels, premultiplied RGBA. */
function painter(root, icon) {
  const nodesOf = drawer(root, icon)
  return (elements) => {
    const nodes = elements.flatMap((element) => nodesOf(element))
    const whole = { left: 0, top: 0, right: 32, bottom: 32 }
    const drawing = decodeDrawing(packDrawing({ width: 32, height: 32, box: whole, marks: null, nodes }))
    return rasterize(drawing, scaling(SIDE / 32), SIDE, SIDE)
  }
}

/** Colour of the face between eyes and mouth, on both sides of the nose. */
function cheek(pixels, eyes, mouth) {
  const colors = cheeks(eyes, mouth).map((p) => labAt(pixels, p))
  return [0, 1, 2].map((i) => (colors[0][i] + colors[1][i]) / 2)
}
const cheeks = (eyes, mouth) => {
  const y = Math.round((0.55 * eyes.bottom + 0.45 * mouth.top) * (SIDE / 32))
  return [eyes.left + 1.2, eyes.right - 1.2].map((x) => y * SIDE + Math.round((x * SIDE) / 32))
}

/** Mean colour of what is opaque; null for what is only a veil. */
function meanOf(pixels) {
  const sum = [0, 0, 0]
  let [count, touched] = [0, 0]
  for (let p = 0; p < SIDE * SIDE; p++) {
    if (pixels[4 * p + 3] > 0.05) touched++
    if (pixels[4 * p + 3] < 0.85) continue
    count++
    labAt(pixels, p).forEach((part, i) => (sum[i] += part))
  }
  return count < 0.5 * touched || count === 0 ? null : sum.map((part) => part / count)
}

function labAt(pixels, p) {
  const alpha = pixels[4 * p + 3]
  return labOf(pixels[4 * p] / alpha, pixels[4 * p + 1] / alpha, pixels[4 * p + 2] / alpha)
}
const distance = (a, b) => Math.hypot(...a.map((part, i) => part - b[i]))
const union = (leaves) => leaves.length === 0 ? null : {
  left: Math.min(...leaves.map(({ box }) => box.left)), top: Math.min(...leaves.map(({ box }) => box.top)),
  right: Math.max(...leaves.map(({ box }) => box.right)), bottom: Math.max(...leaves.map(({ box }) => box.bottom)),
}

/** Ids made unique to the head, since it is set into another drawing. */
const prefixed = (body, name) => {
  const mark = name.replace(/[^a-z0-9]/g, '')
  return body.replace(/id="([^"]+)"/g, `id="${mark}-$1"`).replace(/url\(#([^)]+)\)/g, `url(#${mark}-$1)`).replace(/href="#([^"]+)"/g, `href="#${mark}-$1"`)
}
