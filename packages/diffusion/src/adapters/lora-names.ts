/** A key of an adapter file, understood: which part, which layer of it, and what the tensor is. */
export interface LoraKey {
  readonly part: 'unet' | 'transformer' | 'text_encoder' | 'text_encoder_2' | 'denoiser'
  /** Path of the layer with underscores for dots, which is all that some files keep. */
  readonly layer: string
  readonly role: 'down' | 'up' | 'alpha'
}

const prefixes: readonly (readonly [string, LoraKey['part']])[] = [
  ['lora_unet_', 'denoiser'],
  ['lora_transformer_', 'transformer'],
  ['lora_te1_', 'text_encoder'],
  ['lora_te2_', 'text_encoder_2'],
  ['lora_te_', 'text_encoder'],
  ['unet.', 'unet'],
  ['transformer.', 'transformer'],
  ['text_encoder_2.', 'text_encoder_2'],
  ['text_encoder.', 'text_encoder'],
]

const roles: readonly (readonly [string, LoraKey['role']])[] = [
  ['.lora_down.weight', 'down'],
  ['.lora_up.weight', 'up'],
  ['.lora_A.weight', 'down'],
  ['.lora_B.weight', 'up'],
  ['.lora.down.weight', 'down'],
  ['.lora.up.weight', 'up'],
  ['_lora.down.weight', 'down'],
  ['_lora.up.weight', 'up'],
  ['.alpha', 'alpha'],
]

/** Of the files of kohya's scripts and of diffusers (new and old); null for a key of any other kind. */
export function parseLoraKey(key: string): LoraKey | null {
  const prefix = prefixes.find(([start]) => key.startsWith(start))
  const role = roles.find(([end]) => key.endsWith(end))
  if (!prefix || !role) return null
  const path = key
    .slice(prefix[0].length, key.length - role[0].length)
    .replace('.processor.', '.') // attention of old diffusers files
    .replace(/to_out$/, 'to_out.0')
  return { part: prefix[1], layer: layerOf(fromOriginal(path)), role: role[1] }
}

/** One spelling for a layer, however its path was written; newer exports leave `text_model` out. */
export function layerOf(path: string): string {
  return path.replaceAll(/[./]+/g, '_').replace(/^_?(text_model_)?/, '')
}

/**
 * Files for SDXL name blocks as the original code does: input_blocks_4_1 is down_blocks_1_attentions_0.
 * Each level has three blocks there, the third of the way down being the halving.
 */
function fromOriginal(path: string): string {
  return path
    .replace(
      /^input_blocks_(\d+)_1_/,
      (_, n: string) => `down_blocks_${level(Number(n) - 1)}_attentions_${within(Number(n) - 1)}_`,
    )
    .replace(/^middle_block_1_/, 'mid_block_attentions_0_')
    .replace(
      /^output_blocks_(\d+)_1_/,
      (_, n: string) => `up_blocks_${level(Number(n))}_attentions_${within(Number(n))}_`,
    )
}

const level = (block: number): number => Math.floor(block / 3)
const within = (block: number): number => block % 3
