// How well the invisible mark holds: node bench/quality/watermark.mjs [--pictures 12] [--clean 60] [PICTURE…], after `npx tsc -b`.
// Marks pictures (those given, and some that the embedded model draws), does to them what happens to pictures, and looks for the mark again.
// Then looks where there is none: the same pictures unmarked, each treated in the same ways. Prints rates, PSNR and times.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { decode } from '../../packages/codecs/dist/index.js'
import { psnr } from '../../packages/imaging/dist/index.js'
import { mark, readMark } from '../../packages/imaging/dist/watermark/index.js'
import { createPlantain, loadConfig, parseGenerateRequest } from '../../packages/server/dist/index.js'

const sharp = createRequire(new URL('../../packages/codecs/package.json', import.meta.url))('sharp')
const rest = process.argv.slice(2)
const option = (name, fallback) => {
  const at = rest.indexOf(name)
  return at < 0 ? fallback : Number(rest.splice(at, 2)[1])
}
const drawn = option('--pictures', 12)
const clean = option('--clean', 60)

const raw = ({ data, width, height }) => sharp(data, { raw: { width, height, channels: 4 } })
const crop = (share, x, y) => ({ width, height }) => {
  const [w, h] = [Math.round(width * share), Math.round(height * share)]
  return { left: Math.round((width - w) * x), top: Math.round((height - h) * y), width: w, height: h }
}
const scaled = (image, factor) => raw(image).resize(Math.round(image.width * factor), Math.round(image.height * factor), { fit: 'fill' })
const treatments = {
  'as it is': (image) => raw(image).png(),
  'JPEG 90': (image) => raw(image).jpeg({ quality: 90 }),
  'JPEG 75': (image) => raw(image).jpeg({ quality: 75 }),
  'JPEG 50': (image) => raw(image).jpeg({ quality: 50 }),
  'WebP 75': (image) => raw(image).webp({ quality: 75 }),
  'size 75 %': (image) => scaled(image, 0.75).png(),
  'size 50 %': (image) => scaled(image, 0.5).png(),
  'size 50 %, JPEG 75': (image) => scaled(image, 0.5).jpeg({ quality: 75 }),
  'size 37 %': (image) => scaled(image, 0.37).png(),
  'size 160 %': (image) => scaled(image, 1.6).png(),
  'crop to 90 %, off the middle': (image) => raw(image).extract(crop(0.9, 0.7, 0.3)(image)).png(),
  'crop to 90 %, JPEG 75': (image) => raw(image).extract(crop(0.9, 0.7, 0.3)(image)).jpeg({ quality: 75 }),
  'crop to 50 % of each side': (image) => raw(image).extract(crop(0.5, 0.4, 0.6)(image)).png(),
  'crop to 30 % of each side': (image) => raw(image).extract(crop(0.3, 0.4, 0.6)(image)).png(),
  'brighter, more contrast': (image) => raw(image).linear(1.15, 8).png(),
  'blurred, sigma 1': (image) => raw(image).blur(1).png(),
  'crop 80 %, size 60 %, JPEG 75': async (image) => {
    const cut = await raw(image).extract(crop(0.8, 0.2, 0.5)(image)).png().toBuffer()
    const { width, height } = await sharp(cut).metadata()
    return sharp(cut).resize(Math.round(width * 0.6), Math.round(height * 0.6), { fit: 'fill' }).jpeg({ quality: 75 })
  },
}
const treat = async (name, image) => decode(new Uint8Array(await (await treatments[name](image)).toBuffer()))

const prompts = [
  'a red fox in the snow', 'a mountain lake at dawn', 'a portrait of a girl in a park', 'a city street at night in the rain',
  'a bowl of fruit on a table, watercolor', 'a white sailing boat on a calm sea', 'a desert with a camel at noon', 'a black cat on a sofa, flat design',
  'a castle on a hill in fog', 'a field of sunflowers, oil painting', 'a lighthouse in a storm', 'a robot in a library, pixel art',
]
async function* drawings(count, first) {
  if (count === 0) return
  const plantain = createPlantain(loadConfig({ environment: {}, directory: '/' }))
  for (let i = 0; i < count; i++) {
    const run = plantain.generate(parseGenerateRequest({ prompt: prompts[i % prompts.length], seed: first + i }), new AbortController().signal)
    let next = await run.next()
    for (; !next.done; next = await run.next());
    yield decode(next.value.images[0].bytes)
  }
  await plantain[Symbol.asyncDispose]()
}

const pictures = []
for (const path of rest) pictures.push(await decode(new Uint8Array(readFileSync(path))))
for await (const picture of drawings(drawn, 1000)) pictures.push(picture)

const names = Object.keys(treatments)
const hits = Object.fromEntries(names.map((name) => [name, 0]))
const sureness = Object.fromEntries(names.map((name) => [name, []]))
const losses = []
let [looks, milliseconds, wrong] = [0, 0, 0]
const look = (image) => {
  const began = performance.now()
  const found = readMark(image)
  milliseconds += performance.now() - began
  looks++
  return found
}
for (const [index, picture] of pictures.entries()) {
  const id = Math.imul(index + 1, 0x9e3779b1) >>> 0
  const marked = mark(picture, id)
  losses.push(psnr(picture, marked))
  for (const name of names) {
    const found = look(await treat(name, marked))
    if (found?.id === id) hits[name]++
    else if (found !== null) wrong++
    if (found !== null) sureness[name].push(found.sureness)
  }
}
const mean = (values) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)
console.log(`${pictures.length} pictures, PSNR of the mark: mean ${mean(losses).toFixed(1)} dB, least ${Math.min(...losses).toFixed(1)} dB`)
for (const name of names)
  console.log(`${name.padEnd(32)} ${String(hits[name]).padStart(4)} of ${pictures.length}   sureness ${mean(sureness[name]).toFixed(1)}`)

let [falsely, tried] = [0, 0]
for (let i = 0; i < clean; i++) {
  const name = names[i % names.length]
  if (look(await treat(name, pictures[Math.floor(i / names.length) % pictures.length])) !== null) falsely++
  tried++
}
console.log(`unmarked: ${falsely} of ${tried} were taken for marked; another id than the one put in: ${wrong}; ${(milliseconds / looks).toFixed(0)} ms a look`)
