import { type Bitmap, PlantainError, type Scene, throwIfCancelled } from '@plantain/core'
import { develop, type Finish } from './finish/index.ts'
import { cameraFor } from './camera.ts'
import { type Stage, newFrame } from './frame.ts'
import { painterOf } from './land/index.ts'
import { lightFor } from './light.ts'
import { paintRainbow } from './sky/rainbow.ts'
import { paintSky } from './sky/index.ts'
import { expose } from './tone.ts'

export interface RenderOptions {
  /** Pixels, 16 to 8192. */
  readonly width: number
  readonly height: number
  /** The last stages of quality, each switchable. */
  readonly finish?: Finish
  readonly signal?: AbortSignal
}

/** A picture and what each of its pixels is: one of LABEL or a thing by `thingLabel`. */
export interface Rendered {
  readonly bitmap: Bitmap
  /** [H, W] */
  readonly labels: Uint16Array
}

/** Paints a scene. The same scene at another size is the same picture with more or less detail. */
export function render(scene: Scene, options: RenderOptions): Rendered {
  const { width, height, signal } = options
  checkSize(width, height)
  const frame = newFrame(width, height)
  const camera = cameraFor(scene, width / height)
  const painter = painterOf(scene.world.land)
  const open = lightFor(scene.world)
  const stage: Stage = {
    frame,
    camera,
    light: painter.light?.(scene, open) ?? open,
    checkpoint: () => {
      if (signal !== undefined) throwIfCancelled(signal)
    },
  }
  stage.checkpoint()
  if (painter.enclosed !== true) paintSky(stage, scene)
  painter.paint(stage, scene)
  if (scene.world.rainbow && painter.enclosed !== true) paintRainbow(stage, scene)
  const picture = { width, height, color: expose(frame), depth: frame.depth, label: frame.label }
  return { bitmap: develop(picture, scene.world.style, scene.seed, options.finish), labels: frame.label }
}

function checkSize(width: number, height: number): void {
  for (const side of [width, height])
    if (!Number.isInteger(side) || side < 16 || side > 8192)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `the picture is ${width} x ${height}; give whole sides of 16 to 8192 pixels`,
      )
}
