import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openDirectory } from '../directory.ts'
import { openBytes } from '../onnx/bytes.ts'
import { readGraph } from '../onnx/graph.ts'
import { patchGraph } from '../onnx/patch.ts'
import { mergeAdapters } from './lora.ts'
import { parseLoraKey } from './lora-names.ts'
import { openSafetensors } from './safetensors.ts'

const sd15 = openDirectory(fileURLToPath(new URL('../../golden/pipelines/sd15', import.meta.url)))
const unet = sd15.requirePart('unet')
const lora = (name: string): string => sd15.file(`loras/${name}.safetensors`)

test.each([
  [
    'lora_unet_down_blocks_0_attentions_0_proj_in.lora_down.weight',
    'denoiser',
    'down_blocks_0_attentions_0_proj_in',
    'down',
  ],
  [
    'lora_te_text_model_encoder_layers_0_self_attn_q_proj.alpha',
    'text_encoder',
    'encoder_layers_0_self_attn_q_proj',
    'alpha',
  ],
  [
    'lora_te2_text_model_encoder_layers_0_mlp_fc1.lora_up.weight',
    'text_encoder_2',
    'encoder_layers_0_mlp_fc1',
    'up',
  ],
  [
    'unet.mid_block.attentions.0.transformer_blocks.0.attn1.to_out.0.lora_A.weight',
    'unet',
    'mid_block_attentions_0_transformer_blocks_0_attn1_to_out_0',
    'down',
  ],
  [
    'unet.mid_block.attentions.0.transformer_blocks.0.attn1.processor.to_q_lora.up.weight',
    'unet',
    'mid_block_attentions_0_transformer_blocks_0_attn1_to_q',
    'up',
  ],
  [
    'unet.mid_block.attentions.0.transformer_blocks.0.attn1.processor.to_out_lora.down.weight',
    'unet',
    'mid_block_attentions_0_transformer_blocks_0_attn1_to_out_0',
    'down',
  ],
  [
    'transformer.transformer_blocks.3.attn.to_q.lora_B.weight',
    'transformer',
    'transformer_blocks_3_attn_to_q',
    'up',
  ],
  // Of SDXL, named as in the original code.
  [
    'lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_k.lora_down.weight',
    'denoiser',
    'down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_k',
    'down',
  ],
  [
    'lora_unet_input_blocks_8_1_proj_in.lora_up.weight',
    'denoiser',
    'down_blocks_2_attentions_1_proj_in',
    'up',
  ],
  ['lora_unet_middle_block_1_proj_out.alpha', 'denoiser', 'mid_block_attentions_0_proj_out', 'alpha'],
  ['lora_unet_output_blocks_5_1_proj_in.alpha', 'denoiser', 'up_blocks_1_attentions_2_proj_in', 'alpha'],
])('%s', (key, part, layer, role) => {
  expect(parseLoraKey(key)).toEqual({ part, layer, role })
})

test.each(['unet.conv_in.dora_scale', 'lora_unet_x.hada_w1_a', 'something.else'])(
  '%s is no plain LoRA',
  (key) => {
    expect(parseLoraKey(key)).toBeNull()
  },
)

/** Float32 weights of a graph, by name. */
function weightsOf(graph: Uint8Array): Map<string, Float32Array> {
  const file = join(mkdtempSync(join(tmpdir(), 'lora-')), 'model.onnx')
  writeFileSync(file, graph)
  const bytes = openBytes(file)
  const floats = readGraph(bytes).initializers.filter(({ dataType }) => dataType === 1)
  const weights = floats.map(({ name, offset, bytes: length }): [string, Float32Array] => {
    const raw = bytes.slice(offset, offset + length)
    return [name, new Float32Array(raw.buffer, raw.byteOffset, length / 4)]
  })
  bytes[Symbol.dispose]()
  return new Map(weights)
}

describe('merging', () => {
  test('a weight of 0 changes no bit', () => {
    expect(mergeAdapters(unet, [{ file: lora('one-kohya'), weight: 0 }])).toBeNull()
  })

  test('a part that the adapter does not touch stays as it is', () => {
    expect(
      mergeAdapters(sd15.requirePart('vae_decoder'), [{ file: lora('one-kohya'), weight: 1 }]),
    ).toBeNull()
  })

  test('both file formats hold the same adapter', () => {
    const [kohya, diffusers] = ['one-kohya', 'one-diffusers'].map((name) =>
      weightsOf(mergeAdapters(unet, [{ file: lora(name), weight: 0.8 }])!),
    ) as [Map<string, Float32Array>, Map<string, Float32Array>]
    expect([...kohya.keys()]).toEqual([...diffusers.keys()])
    for (const [name, values] of kohya)
      values.forEach((value, i) =>
        expect(Math.abs(value - diffusers.get(name)![i]!), name).toBeLessThan(1e-6),
      )
  })

  test('only the touched weights change', () => {
    const before = weightsOf(readFileSync(unet.file))
    const after = weightsOf(mergeAdapters(unet, [{ file: lora('two-kohya'), weight: 1 }])!)
    const changed = [...before].filter(([name, values]) =>
      values.some((value, i) => value !== after.get(name)![i]),
    )
    const layers = openSafetensors(lora('two-kohya')).names.filter((name) =>
      /^lora_unet.*lora_down/.test(name),
    )
    expect(changed).toHaveLength(layers.length)
  })

  test('an adapter of another kind of model is refused in a sentence', () => {
    const sdxl = openDirectory(fileURLToPath(new URL('../../golden/pipelines/sdxl', import.meta.url)))
    const merge = (): unknown =>
      mergeAdapters(sdxl.requirePart('unet'), [{ file: lora('one-kohya'), weight: 1 }])
    expect(merge).toThrow(/changes .*, which .* does not have by itself; it is for another kind of model/)
  })
})

describe('files', () => {
  const write = (content: Uint8Array): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'lora-')), 'x.safetensors')
    writeFileSync(file, content)
    return file
  }

  test('half precision of both kinds is read', () => {
    const header = JSON.stringify({
      a: { dtype: 'F16', shape: [2], data_offsets: [0, 4] },
      b: { dtype: 'BF16', shape: [1], data_offsets: [4, 6] },
    })
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(header.length))
    const file = write(
      Buffer.concat([
        length,
        Buffer.from(header),
        Buffer.from(Uint16Array.of(0x3c00, 0xc000, 0x3fc0).buffer),
      ]),
    )
    const opened = openSafetensors(file)
    expect(opened.read('a')).toEqual({ data: Float32Array.of(1, -2), shape: [2] })
    expect(opened.read('b')).toEqual({ data: Float32Array.of(1.5), shape: [1] })
  })

  test('what is cut short or no such file is refused', () => {
    const whole = readFileSync(lora('one-kohya'))
    expect(() => openSafetensors(write(whole.subarray(0, 4)))).toThrow(/is cut short; download it again/)
    expect(() => openSafetensors(write(whole.subarray(0, whole.length - 10)))).toThrow(/is damaged/)
    expect(() => openSafetensors(write(Buffer.from('hello, this is text')))).toThrow(
      /is damaged or no safetensors/,
    )
    expect(() => openSafetensors('/nowhere/x.safetensors')).toThrow(/cannot be opened; give the path/)
  })
})

test('a patch of nothing gives the same bytes', () => {
  expect(Buffer.from(patchGraph(unet.file, new Map())).equals(readFileSync(unet.file))).toBe(true)
})
