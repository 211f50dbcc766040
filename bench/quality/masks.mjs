// What the masks of closed systems do not keep: node bench/quality/masks.mjs [--pictures coffee.png,generated] [--photos DIR] [--skip-session] [--seed 1], after `npx tsc -b`.
//
// 1. A mask that protects everything changes 0 pixels; a window of 96 x 96 changes 0 pixels outside of it: for every kind of edit, on a generated
//    picture and on photographs. What each edit asks for is given as it is understood, so that reading has no part in it; what changed is counted here,
//    from the files, and not taken from the report.
// 2. Twenty mixed edits in one session on a photograph of 1024 x 1024: pixels outside the union of the reported masks must be those of the upload. Beside
//    it, what becomes of the same pixels when the whole picture is coded anew each turn: as JPEG of quality 90, and through the autoencoder of
//    packages/diffusion/golden/pipelines/sd15, which has RANDOM weights: it shows the mechanism, and no figure of a trained one. With --vae DIR (vae_encoder/model.onnx and
//    vae_decoder/model.onnx of Stable Diffusion's layout) a real one is measured in its place.
// Exits with 1 where any pixel changed that was protected.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode } from '../../packages/codecs/dist/index.js'
import { createPlantain, loadConfig } from '../../packages/server/dist/index.js'

const rest = process.argv.slice(2)
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback)
const root = new URL('../../', import.meta.url).pathname
const photos = option('--photos', join(root, '../shared/eval/photos'))
const seed = Number(option('--seed', 1))
const all = ['generated', 'coffee.png', 'chelsea.png', 'astronaut.png', 'flower.jpg', 'rocket.jpg', 'brushes.jpg']
const names = option('--pictures', all.join(',')).split(',')
const sharp = createRequire(new URL('../../packages/codecs/package.json', import.meta.url))('sharp')

const data = mkdtempSync(join(tmpdir(), 'plantain-masks-'))
const plantain = createPlantain(loadConfig({ flags: { data }, environment: {}, directory: data }))
const send = async (id, message) => {
  const run = plantain.sessions.send(id, message, new AbortController().signal)
  let next = await run.next()
  while (!next.done) next = await run.next()
  return next.value
}
const edit = (...ops) => ({ kind: 'edit', ops, refers_to: [] })
const file = async (id, place) => plantain.sessions.picture(id, place)
const same = (a, b, p) => [0, 1, 2, 3].every((c) => a.data[p * 4 + c] === b.data[p * 4 + c])

const kinds = [
  ['exposure', { op: 'brightness', direction: 'up', amount: 'strong' }],
  ['saturation', { op: 'saturation', direction: 'up', amount: 'strong' }],
  ['black and white', { op: 'monochrome', value: 'gray' }],
  ['blur', { op: 'blur', amount: 'strong' }],
  ['recolour', { op: 'recolor', target: 'subject', value: 'blue' }],
  ['add', { op: 'add', target: 'balloon', color: 'red' }],
  ['remove', { op: 'remove', target: 'subject' }],
  ['restyle', { op: 'restyle', value: 'watercolor' }],
  ['weather', { op: 'weather', value: 'snow' }],
  ['time of day', { op: 'time_of_day', value: 'night' }],
  ['background', { op: 'background', value: 'white' }],
  ['text', { op: 'add_text', value: 'SALE', region: 'center' }],
]

const painted = async ({ width, height }, box) => {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let p = 0; p < width * height; p++) {
    const [x, y] = [p % width, Math.floor(p / width)]
    const white = box !== null && x >= box.x && x < box.x + 96 && y >= box.y && y < box.y + 96
    pixels.set(white ? [255, 255, 255, 255] : [0, 0, 0, 255], p * 4)
  }
  return encode({ width, height, data: pixels })
}

/** What changed in and out of a box; null where no picture was made, with the words for it. */
async function once(id, place, source, op, box) {
  const view = await send(id, { text: '', interpretation: edit(op), mask: await painted(source, box), from: place })
  if (view.places.length === 0) return { made: false, text: view.text, inside: 0, outside: 0 }
  const after = await decode((await file(id, view.places[0])).bytes)
  let [inside, outside] = [0, 0]
  if (after.width !== source.width || after.height !== source.height) return { made: true, text: 'ANOTHER SIZE', inside: 0, outside: Infinity }
  for (let p = 0; p < source.width * source.height; p++) {
    if (same(source, after, p)) continue
    const [x, y] = [p % source.width, Math.floor(p / source.width)]
    if (box !== null && x >= box.x && x < box.x + 96 && y >= box.y && y < box.y + 96) inside++
    else outside++
  }
  return { made: true, text: view.text, inside, outside }
}

