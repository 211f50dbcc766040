import type { Bitmap, Mask, Scene, Tensor } from '@plantain/core'
import type { ModelManifest } from './manifest.ts'
import type { Adapter, Control, Details, PaintedScene, Size } from './model.ts'
import type { Progress } from './progress.ts'
import type { Device } from './runtimes/runtime.ts'

export interface EngineOptions {
  /** Threads of one network run. Default: half of the logical processors, at least 1. */
  readonly threads?: number
  /** The most bytes of weights in memory at once; the least recently used leave first. Default: 70 % of the memory. */
  readonly memoryBytes?: number
  /** Default 'auto'. */
  readonly device?: Device
  /** Where hashes of large files are remembered between starts; null (default): nowhere. */
  readonly cacheDirectory?: string | null
  /** Compute on this thread, for tests and small tools: steps block it. Default false. */
  readonly inline?: boolean
}

/** What a run may be asked; each family and task has defaults for what is left out. */
export interface RunParams {
  readonly prompt: string
  readonly negativePrompt?: string | null
  /** Pixels; default those of the source, else of the model. */
  readonly width?: number
  readonly height?: number
  /** 1 to 150. */
  readonly steps?: number
  readonly guidanceScale?: number
  readonly guidanceRescale?: number
  readonly imageGuidanceScale?: number
  /** 0 to 2^53 - 1; default: a random one, told in the result. */
  readonly seed?: number
  /** Which picture of the seed: `index` 3 alone is the fourth of `count` 4. Default 0. */
  readonly index?: number
  /** How many pictures, from `index` on. Default 1. */
  readonly count?: number
  /** A scheduler's standard name; default: the model's own. */
  readonly scheduler?: string
  /** Keys of scheduler_config.json, over those of the model. */
  readonly schedulerConfig?: Details
  /** Share of fresh noise in schedulers that have it (DDIM, TCD). */
  readonly eta?: number
  /** 0 keeps the source, 1 ignores it. */
  readonly strength?: number
  /** Source of an edit. */
  readonly image?: Bitmap
  /** What an earlier result told of `image`. */
  readonly imageDetails?: Details
  /** In the size of `image`: what to repaint. */
  readonly mask?: Mask
  readonly references?: readonly { readonly bitmap: Bitmap; readonly details?: Details }[]
  readonly controls?: readonly (Pick<Control, 'bitmap'> & Partial<Control>)[]
  readonly adapters?: readonly Adapter[]
  readonly promptWeights?: boolean
  /** What only one family reads. */
  readonly hints?: Details
}

export interface RunRequest {
  /** From `load`, or a directory, which is then loaded. */
  readonly model: ModelHandle | string
  /** Name of a task: 'generate', 'image-to-image', 'inpaint', 'edit'. */
  readonly task: string
  readonly params: RunParams
  readonly signal?: AbortSignal
  /** At most one preview in so many milliseconds; 0 at every step, null (default) none. */
  readonly previewMilliseconds?: number | null
  /** Unit normals to use in place of the seed's, in the order of use: for comparisons with a reference. */
  readonly noise?: readonly Tensor[]
  /** Give latents and float pixels with the result. Default false. */
  readonly expose?: boolean
}

export interface ResultPicture {
  readonly bitmap: Bitmap
  readonly seed: number
  readonly index: number
  /** What the family tells about the picture (scene, what could not be drawn). */
  readonly details?: Details
  /** Final latents, with `expose`. */
  readonly latents?: Tensor
  /** [1, 3, H, W] in 0 to 1 as decoded, before bytes and before the region is laid over the source; with `expose`. */
  readonly pixels?: Tensor
}

/** The first picture, and all of them. */
export interface Result extends ResultPicture {
  readonly pictures: readonly ResultPicture[]
  /** What was used where the request left it open. */
  readonly settings: {
    readonly width: number
    readonly height: number
    readonly steps: number
    readonly guidanceScale: number
    readonly scheduler: string
  }
  readonly warnings: readonly string[]
  readonly milliseconds: number
}

export interface ModelHandle {
  readonly manifest: ModelManifest
  /** SHA-256 of the model: of its files' names and hashes. Reads all weights the first time. */
  hash(signal?: AbortSignal): Promise<string>
}

export interface EngineStatus {
  readonly threads: number
  readonly memoryBytes: number
  readonly device: Device
  readonly devices: readonly Device[]
  /** Networks in memory and their bytes, most recently used last. */
  readonly loaded: readonly { readonly file: string; readonly bytes: number }[]
}

/** Owns the networks of this process, on a thread of its own. */
export interface Engine extends AsyncDisposable {
  /** Reads what the directory holds and checks that nothing is missing or cut short; opens no network yet. */
  load(directory: string): Promise<ModelHandle>
  /** One run at a time, in the order of the calls. Leaving the loop early or aborting stops it within one step. */
  run(request: RunRequest): AsyncGenerator<Progress, Result>
  /**
   * Paints a scene, without any network: for edits that change what is known. Waits its turn like a run.
   *
   * throws: UNIMPLEMENTED for a model whose latents are no scenes, CANCELLED
   */
  paint(model: ModelHandle | string, scene: Scene, size: Size, signal: AbortSignal): Promise<PaintedScene>
  status(): Promise<EngineStatus>
  /** Refuses new runs, stops the running one after its step, frees everything. The process may exit after it. */
  close(): Promise<void>
}
