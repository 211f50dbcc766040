/** Heads of figures: whole faces as they are, or what lies above the shoulders of a bust (with its hat). */
import { parseSync, stringify } from 'svgson'
import { measurer } from '../flatten.mjs'

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
  markFeatures(kept, boundsOf)
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
function markFeatures(elements, boundsOf) {
  const leaves = []
  const collect = (list) => list.forEach((element) => {
    if (element.name === 'g' && !element.attributes.filter) return collect(element.children)
    if (element.type !== 'text') leaves.push({ element, box: boundsOf(element) })
  })
  collect(elements)
  const mouth = leaves.find(({ element }) => isMouth(element.attributes.fill))
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

const isMouth = (fill) => {
  const hex = /^#([0-9a-f]{6})$/i.exec(fill ?? '')?.[1]
  if (hex === undefined) return false
  const [r, g, b] = hex.match(/../g).map((part) => parseInt(part, 16))
  return r > 90 && g < 40 && b > 40 && b < 110 && r > b
}

/** Ids made unique to the head, since it is set into another drawing. */
const prefixed = (body, name) => {
  const mark = name.replace(/[^a-z0-9]/g, '')
  return body.replace(/id="([^"]+)"/g, `id="${mark}-$1"`).replace(/url\(#([^)]+)\)/g, `url(#${mark}-$1)`).replace(/href="#([^"]+)"/g, `href="#${mark}-$1"`)
}
