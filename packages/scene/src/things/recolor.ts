import type { ColorName } from '@plantain/core'
import { clamp, clamp01, smoothstep } from '../math.ts'
import {
  isGroup,
  rasterize,
  scaling,
  type Drawing,
  type Group,
  type Node,
  type Paint,
  type Shape,
  type Stop,
} from '../vector/index.ts'
import { labOf, srgbOf, type Lab } from './oklab.ts'

/** What each colour word means for a thing in even light, sRGB. */
export const DYES: Readonly<Record<Exclude<ColorName, 'auto'>, readonly [number, number, number]>> = {
  red: [0.86, 0.13, 0.15],
  orange: [0.98, 0.51, 0.11],
  yellow: [0.99, 0.83, 0.16],
  green: [0.23, 0.65, 0.26],
  teal: [0.06, 0.62, 0.6],
  blue: [0.16, 0.4, 0.85],
  purple: [0.51, 0.26, 0.73],
  pink: [0.98, 0.47, 0.68],
  brown: [0.5, 0.31, 0.19],
  black: [0.15, 0.15, 0.17],
  gray: [0.56, 0.57, 0.59],
  white: [0.95, 0.95, 0.95],
  gold: [0.85, 0.65, 0.2],
}

/** The colour of a body: its mean, and whether it is a hue at all. */
export interface Body {
  readonly lightness: number
  readonly chroma: number
  /** Unit vector of the hue; 0 where there is none. */
  readonly a: number
  readonly b: number
  /** Shapes are marked as body in the drawing: the others keep their colours. */
  readonly marked: boolean
}

/**
 * A drawing in another colour: what its body is made of changes hue, lightness and strength; shades stay shades, and what is
 * of another colour (eyes, windows, skin, tyres) stays as it was.
 */
export function recolor(drawing: Drawing, color: Exclude<ColorName, 'auto'>): Drawing {
  const body = bodyOf(drawing)
  const [r, g, b] = DYES[color]
  const target = labOf(r, g, b)
  const walk = (node: Node): Node => {
    if (isGroup(node)) {
      return { ...node, children: node.children.map(walk), effects: dyedEffects(node, body, target, true) }
    }
    if (node.role !== 'none' && node.role !== 'body') return node
    if (body.marked && node.role !== 'body') return node
    return { ...node, paint: dyedPaint(node.paint, body, target, !body.marked) }
  }
  return { ...drawing, nodes: drawing.nodes.map(walk) }
}

/** One node in the target colour, all of it, a group with its shadows alone; sRGB. */
export function dyed(node: Node, body: Body, rgb: readonly [number, number, number]): Node {
  const target = labOf(rgb[0], rgb[1], rgb[2])
  return isGroup(node)
    ? { ...node, effects: dyedEffects(node, body, target, false) }
    : { ...node, paint: dyedPaint(node.paint, body, target, false) }
}

const dyedPaint = (paint: Paint, body: Body, target: Lab, weighted: boolean): Paint =>
  paint.kind === 'solid'
    ? { ...paint, color: dye(paint.color, body, target, weighted) }
    : {
        ...paint,
        stops: paint.stops.map((stop) => ({ ...stop, color: dye(stop.color, body, target, weighted) })),
      }

const dyedEffects = (group: Group, body: Body, target: Lab, weighted: boolean): Group['effects'] =>
  group.effects.map((effect) =>
    effect.kind === 'inner shadow' ? { ...effect, color: dye(effect.color, body, target, weighted) } : effect,
  )

function dye(color: Stop['color'], body: Body, target: Lab, weighted: boolean): Stop['color'] {
  const [lightness, a, b] = labOf(color[0], color[1], color[2])
  const chroma = Math.sqrt(a * a + b * b)
  const weight = weighted ? belongs(lightness, a, b, chroma, body) : 1
  if (weight === 0) return color
  const targetChroma = Math.sqrt(target[1] * target[1] + target[2] * target[2])
  // Shades keep their distance from the body's mean, a little less towards the ends, so that white stays white.
  const away = lightness - body.lightness
  const room =
    away > 0
      ? (0.985 - target[0]) / Math.max(0.05, 0.985 - body.lightness)
      : (target[0] - 0.04) / Math.max(0.05, body.lightness - 0.04)
  const newLightness = target[0] + away * clamp(room, 0.35, 1.15)
  const strength = body.chroma > 0.03 ? clamp(chroma / body.chroma, 0.25, 1.35) : 1
  const highlight = smoothstep(0.08, 0.35, away)
  const newChroma = targetChroma * strength * (1 - 0.55 * highlight)
  const scale = targetChroma > 1e-4 ? newChroma / targetChroma : 0
  // A part of the art's own turn of hue between light and shade stays: it is what makes the shading rich.
  const turnA = chroma > 1e-3 && body.chroma > 0.03 ? (a / chroma - body.a) * newChroma * 0.18 : 0
  const turnB = chroma > 1e-3 && body.chroma > 0.03 ? (b / chroma - body.b) * newChroma * 0.18 : 0
  const rgb = srgbOf([clamp(newLightness, 0.02, 0.99), target[1] * scale + turnA, target[2] * scale + turnB])
  const mixed = (i: 0 | 1 | 2): number => color[i] + (rgb[i] - color[i]) * weight
  return [mixed(0), mixed(1), mixed(2), color[3]]
}

