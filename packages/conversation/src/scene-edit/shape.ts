import type { Scene } from '@plantain/core'

const even = (pixels: number): number => 2 * Math.round(pixels / 2)
const clamp01 = (value: number): number => Math.min(1, Math.max(0, value))

export interface Grown {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A scene on a larger frame: what was there keeps its size and its place; `grown` in shares of the old sides. */
export function extended(
  scene: Scene,
  { width, height }: { readonly width: number; readonly height: number },
  grown: Grown,
): { readonly scene: Scene; readonly width: number; readonly height: number } {
  const size = {
    width: even(width * (1 + grown.left + grown.right)),
    height: even(height * (1 + grown.top + grown.bottom)),
  }
  const toX = (x: number): number => clamp01((x * width + grown.left * width) / size.width)
  const toY = (y: number): number => clamp01((y * height + grown.top * height) / size.height)
  // Heights are shares of min(height, 1.25 width).
  const unit = (of: { readonly width: number; readonly height: number }): number =>
    Math.min(of.height, 1.25 * of.width)
  const factor = unit({ width, height }) / unit(size)
  const { world } = scene
  return {
    ...size,
    scene: {
      ...scene,
      world: { ...world, horizon: Math.min(0.8, Math.max(0.2, toY(world.horizon))), sunX: toX(world.sunX) },
      things: scene.things.map((thing) => ({
        ...thing,
        x: toX(thing.x),
        y: toY(thing.y),
        height: Math.max(0.02, thing.height * factor),
      })),
    },
  }
}

/** The camera steps back: everything is smaller about the middle of the frame, and there is more around it. */
export function zoomedOut(scene: Scene, factor: number): Scene {
  const { world } = scene
  const { horizon } = world
  return {
    ...scene,
    world: {
      ...world,
      viewpoint: ['close-up', 'portrait'].includes(world.viewpoint) ? 'eye level' : 'wide',
      focus: world.focus / factor,
      relief: clamp01(world.relief / Math.sqrt(factor)),
    },
    things: scene.things.map((thing) => ({
      ...thing,
      x: clamp01(0.5 + (thing.x - 0.5) / factor),
      y: clamp01(
        thing.support === 'air' || thing.support === 'wall'
          ? horizon + (thing.y - horizon) / factor
          : Math.max(horizon + 0.04, horizon + (Math.min(thing.y, 0.97) - horizon) / Math.sqrt(factor)),
      ),
      height: Math.max(0.02, thing.height / factor),
    })),
  }
}