let broken = 0
const pad = (text, width) => String(text).padEnd(width)
console.log(`${pad('picture', 15)}${pad('edit', 17)}${pad('all protected: changed', 24)}${pad('window: changed inside', 24)}changed outside`)
const sums = new Map()
for (const name of names) {
  const { id } = plantain.sessions.start({ seed })
  let place = 'image:1'
  if (name === 'generated') {
    const made = await send(id, {
      text: 'a red house by a lake with two pine trees',
      interpretation: { kind: 'generate', ops: [{ op: 'create', subject: ['red house', 'lake', 'two pine trees'] }], refers_to: [] },
      options: { size: '640x480' },
    })
    place = made.places[0]
  } else await send(id, { text: '', attachments: [readFileSync(join(photos, name))] })
  const source = await decode((await file(id, place)).bytes)
  const box = { x: (source.width - 96) >> 1, y: (source.height - 96) >> 1 }
  for (const [kind, op] of kinds) {
    const wish = name === 'generated' && op.target === 'subject' ? { ...op, target: 'house' } : op
    const shut = await once(id, place, source, wish, null)
    const open = await once(id, place, source, wish, box)
    broken += shut.outside + open.outside
    const sum = sums.get(kind) ?? { made: 0, inside: 0, outside: 0, shut: 0 }
    sums.set(kind, { made: sum.made + Number(open.made), inside: sum.inside + open.inside, outside: sum.outside + open.outside, shut: sum.shut + shut.outside })
    console.log(`${pad(name, 15)}${pad(kind, 17)}${pad(shut.made ? shut.outside : `${shut.outside} (no picture)`, 24)}${pad(open.made ? open.inside : 'no picture', 24)}${open.outside}${open.made && open.inside > 0 ? '' : `   ${open.text}`}`)
  }
}
console.log(`\n${pad('edit', 17)}${pad('pictures', 10)}${pad('all protected: changed', 24)}${pad('inside (of 9216 each)', 24)}outside`)
for (const [kind, { made, inside, outside, shut }] of sums) console.log(`${pad(kind, 17)}${pad(made, 10)}${pad(shut, 24)}${pad(inside, 24)}${outside}`)

if (!rest.includes('--skip-session')) await session()
await plantain[Symbol.asyncDispose]()
rmSync(data, { recursive: true, force: true })
process.exit(broken === 0 ? 0 : 1)

