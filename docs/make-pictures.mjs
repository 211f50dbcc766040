// Every picture of the documentation, made anew: npm run build && node docs/make-pictures.mjs [--log RUN/log.jsonl] [--only hero,styles]
// Seeds are 1, 2, 3 … in order, never chosen by eye, so the pictures show what the model does and not what it can do once.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { STYLES } from '../packages/core/dist/index.js'
import { openLexicon } from '../packages/scene/dist/words/features.js'
import { openEngine, philoxNoise } from '../packages/diffusion/dist/index.js'
import { decodeScene, encodeScene, LABEL, LATENT_TOKENS, LATENT_WIDTH, openArt, render } from '../packages/scene/dist/index.js'

const sharp = createRequire(fileURLToPath(new URL('../packages/codecs/package.json', import.meta.url)))('sharp')
const model = fileURLToPath(new URL('../models/plantain-tiny', import.meta.url))
const folder = fileURLToPath(new URL('pictures', import.meta.url))
const options = process.argv.slice(2)
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
const only = option('--only')?.split(',')
const GAP = 8

const HERO = ['a mountain landscape', 'a red house by a lake with two pine trees at sunset', 'zwei Hunde am Strand', 'watercolor of a sailboat on the sea']
const LAKE = 'a red house by a lake with two pine trees'
const VILLAGE = 'a village in autumn with a church'

const json = (name) => JSON.parse(readFileSync(join(model, name), 'utf8'))
const art = await openArt(json('renderer/catalog.json'), readFileSync(join(model, 'renderer/art.bin')))
const engine = openEngine({ inline: true, threads: 1 })
const handle = await engine.load(model)

/** One run as everybody's: { bitmap, details: { scene, … } }; `onStep` sees each step's preview. */
async function generate(prompt, params = {}, onStep = undefined) {
  const run = engine.run({ model: handle, task: 'generate', params: { prompt, seed: 1, width: 512, height: 512, ...params }, previewMilliseconds: onStep ? 0 : null })
  for (;;) {
    const { done, value } = await run.next()
    if (done) return value
    if (value.type === 'step') onStep?.(value)
  }
}
const sceneOf = async (prompt, params) => (await generate(prompt, { ...params, width: 64, height: 64 })).details.scene
const paint = (scene, width = 512, height = width) => render(scene, { width, height, art })

const raw = ({ data, width, height }) => sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })

/** Bitmaps side by side, `columns` in a row, each `tile` pixels high, with a gap that shows the page. */
async function sheet(name, bitmaps, { columns = bitmaps.length, tile = 384 } = {}) {
  const tiles = await Promise.all(bitmaps.map(async (bitmap) => {
    const width = Math.round((tile * bitmap.width) / bitmap.height)
    return { width, input: await raw(bitmap).resize(width, tile, { kernel: bitmap.height < tile ? 'cubic' : 'lanczos3' }).png().toBuffer() }
  }))
  const parts = []
  let width = 0
  for (let n = 0, left = 0; n < tiles.length; n++) {
    if (n % columns === 0) left = 0
    parts.push({ input: tiles[n].input, left, top: Math.floor(n / columns) * (tile + GAP) })
    left += tiles[n].width + GAP
    width = Math.max(width, left - GAP)
  }
  const height = Math.ceil(tiles.length / columns) * (tile + GAP) - GAP
  const made = await sharp({ create: { width, height, channels: 4, background: '#0000' } }).composite(parts).webp({ quality: 82, effort: 5 }).toBuffer()
  writeFileSync(join(folder, `${name}.webp`), made)
  console.log(`${name}.webp  ${width} x ${height}  ${(made.length / 1000).toFixed(0)} kB`)
}

/** A colour for each label: the world by name, each copy of a thing its own hue. */
function falseColors({ labels, bitmap: { width, height } }) {
  const world = {
    sky: '9cc9ee', cloud: 'dfe9f2', sun: 'ffd84a', moon: 'fff3c4', relief: '8d8fa8', ground: 'a7c07a', water: '3f7fc4', vegetation: '3f8a4c',
    building: 'b0785a', road: '6b6b70', backdrop: 'd9cfc4', floor: 'b89b78', table: 'a5744a', rainbow: 'e08fd0', aurora: '6fe0b0', furniture: '8a5f8a',
  }
  const rgb = (hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16))
  const table = new Map(Object.entries(LABEL).map(([name, label]) => [label, rgb(world[name] ?? '777777')]))
  const data = new Uint8ClampedArray(width * height * 4)
  labels.forEach((label, i) => {
    if (!table.has(label)) {
      const hue = (label * 0.618034) % 1
      table.set(label, [0, 1 / 3, 2 / 3].map((turn) => 255 * (0.55 + 0.45 * Math.cos(2 * Math.PI * (hue + turn)))))
    }
    data.set(table.get(label), i * 4)
    data[i * 4 + 3] = 255
  })
  return { data, width, height }
}

