// Edits of uploaded photographs, to be looked at: node bench/quality/photos.mjs FOLDER --sheet sheet.png [--only remove,weather] [--photos a.jpg,b.png]
// [--tile 256] [--full OUT], after `npx tsc -b`. What is asked for is given as it is understood, so that reading has no part in it. Each row is a
// photograph, each column an edit; a photograph's own edits (what to take out, what to put where) stand in `photos.json` of the folder where it has one.
// Prints, for each edit, how long it took, what share of the picture it changed, how many pixels changed outside the reported mask (0, or it exits
// with 1), and what was said. --full writes each picture at its own size.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { decode } from '../../packages/codecs/dist/index.js'
import { createPlantain, loadConfig } from '../../packages/server/dist/index.js'

const rest = process.argv.slice(2)
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback)
const folder = rest.find((one, n) => !one.startsWith('--') && !(rest[n - 1] ?? '').startsWith('--'))
if (folder === undefined) throw new Error('give the folder of photographs')
const known = existsSync(join(folder, 'photos.json')) ? JSON.parse(readFileSync(join(folder, 'photos.json'), 'utf8')) : []
const wanted = option('--photos', null)?.split(',')
const photos = readdirSync(folder).filter((file) => /\.(?:png|jpe?g|webp)$/i.test(file) && (wanted === undefined || wanted.includes(file)))
/** The names that a summary of the folder gives, else what a picture is of. */
const mainOf = (file) => known.find((one) => one.file === file)?.scene[0].name ?? 'subject'
const secondOf = (file) => known.find((one) => one.file === file)?.scene.find(({ name, region }) => name !== 'face' && region !== 'background' && name !== mainOf(file))?.name

/** Name → wishes to a photograph, and the one that follows it in the folder for what takes two or three. */
const edits = {
  remove: (file) => [{ op: 'remove', target: mainOf(file) }],
  'remove second': (file) => secondOf(file) && [{ op: 'remove', target: secondOf(file) }],
  'add dog': () => [{ op: 'add', target: 'dog' }],
  'add balloon': () => [{ op: 'add', target: 'balloon', color: 'red', region: 'top left' }],
  'add two birds': () => [{ op: 'add', target: 'bird', count: 2, region: 'top right' }],
  'add hat': () => [{ op: 'add', target: 'hat', region: 'on the subject' }],
  'add apple beside': (file) => [{ op: 'add', target: 'apple', color: 'green', region: `next to the ${mainOf(file)}` }],
  replace: (file) => [{ op: 'replace', target: mainOf(file), value: 'cat' }],
  'move left': (file) => [{ op: 'move', target: mainOf(file), direction: 'left' }],
  smaller: (file) => [{ op: 'scale', target: mainOf(file), direction: 'down' }],
  larger: (file) => [{ op: 'scale', target: mainOf(file), direction: 'up' }],
  'recolor blue': (file) => [{ op: 'recolor', target: mainOf(file), value: 'blue' }],
  'recolor red': (file) => [{ op: 'recolor', target: mainOf(file), value: 'red' }],
  'gray around': () => [{ op: 'monochrome', value: 'gray', target: 'background' }],
  'cut out': () => [{ op: 'background', value: 'transparent' }],
  'blur background': () => [{ op: 'blur', target: 'background', amount: 'strong' }],
  'white background': () => [{ op: 'background', value: 'white' }],
  'beach background': () => [{ op: 'background', value: 'a beach at sunset' }],
  'mountains background': () => [{ op: 'background', value: 'a mountain lake' }],
  'room background': () => [{ op: 'background', value: 'a bright kitchen' }],
  rain: () => [{ op: 'weather', value: 'rain' }],
  snow: () => [{ op: 'weather', value: 'snow' }],
  fog: () => [{ op: 'weather', value: 'fog' }],
  storm: () => [{ op: 'weather', value: 'storm' }],
  cloudy: () => [{ op: 'weather', value: 'cloudy' }],
  winter: () => [{ op: 'season', value: 'winter' }],
  autumn: () => [{ op: 'season', value: 'autumn' }],
  spring: () => [{ op: 'season', value: 'spring' }],
  night: () => [{ op: 'time_of_day', value: 'night' }],
  sunset: () => [{ op: 'time_of_day', value: 'sunset' }],
  'golden hour': () => [{ op: 'time_of_day', value: 'golden hour' }],
  watercolor: () => [{ op: 'restyle', value: 'watercolor' }],
  'oil painting': () => [{ op: 'restyle', value: 'oil painting' }],
  'pencil sketch': () => [{ op: 'restyle', value: 'pencil sketch' }],
  anime: () => [{ op: 'restyle', value: 'anime' }],
  'pixel art': () => [{ op: 'restyle', value: 'pixel art' }],
  comic: () => [{ op: 'restyle', value: 'comic' }],
  'style of next': () => [{ op: 'restyle', source: 'image:2' }],
  'insert from next': () => [{ op: 'insert', target: 'subject', source: 'image:2' }],
  'insert beside': (file) => [{ op: 'insert', target: 'subject', source: 'image:2', region: `next to the ${mainOf(file)}` }],
  'blend of two': () => ['image:1', 'image:2'],
  'blend of three': () => ['image:1', 'image:2', 'image:3'],
  'double exposure': () => ['image:1', 'image:2', 'double exposure'],
  'side by side': () => ['image:1', 'image:2', 'image:3', 'side by side'],
}
const only = option('--only', null)?.split(',')
const names = Object.keys(edits).filter((name) => only === undefined || only.some((one) => name.includes(one)))
const sharp = createRequire(new URL('../../packages/codecs/package.json', import.meta.url))('sharp')
const tile = Number(option('--tile', 256))
const full = option('--full', null)
if (full) mkdirSync(full, { recursive: true })

