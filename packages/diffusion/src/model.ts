import type { Bitmap, Mask, Scene, Tensor } from '@plantain/core'
import type { ModelManifest } from './manifest.ts'
import type { NoiseSource } from './noise.ts'
import type { Prediction } from './prediction.ts'
import type { Progress } from './progress.ts'
import type { Denoise, LevelOptions, NoiseLevel } from './schedulers/scheduler.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Plain data that can be cloned to another thread: what a family tells about a picture besides its pixels (a scene). */
export type Details = Readonly<Record<string, unknown>>

/** A picture that goes into a model. `details` are those that the model gave with it, when it made the picture itself. */
export interface Source {
  readonly bitmap: Bitmap
  readonly details?: Details
}

/** A scene as pixels, and the label of each of them. */
export interface PaintedScene {
  readonly bitmap: Bitmap
  /** [height, width]: labels of the scene package. */
  readonly labels: Uint16Array
}

export interface Picture {
  readonly bitmap: Bitmap
  /** [1, 3, H, W] in 0 to 1, before rounding to bytes; absent where a family paints bytes. */
  readonly pixels?: Tensor
  readonly details?: Details
}

/** An outline, depth map or pose that the picture follows. */
export interface Control {
  readonly bitmap: Bitmap
  /** Strength, 0 to 2; 1 is as trained. */
  readonly scale: number
  /** Shares of the steps between which it holds, 0 to 1. */
  readonly start: number
  readonly end: number
}

export interface Adapter {
  /** Path of a .safetensors file. */
  readonly file: string
  readonly weight: number
}

/** All that the picture shall be, besides the latents: what a model turns into text embeddings, extra channels, tokens. */
export interface Conditions {
  readonly prompt: string
  /** null: none given, which some families treat otherwise than an empty one. */
  readonly negativePrompt: string | null
  readonly guidanceScale: number
  readonly guidanceRescale: number
  /** How closely an edit keeps to its source (InstructPix2Pix). */
  readonly imageGuidanceScale: number
  /** Read (a:1.3), [b] and BREAK in the prompt as weights; otherwise they are text. */
  readonly promptWeights: boolean
  readonly size: Size
  /** The picture to edit; where there is a mask at `size`, else in its own size. null when there is none. */
  readonly source: Source | null
  /** What of `source` to repaint, for models that see the mask; at `size`. */
  readonly mask: Mask | null
  readonly references: readonly Source[]
  readonly controls: readonly Control[]
  readonly adapters: readonly Adapter[]
  /** What only one family reads; that family checks it. */
  readonly hints: Details
  readonly noise: NoiseSource
  readonly prediction: Prediction
  /** Those of the run, identical objects to what the denoiser is given: a step is found by identity. */
  readonly levels: readonly NoiseLevel[]
}

/** Values of the latents that the run must keep: free where `mask` is 1, held where it is 0. */
export interface Hold {
  /** Clean latents, in the shape of the latents. */
  readonly clean: Tensor
  /** 0 to 1, in the shape of the latents, or with one channel. */
  readonly mask: Tensor
}

/** A model that has been told what to paint. */
export interface Conditioned {
  readonly denoise: Denoise
  readonly hold?: Hold
  /** Sentences for the person: words that were cut, a negative prompt that has no effect. */
  readonly warnings: readonly string[]
}

/** What must be in memory: text and source encoders, the denoiser, the decoder. */
export type Stage = 'condition' | 'encode' | 'denoise' | 'decode'

export interface DecodeTarget {
  readonly size: Size
  /** Seed of what the latents do not hold (fine texture); families whose latents hold all ignore it. */
  readonly seed: number
  /** Conditions of the run, for families whose picture tells about them ("what could not be drawn"). */
  readonly prompt: string
  /** The source of an edit: what the latents do not hold may be taken from it. */
  readonly source: Source | null
  /** As in the conditions. */
  readonly hints: Details
}

/**
 * One model directory, ready to use. Families implement it; tasks and the engine know nothing else.
 *
 * Latents have any shape with the batch first: [1, C, H / f, W / f] for pixel latents, [1, tokens, width] for a scene.
 */
export interface Model {
  readonly manifest: ModelManifest
  /** Reads what the stage needs and is not in memory, and tells so. The later calls read it silently otherwise. */
  load(stage: Stage, signal: AbortSignal): AsyncGenerator<Progress, void>
  /** Shape of one picture's latents. Throws INVALID_ARGUMENT naming the allowed sizes. */
  latentShape(size: Size): readonly number[]
  /** What the schedule must know of the picture: tokens for a shift, sigmas that the family passes. */
  levelOptions(steps: number, size: Size): LevelOptions
  condition(conditions: Conditions, signal: AbortSignal): Promise<Conditioned>
  /** Clean latents of a picture of an allowed size. `noise` null: the middle of the posterior, else a sample of it. */
  encodeImage(source: Source, noise: NoiseSource | null, signal: AbortSignal): Promise<Tensor>
  /** What of the latents a mask sets free: 1 free, 0 held, in their shape or with one channel. Only where `inpaint` is "hold". */
  latentMask?(mask: Mask, source: Source): Tensor
  decode(latents: Tensor, target: DecodeTarget, signal: AbortSignal): Promise<Picture>
  /** A quick look at clean latents, of any size; null where the family has none. */
  preview(latents: Tensor, target: DecodeTarget, signal: AbortSignal): Promise<Bitmap | null>
  /** Paints a scene that this family describes, with what each of its pixels is. Only families whose latents are scenes. */
  paint?(scene: Scene, size: Size, signal: AbortSignal): Promise<PaintedScene>
}
