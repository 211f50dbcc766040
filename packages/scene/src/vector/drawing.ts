import type { Part } from '@plantain/core'
import type { Path } from '@plantain/imaging'
import type { Matrix } from './matrix.ts'

/**
 * A vector drawing, as the compiler of art leaves it: strokes are outlines, transforms are applied, references are resolved.
 * Colours are sRGB, 0 to 1, not multiplied by alpha; lengths are in units of the drawing.
 */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** The part that is drawn on: a thing stands on its bottom and is as high as it. */
  readonly box: Box
  /** Where figures have their parts; null for all other drawings. */
  readonly marks: Marks | null
  readonly nodes: readonly Node[]
}

/** Places on a figure, in units of the drawing: middle, top and chin of the head, its right hand, what it sits on. */
export interface Marks {
  readonly headX: number
  readonly headTop: number
  readonly chin: number
  readonly handX: number
  readonly handY: number
  readonly seat: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Node = Shape | Group

/**
 * 'light' shines at night or when lit, 'body' takes the colour that is asked for, 'keep' never does; mouths, brows and eyes
 * change with the expression (and keep their colour).
 */
export const ROLES = ['none', 'body', 'keep', 'light', 'mouth', 'brow', 'eye'] as const
export type Role = (typeof ROLES)[number]

export interface Shape {
  readonly path: Path
  readonly evenodd: boolean
  readonly paint: Paint
  readonly role: Role
  /** The part of the thing that it belongs to, which can have a colour of its own. */
  readonly part?: Part
}

export interface Group {
  readonly children: readonly Node[]
  readonly opacity: number
  readonly effects: readonly Effect[]
  /** Multiplies the alpha of the children: by the mask's alpha (clip paths are of this kind), or by its luminance. */
  readonly mask: { readonly luminance: boolean; readonly nodes: readonly Node[] } | null
}

export { CLOSE, CUBIC, LINE, MOVE, QUAD } from '@plantain/imaging'
export type { Path }

export interface Stop {
  readonly offset: number
  /** Red, green, blue, alpha. */
  readonly color: readonly [number, number, number, number]
}
export type Paint =
  | { readonly kind: 'solid'; readonly color: Stop['color'] }
  /** `toDrawing` takes the gradient's own space to the drawing: linear runs from x 0 to 1, radial from radius 0 to 1. */
  | { readonly kind: 'linear' | 'radial'; readonly toDrawing: Matrix; readonly stops: readonly Stop[] }

export type Effect =
  | { readonly kind: 'blur'; readonly deviation: number }
  /** Darkens (or tints) the inside along the edge, and what falls outside behind the shape. */
  | {
      readonly kind: 'inner shadow' | 'drop shadow'
      readonly dx: number
      readonly dy: number
      readonly deviation: number
      readonly color: Stop['color']
    }

export const isGroup = (node: Node): node is Group => 'children' in node