const data = mkdtempSync(join(tmpdir(), 'plantain-photos-'))
const plantain = createPlantain(loadConfig({ flags: { data }, environment: {}, directory: data }))
const send = async (id, message) => {
  const run = plantain.sessions.send(id, message, new AbortController().signal)
  let next = await run.next()
  while (!next.done) next = await run.next()
  return next.value
}
const reading = (made) => {
  if (typeof made[0] === 'object') return { kind: 'edit', ops: made, refers_to: ['image:1'] }
  const sources = made.filter((one) => one.startsWith('image:'))
  const value = made.find((one) => !one.startsWith('image:'))
  return { kind: 'blend', ops: [{ op: 'combine', sources, ...(value ? { value } : {}) }], refers_to: sources }
}
const changedOutside = (before, now, mask) => {
  if (before.width !== now.width || before.height !== now.height) return 0
  let count = 0
  for (let p = 0; p < now.width * now.height; p++)
    if (mask.data[p * 4] === 0 && [0, 1, 2, 3].some((c) => before.data[p * 4 + c] !== now.data[p * 4 + c])) count++
  return count
}
const small = (bytes) => sharp(bytes).flatten({ background: '#c0c' }).resize(tile, tile, { fit: 'contain', background: '#222' }).png().toBuffer()
const tiles = []
let outside = 0
for (const [row, file] of photos.entries()) {
  const bytes = [0, 1, 2].map((n) => readFileSync(join(folder, photos[(row + n) % photos.length])))
  tiles.push({ input: await small(bytes[0]), left: 0, top: row * tile })
  const before = await decode(bytes[0])
  for (const [column, name] of names.entries()) {
    const made = edits[name](file)
    if (!made) continue
    const { id } = plantain.sessions.start({ seed: 1 })
    const count = JSON.stringify(made).includes('image:3') ? 3 : JSON.stringify(made).includes('image:2') ? 2 : 1
    const started = performance.now()
    const view = await send(id, { text: name, interpretation: reading(made), attachments: bytes.slice(0, count) }).catch(({ message }) => ({ places: [], text: message }))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    if (view.places.length === 0) {
      console.log(`${file} ${name}: ${seconds} s, not done: ${view.text}`)
      continue
    }
    const picture = await plantain.sessions.picture(id, view.places[0])
    const now = await decode(picture.bytes)
    const mask = picture.mask ? await decode((await plantain.sessions.artifact(picture.mask)).bytes) : null
    const stray = mask === null ? 0 : changedOutside(before, now, mask)
    outside += stray
    const share = mask === null ? 1 : mask.data.reduce((sum, value, i) => sum + (i % 4 === 0 && value > 0 ? 1 : 0), 0) / (mask.width * mask.height)
    console.log(`${file} ${name}: ${seconds} s, changed ${(100 * share).toFixed(1)} %, outside the mask ${stray} pixels. ${view.text}`)
    tiles.push({ input: await small(picture.bytes), left: (column + 1) * tile, top: row * tile })
    if (full) writeFileSync(join(full, `${basename(file).replace(/\.\w+$/, '')}-${name.replaceAll(' ', '-')}.png`), picture.bytes)
  }
}
const sheet = option('--sheet', null)
if (sheet)
  writeFileSync(
    sheet,
    await sharp({ create: { width: (names.length + 1) * tile, height: photos.length * tile, channels: 3, background: '#222' } })
      .composite(tiles)
      .png()
      .toBuffer(),
  )
await plantain[Symbol.asyncDispose]()
rmSync(data, { recursive: true, force: true })
process.exit(outside === 0 ? 0 : 1)
