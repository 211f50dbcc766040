// Twenty structural edits in one session: node bench/quality/drift.mjs [--seed 1] [--size 1024x1024] [--sheet sheet.png], after `npx tsc -b`.
// What each turn asks for is given as it is understood, so that reading has no part in it. Prints, for each turn, how much the reported mask covers
// and what changed outside it, and at the end what differs from the first picture outside the union of all masks: 0, or it exits with 1.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from '../../packages/codecs/dist/index.js'
import { createPlantain, loadConfig } from '../../packages/server/dist/index.js'

const rest = process.argv.slice(2)
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback)
const wishes = [
  { op: 'add', target: 'boat', color: 'white', size: 'small', region: 'on the lake' },
  { op: 'recolor', target: 'house', value: 'yellow' },
  { op: 'add', target: 'dog', region: 'left' },
  { op: 'recolor', target: 'boat', value: 'red' },
  { op: 'scale', target: 'dog', direction: 'up' },
  { op: 'replace', target: 'dog', value: 'cat' },
  { op: 'recolor', target: 'cat', value: 'black' },
  { op: 'add', target: 'balloon', color: 'blue', region: 'top right' },
  { op: 'move', target: 'cat', direction: 'right' },
  { op: 'set_count', target: 'balloon', count: 3 },
  { op: 'remove', target: 'boat' },
  { op: 'add', target: 'duck', count: 2, region: 'on the lake' },
  { op: 'recolor', target: 'balloon', value: 'purple' },
  { op: 'material', target: 'house', value: 'stone' },
  { op: 'remove', target: 'cat' },
  { op: 'add', target: 'bench', region: 'right' },
  { op: 'set_count', target: 'duck', count: 1 },
  { op: 'recolor', target: 'bench', value: 'green' },
  { op: 'scale', target: 'balloon', direction: 'down' },
  { op: 'remove', target: 'bench' },
]
const data = mkdtempSync(join(tmpdir(), 'plantain-drift-'))
const plantain = createPlantain(loadConfig({ flags: { data }, environment: {}, directory: data }))
const { id } = plantain.sessions.start({ seed: Number(option('--seed', 1)) })
const send = async (message) => {
  const run = plantain.sessions.send(id, message, new AbortController().signal)
  let next = await run.next()
  while (!next.done) next = await run.next()
  return next.value
}
const say = (op) => `${op.op} ${[op.count, op.color, op.target, op.value, op.direction, op.region].filter(Boolean).join(' ')}`
const size = option('--size', '1024x1024')
const first = await send({
  text: 'a red house by a lake with two pine trees',
  interpretation: { kind: 'generate', ops: [{ op: 'create', subject: ['red house', 'lake', 'two pine trees'] }], refers_to: [] },
  options: { size },
})
const start = await decode((await plantain.sessions.picture(id, first.places[0])).bytes)
const pixels = start.width * start.height
const union = new Uint8Array(pixels)
const same = (a, b, p) => [0, 1, 2, 3].every((c) => a.data[p * 4 + c] === b.data[p * 4 + c])
const files = [(await plantain.sessions.picture(id, first.places[0])).bytes]
let [before, worst, made] = [start, 0, 0]
for (const op of wishes) {
  const view = await send({ text: say(op), interpretation: { kind: 'edit', ops: [op], refers_to: [] } })
  if (view.places.length === 0) {
    console.log(`${say(op).padEnd(40)} not done: ${view.text}`)
    continue
  }
  const file = await plantain.sessions.picture(id, view.places[0])
  const [now, mask] = [await decode(file.bytes), await decode((await plantain.sessions.artifact(file.mask)).bytes)]
  let [covered, outside] = [0, 0]
  for (let p = 0; p < pixels; p++) {
    if (mask.data[p * 4] > 0) union[p] = 1
    if (mask.data[p * 4] > 0) covered++
    else if (!same(before, now, p)) outside++
  }
  console.log(`${say(op).padEnd(40)} mask ${((100 * covered) / pixels).toFixed(2).padStart(6)} %, changed outside it ${outside}`)
  worst = Math.max(worst, outside)
  before = now
  files.push(file.bytes)
  made++
}
let [drift, kept] = [0, 0]
for (let p = 0; p < pixels; p++)
  if (union[p] === 0) {
    kept++
    if (!same(start, before, p)) drift++
  }
console.log(JSON.stringify({ size, edits: made, of: wishes.length, outsideTheUnionPercent: +((100 * kept) / pixels).toFixed(1), changedOutsideTheUnion: drift, changedOutsideAMask: worst }))
const sheet = option('--sheet', null)
if (sheet) {
  const sharp = createRequire(new URL('../../packages/codecs/package.json', import.meta.url))('sharp')
  const [tile, columns] = [256, 7]
  const parts = await Promise.all(files.map(async (file, n) => ({ input: await sharp(file).resize(tile, tile, { fit: 'contain' }).png().toBuffer(), left: (n % columns) * tile, top: Math.floor(n / columns) * tile })))
  const whole = sharp({ create: { width: columns * tile, height: Math.ceil(files.length / columns) * tile, channels: 3, background: '#222' } })
  writeFileSync(sheet, await whole.composite(parts).png().toBuffer())
}
await plantain[Symbol.asyncDispose]()
rmSync(data, { recursive: true, force: true })
process.exit(drift === 0 && worst === 0 ? 0 : 1)
