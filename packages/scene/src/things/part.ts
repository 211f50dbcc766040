import type { ColorName, Part } from '@plantain/core'
import { isGroup, type Drawing, type Node, type Shape } from '../vector/index.ts'
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
  const body: Body = bodyOf({ ...drawing, nodes })
  const target = (part === 'hair' ? HAIR[color] : undefined) ?? DYES[color]
  const walk = (node: Node): Node => {
    if (!isGroup(node)) return node.part === part ? dyed(node, body, target) : node
    const own = node.children.length > 0 && node.children.every((child) => isOf(child, part))
    const children = node.children.map(walk)
    return own ? { ...(dyed(node, body, target) as typeof node), children } : { ...node, children }
  }
  return { ...drawing, nodes: drawing.nodes.map(walk) }
}

const isOf = (node: Node, part: Part): boolean =>
  isGroup(node) ? node.children.every((child) => isOf(child, part)) : node.part === part

/** The part alone, as a body, with the groups that it lies in. */
function only(node: Node, part: Part): readonly Node[] {
  if (!isGroup(node)) return node.part === part ? [{ ...node, role: 'none' } satisfies Shape] : []
  const children = node.children.flatMap((child) => only(child, part))
  return children.length === 0 ? [] : [{ ...node, children, effects: [] }]
}
