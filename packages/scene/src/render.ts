import { type Bitmap, PlantainError, type Scene, throwIfCancelled } from '@plantain/core'
import { cameraFor } from './camera.ts'
import { develop, type Finish } from './finish/index.ts'
import { type Frame, type Ground, type Stage, newFrame } from './frame.ts'
import { painterOf } from './land/index.ts'
import { bloom, defocus, type Focus } from './lens.ts'
import { lightFor } from './light.ts'
import { clamp01 } from './math.ts'
import { paintSky } from './sky/index.ts'
import { paintRainbow } from './sky/rainbow.ts'
import { type Art, drawThings } from './things/index.ts'
import { expose } from './tone.ts'
import { paintWeather } from './weather/index.ts'

export interface RenderOptions {
  /** Pixels, 16 to 8192. */
  readonly width: number
  readonly height: number
  /** What things look like; without it a scene is painted without its things. */
  readonly art?: Art
  /** The last stages of quality, each switchable; all are on unless said otherwise. */
  readonly stages?: Finish & { readonly weather?: boolean; readonly glow?: boolean; readonly focus?: boolean }
  readonly signal?: AbortSignal
}

/** A picture and what each of its pixels is: one of LABEL or a thing by `thingLabel`. */
export interface Rendered {
  readonly bitmap: Bitmap
  /** [H, W] */
  readonly labels: Uint16Array
}

/** What was just finished, and the share of the work that is done. */
export interface RenderProgress {
  readonly stage: 'sky' | 'land' | 'things' | 'weather' | 'lens' | 'style'
  readonly share: number
}

/**
 * Paints a scene, telling after each stage. The same scene at another size is the same picture with more or less detail;
 * the same scene at the same size is the same bytes.
 *
 * throws: INVALID_ARGUMENT for sides that cannot be painted, CANCELLED within a block of rows after the signal fired
 */
export function* renderSteps(scene: Scene, options: RenderOptions): Generator<RenderProgress, Rendered> {
  const { width, height, signal, stages = {} } = options
  checkSize(width, height)
  const { world } = scene
  const frame = newFrame(width, height)
  const painter = painterOf(world.land)
  const open = lightFor(world)
  const light = painter.light?.(scene, open) ?? open
  const stage: Stage = {
    frame,
    camera: cameraFor(scene, width / height),
    light,
    checkpoint: () => {
      if (signal !== undefined) throwIfCancelled(signal)
    },
  }
  const outdoors = painter.enclosed !== true
  stage.checkpoint()
  if (outdoors) paintSky(stage, scene)
  yield { stage: 'sky', share: 0.2 }
  const ground = painter.paint(stage, scene)
  if (outdoors && world.rainbow) paintRainbow(stage, scene)
  yield { stage: 'land', share: 0.5 }
  stage.checkpoint()
  if (options.art !== undefined) drawThings(stage, scene, options.art, ground)
  yield { stage: 'things', share: 0.7 }
  stage.checkpoint()
  if (outdoors && stages.weather !== false) paintWeather(stage, scene)
  yield { stage: 'weather', share: 0.78 }
  stage.checkpoint()
  if (stages.focus !== false) defocus(frame, focusOf(scene, ground))
  if (stages.glow !== false) bloom(frame, 1)
  const picture: Frame = { ...frame, color: expose(frame, world, light.night) }
  yield { stage: 'lens', share: 0.88 }
  stage.checkpoint()
  const bitmap = develop(picture, world.style, scene.seed, stages)
  yield { stage: 'style', share: 1 }
  return { bitmap, labels: frame.label }
}

/** Paints a scene in one go. */
export function render(scene: Scene, options: RenderOptions): Rendered {
  const steps = renderSteps(scene, options)
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

/**
 * What the lens is set to. It depends on the world alone, so that a thing that comes or goes changes no pixel elsewhere: the
 * middle of the foreground is sharp, and so is any thing large enough to be a subject, wherever it stands.
 */
function focusOf(scene: Scene, ground: Ground): Focus {
  const sizeOf = (index: number, left = scene.things.length): number => {
    const { parent, height } = scene.things[index]!
    const held = parent !== null && scene.things[parent] !== undefined && left > 0
    return held ? Math.max(height, sizeOf(parent, left - 1)) : height
  }
  return {
    distance: ground.distance(0.5, 0.94) * 1.5,
    amount: scene.world.focus,
    things: scene.things.map((_, index) => clamp01((0.2 - sizeOf(index)) / 0.12)),
  }
}

function checkSize(width: number, height: number): void {
  for (const side of [width, height])
    if (!Number.isInteger(side) || side < 16 || side > 8192)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `the picture is ${width} x ${height}; give whole sides of 16 to 8192 pixels`,
      )
}