/** Share of a colour that is the body's, 0 to 1. */
function belongs(lightness: number, a: number, b: number, chroma: number, body: Body): number {
  if (body.chroma <= 0.03)
    return 1 - smoothstep(0.03, 0.07, chroma) * (1 - smoothstep(0.75, 0.95, lightness) * 0.5)
  if (chroma < 0.006) return 0
  const along = (a * body.a + b * body.b) / chroma
  const hue = smoothstep(0.45, 0.8, along)
  return hue * smoothstep(0.08, 0.3, chroma / body.chroma)
}

const bodies = new WeakMap<Drawing, Body>()

/** The colour that a drawing is of; kept by drawing. */
export function bodyOf(drawing: Drawing): Body {
  const known = bodies.get(drawing)
  if (known !== undefined) return known
  const made = measure(drawing)
  bodies.set(drawing, made)
  return made
}

const BINS = 24
const SIDE = 56

/** Draws it small, the marked body alone where one is marked, and takes the hue that covers most. */
function measure(drawing: Drawing): Body {
  const marked = hasBody(drawing.nodes)
  const nodes = marked ? onlyBody(drawing.nodes) : drawing.nodes
  const scale = SIDE / Math.max(drawing.width, drawing.height)
  const width = Math.max(1, Math.ceil(drawing.width * scale))
  const height = Math.max(1, Math.ceil(drawing.height * scale))
  const pixels = rasterize({ ...drawing, nodes }, scaling(scale), width, height)
  const labs: Lab[] = []
  const hues = new Float64Array(BINS)
  let colored = 0
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3]!
    if (alpha < 0.6) continue
    const lab = labOf(pixels[i]! / alpha, pixels[i + 1]! / alpha, pixels[i + 2]! / alpha)
    labs.push(lab)
    const chroma = chromaOf(lab)
    if (chroma < 0.035) continue
    colored++
    const bin = binOf(lab)
    hues[bin] = hues[bin]! + Math.min(0.12, chroma)
  }
  const neutral = colored < 0.3 * labs.length
  let best = 0
  let most = -1
  for (let i = 0; i < BINS; i++) {
    const sum = hues[i]! + 0.6 * (hues[(i + 1) % BINS]! + hues[(i + BINS - 1) % BINS]!)
    if (sum > most) {
      most = sum
      best = i
    }
  }
  const chosen = labs.filter((lab) => {
    if (neutral) return chromaOf(lab) < 0.05
    const gap = Math.abs(((binOf(lab) - best + BINS * 1.5) % BINS) - BINS / 2)
    return chromaOf(lab) >= 0.035 && gap <= 2
  })
  const count = Math.max(1, chosen.length)
  const mean = (part: (lab: Lab) => number): number => chosen.reduce((sum, lab) => sum + part(lab), 0) / count
  const [a, b] = [mean((lab) => lab[1]), mean((lab) => lab[2])]
  const length = Math.sqrt(a * a + b * b)
  const chroma = neutral ? 0 : mean(chromaOf)
  const lightness = clamp(
    mean((lab) => lab[0]),
    0.12,
    0.95,
  )
  return { lightness, chroma, a: length > 1e-6 ? a / length : 0, b: length > 1e-6 ? b / length : 0, marked }
}

const chromaOf = (lab: Lab): number => Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2])

/** Which of BINS sectors of hue, by comparing with their directions (no arc tangent needed). */
function binOf(lab: Lab): number {
  const chroma = chromaOf(lab)
  const [x, y] = [lab[1] / chroma, lab[2] / chroma]
  // A diamond angle grows with the true angle and needs only division.
  const diamond =
    y >= 0 ? (x >= 0 ? y / (x + y) : 1 - x / (y - x)) : x < 0 ? 2 - y / (-x - y) : 3 + x / (x - y)
  return Math.min(BINS - 1, Math.floor(clamp01(diamond / 4) * BINS))
}

const hasBody = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => (isGroup(node) ? hasBody(node.children) : node.role === 'body'))
function onlyBody(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (isGroup(node)) return [{ ...node, children: onlyBody(node.children), effects: [] }]
    return (node as Shape).role === 'body' ? [node] : []
  })
}