/** Lines over samples seen, as SVG that reads on white and on black. lines: [{ name, color, points: [[x, y] …] }] */
function chart(title, lines, { low, high }) {
  const [width, height, left, bottom, top] = [640, 260, 52, 40, 34]
  const most = Math.max(...lines.flatMap(({ points }) => points.map(([x]) => x)))
  const at = ([x, y]) => `${(left + (x / most) * (width - left - 16)).toFixed(1)},${(height - bottom - ((Math.min(y, high) - low) / (high - low)) * (height - bottom - top)).toFixed(1)}`
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = low + share * (high - low)
    const [, y] = at([0, value]).split(',')
    return `<line x1="${left}" x2="${width - 16}" y1="${y}" y2="${y}" stroke="#8884"/><text x="${left - 6}" y="${+y + 4}" text-anchor="end">${+value.toFixed(3)}</text>`
  })
  const along = [0, 0.5, 1].map((share) => `<text x="${left + share * (width - left - 16)}" y="${height - 20}" text-anchor="${share === 1 ? 'end' : 'middle'}">${share === 0 ? 0 : `${Math.round((share * most) / 1000)}k`}</text>`)
  const drawn = lines.map(({ color, points }) => `<polyline fill="none" stroke="${color}" stroke-width="2" stroke-linejoin="round" points="${points.map(at).join(' ')}"/>`)
  const names = lines.map(({ name, color }, n) => `<text x="${left + 130 + n * 150}" y="20" fill="${color}">${name}</text>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" font-family="system-ui, sans-serif" font-size="12" fill="#888"><text x="${left}" y="20" font-weight="600">${title}</text>${names.join('')}${ticks.join('')}${along.join('')}<text x="${width / 2}" y="${height - 4}" text-anchor="middle">examples seen</text>${drawn.join('')}</svg>\n`
}

const figures = {
  async hero() {
    await sheet('hero', await Promise.all(HERO.map(async (prompt) => (await generate(prompt)).bitmap)), { tile: 400 })
  },
  async forward() {
    const text = openLexicon({ tokenizer: json('text_encoder/tokenizer.json'), lexicon: json('text_encoder/lexicon.json'), features: json('text_encoder/features.json'), vectors: readFileSync(join(model, 'text_encoder/vectors.bin')) })
    const space = { statistics: json('transformer/config.json').statistics, codes: text.codes }
    const clean = encodeScene(await sceneOf(LAKE), space)
    const noise = philoxNoise(1).normals(0, [1, LATENT_TOKENS, LATENT_WIDTH]).data
    const noisy = [0, 0.25, 0.5, 0.75, 1].map((sigma) => clean.map((x, i) => (1 - sigma) * x + sigma * noise[i]))
    await sheet('forward', noisy.map((latents) => paint(decodeScene(latents, space, 1), 384).bitmap), { tile: 320 })
  },
  async reverse() {
    const previews = new Map()
    const last = await generate(LAKE, { steps: 28 }, ({ step, preview }) => previews.set(step, preview))
    const shown = [1, 3, 6, 12, 20].map((step) => {
      if (!previews.get(step)) throw new Error(`step ${step} came without a preview`)
      return previews.get(step)
    })
    await sheet('reverse', [...shown, last.bitmap], { tile: 272 })
  },
  async seeds() {
    await sheet('seeds', await Promise.all([1, 2, 3].map(async (seed) => (await generate(LAKE, { seed })).bitmap)))
  },
  async guidance() {
    await sheet('guidance', await Promise.all([1, 2, 4].map(async (guidanceScale) => (await generate(LAKE, { guidanceScale })).bitmap)))
  },
  async styles() {
    const scene = await sceneOf(LAKE)
    await sheet('styles', STYLES.map((style) => paint({ ...scene, world: { ...scene.world, style } }).bitmap), { columns: 4, tile: 320 })
  },
  async aspects() {
    const scene = await sceneOf(VILLAGE)
    await sheet('aspects', [paint(scene, 432, 768), paint(scene, 512, 512), paint(scene, 896, 384)].map(({ bitmap }) => bitmap))
  },
  async labels() {
    const painted = paint(await sceneOf(LAKE))
    await sheet('labels', [painted.bitmap, falseColors(painted)])
  },
  async curves() {
    const file = option('--log')
    if (!file) return console.log('curves: give --log RUN/log.jsonl for the curves of a run')
    const lines = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
    const of = (read) => lines.filter((line) => read(line) !== undefined).map((line) => [line.seen, read(line)])
    const loss = of((line) => line.loss)
    const high = Math.ceil(Math.max(...loss.map(([, y]) => y)) * 10) / 10
    writeFileSync(join(folder, 'loss.svg'), chart('Loss', [{ name: 'mean of 50 steps', color: '#3f8a4c', points: loss }], { low: 0, high }))
    writeFileSync(join(folder, 'facets.svg'), chart('Facets that hold', [
      { name: 'fresh captions', color: '#3f7fc4', points: of((line) => line.fresh?.all) },
      { name: 'hand-written, never trained on', color: '#d1743a', points: of((line) => line.handwritten?.all) },
    ], { low: 0, high: 1 }))
    console.log('loss.svg, facets.svg')
  },
}

mkdirSync(folder, { recursive: true })
for (const name of only ?? Object.keys(figures)) {
  if (!figures[name]) throw new Error(`there is no figure ${name}; there are ${Object.keys(figures).join(', ')}`)
  await figures[name]()
}
await engine.close()
