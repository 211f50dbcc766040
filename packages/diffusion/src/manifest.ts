import type { TensorSpec } from './runtimes/runtime.ts'

/** One network of a model directory. */
export interface Part {
  /** Its folder: 'unet', 'vae_decoder'. */
  readonly name: string
  /** Path of the .onnx file. */
  readonly file: string
  /** Files that hold its weights besides, as the graph names them, relative to its folder. */
  readonly externalData: readonly string[]
  /** Size on disk, external data included. */
  readonly bytes: number
  /** Time of the last change of any of its files, milliseconds since 1970: the same file downloaded anew is another one. */
  readonly modified: number
  /** As the graph declares them. */
  readonly inputs: readonly TensorSpec[]
  readonly outputs: readonly TensorSpec[]
}

export interface SizeRule {
  /** Both sides must be multiples of it. */
  readonly multiple: number
  readonly minimum: number
  readonly maximum: number
}

/** What a model directory holds and can do, read without opening a network. Plain data. */
export interface ModelManifest {
  /** The directory's own name. */
  readonly name: string
  readonly directory: string
  /** Name of the family in the registry. */
  readonly family: string
  /** `_class_name` of model_index.json. */
  readonly className: string
  readonly parts: readonly Part[]
  /** Sum of the parts. */
  readonly bytes: number
  /** Names of tasks that it can do. */
  readonly tasks: readonly string[]
  /** How it repaints a region: it sees the mask itself, or the latents outside are held by the sampler. */
  readonly inpaint: 'mask' | 'hold'
  /** Takes the source of an edit as conditioning, so that an instruction is enough. */
  readonly edit: boolean
  /** Its denoiser translates the noise levels of any scheduler into its own; others take those of their own kind. */
  readonly anyScheduler?: boolean
  readonly size: SizeRule
  readonly defaults: {
    readonly width: number
    readonly height: number
    readonly steps: number
    readonly guidanceScale: number
  }
  readonly scheduler: { readonly name: string; readonly config: Readonly<Record<string, unknown>> }
  /** As the directory states it (model_index.json `license`); null where it does not. */
  readonly licence: string | null
}
