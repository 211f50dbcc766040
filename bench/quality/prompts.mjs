// How much of people's prompts is to be seen: node bench/quality/prompts.mjs PROMPTS.jsonl [--side 512] [--seed 1] [--limit N] [--sheet sheet.png] [--words-alone]
// Facets are read from the scene and checked on the pixels (facets.mjs). Prompts whose domain is 'illustrated' count; no picture is left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEngine } from '../../packages/diffusion/dist/index.js'
import { openLexicon } from '../../packages/scene/dist/words/features.js'
import { openArt, render } from '../../packages/scene/dist/index.js'
import { checkFacets } from './facets.mjs'

const sharp = createRequire(fileURLToPath(new URL('../../packages/codecs/package.json', import.meta.url)))('sharp')
const model = fileURLToPath(new URL('../../models/plantain-tiny', import.meta.url))
const [file, ...rest] = process.argv.slice(2)
if (!file) throw new Error('give a file of prompts: {"id", "prompt", "domain", "facets"} a line')
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback)
const side = Number(option('--side', 512))
const seed = Number(option('--seed', 1))
const json = (name) => JSON.parse(readFileSync(join(model, name), 'utf8'))
const catalog = json('renderer/catalog.json')
const art = await openArt(catalog, readFileSync(join(model, 'renderer/art.bin')))
const categories = new Map(catalog.map((entry) => [entry.id, entry.category]))
const text = openLexicon({
  tokenizer: json('text_encoder/tokenizer.json'), lexicon: json('text_encoder/lexicon.json'),
  features: json('text_encoder/features.json'), vectors: readFileSync(join(model, 'text_encoder/vectors.bin')),
})
const prompts = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
  .filter((prompt) => prompt.domain === 'illustrated').slice(0, Number(option('--limit', Infinity)))

const engine = await openEngine({ inline: true, threads: 1 })
const handle = await engine.load(model)
const sorts = new Map()
const whole = []
const sheet = []
for (const { id, prompt, facets } of prompts) {
  // The scene does not depend on the size, so the smallest picture gives it; then it is painted as large as it is checked.
  const run = engine.run({ model: handle, task: 'generate', params: { prompt, seed, width: 64, height: 64, hints: { concepts: !rest.includes('--words-alone') } } })
  let step = await run.next()
  while (!step.done) step = await run.next()
  const { scene } = step.value.details
  const rendered = render(scene, { width: side, height: side, art })
  const found = checkFacets(facets, { scene, rendered, text, categories })
  for (const [sort, ok] of found) sorts.set(sort, [(sorts.get(sort)?.[0] ?? 0) + (ok ? 1 : 0), (sorts.get(sort)?.[1] ?? 0) + 1])
  const missed = found.filter(([, ok]) => !ok)
  whole.push(missed.length === 0)
  if (missed.length > 0) console.log(`${id}  ${prompt.slice(0, 110)}\n    missed ${missed.map(([sort, , why]) => `${sort}: ${why}`).join(' · ')}\n    scene ${scene.world.land} ${scene.things.map((t) => `${t.count > 1 ? t.count + ' ' : ''}${t.color === 'auto' ? '' : t.color + ' '}${t.kind}${t.parent === null ? '' : ` ${t.support} ${scene.things[t.parent]?.kind}`}`).join(', ')}`)
  sheet.push(Buffer.from(rendered.bitmap.data.buffer))
}
const share = ([ok, all]) => `${(ok / all).toFixed(3)} (${ok} of ${all})`
const all = [...sorts.values()].reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0])
console.log(JSON.stringify({ prompts: prompts.length, side, seed, facets: share(all), wholePrompts: share([whole.filter(Boolean).length, whole.length]), ...Object.fromEntries([...sorts].map(([sort, pair]) => [sort, share(pair)])) }, null, 1))
const target = option('--sheet', null)
if (target) {
  const [tile, columns] = [Math.min(side, 256), 10]
  const parts = await Promise.all(sheet.map(async (data, n) => ({
    input: await sharp(data, { raw: { width: side, height: side, channels: 4 } }).resize(tile, tile).png().toBuffer(), left: (n % columns) * tile, top: Math.floor(n / columns) * tile,
  })))
  writeFileSync(target, await sharp({ create: { width: columns * tile, height: Math.ceil(sheet.length / columns) * tile, channels: 3, background: '#222' } }).composite(parts).png().toBuffer())
}
await engine.close()
