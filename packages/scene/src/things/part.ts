import type { ColorName, Part } from '@plantain/core'
import { isGroup, type Drawing, type Node, type Shape } from '../vector/index.ts'
import { labOf } from './oklab.ts'
import { bodyOf, DYES, dyed, type Body } from './recolor.ts'

type Dye = Exclude<ColorName, 'auto'>

/** Hair is never as bright as paint: blond, red and brown as people have them. */
const HAIR: Readonly<Partial<Record<Dye, readonly [number, number, number]>>> = {
  yellow: [0.87, 0.7, 0.38],
  gold: [0.8, 0.6, 0.27],
  orange: [0.79, 0.41, 0.16],
  red: [0.66, 0.25, 0.13],
  brown: [0.34, 0.21, 0.13],
  black: [0.13, 0.11, 0.12],
  gray: [0.6, 0.6, 0.62],
  white: [0.92, 0.91, 0.9],
}

/** Whether a drawing tells this part from the rest, so that it can have a colour of its own. */
export const hasPart = ({ nodes }: Drawing, part: Part): boolean => nodes.some((node) => holds(node, part))
const holds = (node: Node, part: Part): boolean =>
  isGroup(node) ? node.children.some((child) => holds(child, part)) : node.part === part

/** A drawing with one part in another colour: its light and shade stay, and all else is as it was. */
export function dyePart(drawing: Drawing, part: Part, color: Dye): Drawing {
  const nodes = drawing.nodes.flatMap((node) => only(node, part))
  if (nodes.length === 0) return drawing
  // A red sail among white ones has shades of its own: beside the others' it would be nothing but a shade.
  const bodies = [true, false].map((hued): Body => {
    const own = nodes.flatMap((node) => ofSort(node, hued))
    return bodyOf({ ...drawing, nodes: own.length > 0 ? own : nodes })
  }) as [Body, Body]
  const bodyFor = (node: Node): Body => bodies[!isGroup(node) && !isHued(node) ? 1 : 0]
  const target = (part === 'hair' ? HAIR[color] : undefined) ?? DYES[color]
  const walk = (node: Node): Node => {
    if (!isGroup(node)) return node.part === part ? dyed(node, bodyFor(node), target) : node
    const own = node.children.length > 0 && node.children.every((child) => isOf(child, part))
    const children = node.children.map(walk)
    return own ? { ...(dyed(node, bodyFor(node), target) as typeof node), children } : { ...node, children }
  }
  return { ...drawing, nodes: drawing.nodes.map(walk) }
}

/** Strength of colour from which a shape has one. */
const HUED = 0.06
const isHued = ({ paint }: Shape): boolean => {
  const colors = paint.kind === 'solid' ? [paint.color] : paint.stops.map(({ color }) => color)
  const chromas = colors.map(([r, g, b]) => {
    const [, x, y] = labOf(r, g, b)
    return Math.sqrt(x * x + y * y)
  })
  return chromas.reduce((sum, one) => sum + one, 0) / chromas.length > HUED
}

/** The shapes that have a colour, or that have none, with the groups that they lie in. */
function ofSort(node: Node, hued: boolean): readonly Node[] {
  if (!isGroup(node)) return isHued(node) === hued ? [node] : []
  const children = node.children.flatMap((child) => ofSort(child, hued))
  return children.length === 0 ? [] : [{ ...node, children }]
}

const isOf = (node: Node, part: Part): boolean =>
  isGroup(node) ? node.children.every((child) => isOf(child, part)) : node.part === part

/** The part alone, as a body, with the groups that it lies in. */
function only(node: Node, part: Part): readonly Node[] {
  if (!isGroup(node)) return node.part === part ? [{ ...node, role: 'none' } satisfies Shape] : []
  const children = node.children.flatMap((child) => only(child, part))
  return children.length === 0 ? [] : [{ ...node, children, effects: [] }]
}
