// Patches of renders as features and class shares: node training/segment/features.mjs IN.bin OUT.bin ROUNDS
// Each round alters the renders as cameras and files do: exposure, white balance, contrast, noise, blur, JPEG-like blocks.
import { readFileSync, writeFileSync } from 'node:fs'
import { develop, random } from '@plantain/imaging'
import { FEATURES, featuresOf, measurePatches, superpixels, thumbnailOf } from '../../packages/imaging/dist/locate/index.js'

const CLASSES = 8
const [input, output, rounds] = [process.argv[2], process.argv[3], Number(process.argv[4] ?? 1)]
const bytes = readFileSync(input)
const rows = []
for (let round = 0; round < rounds; round++) {
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const [width, height] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)]
    const size = width * height
    const rgb = bytes.subarray(at + 4, at + 4 + size * 3)
    const classes = bytes.subarray(at + 4 + size * 3, at + 4 + size * 4)
    at += 4 + size * 4
    let call = 0
    const roll = () => random(index + 1, round + 11, call++)
    const flip = roll() < 0.5
    const data = new Uint8ClampedArray(size * 4)
    const labels = new Uint8Array(size)
    for (let p = 0; p < size; p++) {
      const q = flip ? p - (p % width) + width - 1 - (p % width) : p
      for (let c = 0; c < 3; c++) data[p * 4 + c] = rgb[q * 3 + c]
      data[p * 4 + 3] = 255
      labels[p] = classes[q]
    }
    const steps = [
      { operator: 'exposure', params: { stops: (roll() - 0.5) * 2 } },
      { operator: 'temperature', params: { mired: (roll() - 0.5) * 120 } },
      { operator: 'contrast', params: { percent: (roll() - 0.4) * 60 } },
      { operator: 'saturation', params: { percent: (roll() - 0.7) * 90 } },
      ...(roll() < 0.4 ? [{ operator: 'blur', params: { radiusPixels: roll() * 3 } }] : []),
      { operator: 'grain', params: { percent: roll() * 40 } },
    ].map((step) => ({ ...step, mask: null }))
    const image = develop({ width, height, data }, steps)
    const small = thumbnailOf(image)
    const parts = superpixels(small, 300)
    const patches = measurePatches(small, parts)
    const features = featuresOf(patches)
    const shares = new Float32Array(parts.count * CLASSES)
    for (let p = 0; p < size; p++) shares[parts.of[p] * CLASSES + labels[p]]++
    for (let i = 0; i < parts.count; i++) {
      const row = new Float32Array(FEATURES + CLASSES)
      row.set(features.subarray(i * FEATURES, (i + 1) * FEATURES))
      for (let c = 0; c < CLASSES; c++) row[FEATURES + c] = shares[i * CLASSES + c]
      rows.push(Buffer.from(row.buffer))
    }
  }
}
writeFileSync(output, Buffer.concat(rows))
console.log(`${rows.length} patches of ${FEATURES} features`)
