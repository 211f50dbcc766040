import type { Scene, Thing } from '@plantain/core'
import { cameraFor, type Kind } from '@plantain/scene'

type Kinds = ReadonlyMap<string, Kind>
const clampHeight = (height: number): number => Math.min(1.2, Math.max(0.02, height))

/**
 * Height of a kind beside another thing: by real size, but less far apart than in nature, as illustrators set them (a bird beside a
 * house would be a dot).
 */
export function heightBeside(kind: Kind, other: Thing, kinds: Kinds): number {
  const natural = kinds.get(other.kind)?.height ?? 1
  const height = other.height * Math.min(4, Math.max(0.16, softened(kind.height / natural)))
  // A close-up of an apple has no room for a ladder.
  return clampHeight(Math.min(height, Math.max(0.6, other.height)))
}

/** The square root holds sizes together; small differences stay as they are. */
const softened = (ratio: number): number =>
  ratio > 0.5 && ratio < 2 ? ratio : Math.sqrt(ratio) * (ratio > 1 ? 1.41 : 0.71)

/** Height of a thing that stands at frame y: from the nearest thing in size, else from the camera. */
export function heightAt(scene: Scene, kind: Kind, y: number, kinds: Kinds): number {
  const { horizon } = scene.world
  const grounded = scene.things.filter(
    ({ parent, support }) => parent === null && ['ground', 'water'].includes(support),
  )
  const depth = (at: number): number => Math.max(0.06, at - horizon + 0.08)
  const fits = grounded.map((other) => (heightBeside(kind, other, kinds) * depth(y)) / depth(other.y))
  if (fits.length > 0) return clampHeight(Math.min(0.8, Math.max(0.05, mean(fits))))
  const { eye } = cameraFor(scene, 1)
  const seen = (kind.height * Math.max(0.05, y - horizon)) / eye
  return clampHeight(Math.min(0.5, Math.max(0.1, seen)))
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

/** Width of a thing as a share of the frame's width. `aspect`: of the frame. */
export function widthOf(thing: Thing, kinds: Kinds, aspect: number): number {
  const kind = kinds.get(thing.kind)
  const members = thing.group?.size ?? thing.count
  return (thing.height * Math.min(1, 1.25 * aspect) * (kind?.aspect ?? 1) * members) / aspect
}