async function session() {
  const upload = await sharp(join(photos, option('--photo', 'brushes.jpg'))).resize(1024, 1024, { fit: 'cover', kernel: 'lanczos3' }).png().toBuffer()
  const start = await decode(upload)
  const wishes = [
    { op: 'brightness', direction: 'up', region: 'top left' },
    { op: 'add', target: 'balloon', color: 'red', region: 'top right' },
    { op: 'saturation', direction: 'up', region: 'top left' },
    { op: 'add', target: 'apple', region: 'bottom left' },
    { op: 'scale', target: 'apple', direction: 'down' },
    { op: 'contrast', direction: 'up', region: 'top left' },
    { op: 'move', target: 'balloon', direction: 'left' },
    { op: 'add_text', value: 'SALE', region: 'top' },
    { op: 'temperature', direction: 'warmer', region: 'top left' },
    { op: 'remove', target: 'balloon' },
    { op: 'add', target: 'cat', region: 'bottom left' },
    { op: 'edit_text', target: 'SALE', value: 'SOLD' },
    { op: 'brightness', direction: 'down', region: 'top left' },
    { op: 'replace', target: 'cat', value: 'dog' },
    { op: 'blur', region: 'top left' },
    { op: 'remove', target: 'apple' },
    { op: 'add', target: 'duck', count: 2, region: 'bottom left' },
    { op: 'sharpen', direction: 'up', region: 'top left' },
    { op: 'remove', target: 'dog' },
    { op: 'contrast', direction: 'down', region: 'top left' },
  ]
  const { id } = plantain.sessions.start({ seed })
  await send(id, { text: '', attachments: [upload] })
  const union = new Uint8Array(1024 * 1024)
  let [before, made] = [start, 0]
  let [jpeg, coded] = [start, start]
  const through = await autoencoder()
  console.log(`\nTwenty edits in one session, 1024 x 1024 (${option('--photo', 'brushes.jpg')}). Outside the union of masks so far, against the upload:`)
  console.log(`${pad('', 4)}${pad('edit', 34)}${pad('union %', 9)}${pad('changed here', 14)}${pad('JPEG q90: changed %', 21)}${pad('PSNR', 8)}${pad(through.name, 30)}PSNR`)
  for (const [turn, op] of wishes.entries()) {
    const view = await send(id, { text: '', interpretation: edit(op) })
    const words = [op.op, op.target, op.value, op.direction, op.region].filter(Boolean).join(' ')
    if (view.places.length > 0) {
      const picture = await file(id, view.places[0])
      const [now, mask] = [await decode(picture.bytes), await decode((await plantain.sessions.artifact(picture.mask)).bytes)]
      for (let p = 0; p < union.length; p++) if (mask.data[p * 4] > 0) union[p] = 1
      // What a system does that codes the whole picture each turn: the edit is laid over what came out of the turn before.
      jpeg = await decode(await encode(laid(jpeg, now, mask), { format: 'jpeg', quality: 90 }))
      coded = await through.pass(laid(coded, now, mask))
      before = now
      made++
    }
    const outside = (image) => {
      let [kept, changed, sum] = [0, 0, 0]
      for (let p = 0; p < union.length; p++) {
        if (union[p] === 1) continue
        kept++
        if (!same(start, image, p)) changed++
        for (let c = 0; c < 3; c++) sum += (start.data[p * 4 + c] - image.data[p * 4 + c]) ** 2
      }
      return { changed, percent: (100 * changed) / kept, psnr: sum === 0 ? '∞' : (10 * Math.log10((255 * 255 * 3 * kept) / sum)).toFixed(1) }
    }
    const [ours, theirs, other] = [outside(before), outside(jpeg), outside(coded)]
    const share = (100 * union.reduce((sum, one) => sum + one, 0)) / union.length
    console.log(
      `${pad(turn + 1, 4)}${pad(words.slice(0, 32), 34)}${pad(share.toFixed(1), 9)}${pad(ours.changed, 14)}${pad(theirs.percent.toFixed(1), 21)}${pad(theirs.psnr, 8)}${pad(`${other.percent.toFixed(1)} % changed`, 30)}${other.psnr}${view.places.length > 0 ? '' : `   not done: ${view.text}`}`,
    )
    if (turn === wishes.length - 1) {
      broken += ours.changed
      console.log(`${made} of ${wishes.length} edits made; outside the union of their masks ${ours.changed} pixels differ from the upload.`)
    }
  }
}

function laid(below, above, mask) {
  const data = below.data.slice()
  for (let p = 0; p < below.width * below.height; p++) if (mask.data[p * 4] > 0) data.set(above.data.subarray(p * 4, p * 4 + 4), p * 4)
  return { ...below, data }
}

/** A picture through an encoder to latents and back, as every latent edit of the whole picture does it. */
async function autoencoder() {
  const given = option('--vae', null)
  const folder = given ?? join(root, 'packages/diffusion/golden/pipelines/sd15')
  const [into, out] = ['vae_encoder', 'vae_decoder'].map((part) => join(folder, part, 'model.onnx'))
  if (!existsSync(into) || !existsSync(out)) return { name: 'no autoencoder', pass: async (image) => image }
  const ort = createRequire(new URL('../../packages/diffusion/package.json', import.meta.url))('onnxruntime-node')
  const [encoder, decoder] = [await ort.InferenceSession.create(into), await ort.InferenceSession.create(out)]
  const { width, height } = { width: 1024, height: 1024 }
  return {
    name: given === null ? 'random autoencoder' : 'autoencoder',
    async pass(image) {
      const plane = width * height
      const pixels = new Float32Array(3 * plane)
      for (let p = 0; p < plane; p++) for (let c = 0; c < 3; c++) pixels[c * plane + p] = image.data[p * 4 + c] / 127.5 - 1
      const encoded = await encoder.run({ [encoder.inputNames[0]]: new ort.Tensor('float32', pixels, [1, 3, height, width]) })
      const moments = encoded[encoder.outputNames[0]]
      // Mean and variance may come together: the mean alone is kept, which loses least.
      const channels = (await decoder.inputMetadata?.[0]?.shape?.[1]) ?? 4
      const wanted = Number.isInteger(channels) ? channels : 4
      const [, , h, w] = moments.dims
      const latent = new ort.Tensor('float32', moments.data.slice(0, wanted * h * w), [1, wanted, h, w])
      const decoded = (await decoder.run({ [decoder.inputNames[0]]: latent }))[decoder.outputNames[0]]
      const data = image.data.slice()
      for (let p = 0; p < plane; p++) for (let c = 0; c < 3; c++) data[p * 4 + c] = Math.round((decoded.data[c * plane + p] + 1) * 127.5)
      return { width, height, data }
    },
  }
}
