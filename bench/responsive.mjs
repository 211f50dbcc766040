// How long a server answers nobody while it works on an upload: node bench/responsive.mjs PHOTO [--side 1600] [--inline], after `npx tsc -b`.
// Sends one photograph, then edits of it, and prints for each message how long it took and how the event loop of the main thread was held up meanwhile.
// What is asked for is given as it is understood; one message is read by the embedded interpreter. --inline: all on the main thread, to compare with.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createPlantain, loadConfig } from '../packages/server/dist/index.js'

const rest = process.argv.slice(2)
const photo = rest.find((one, n) => !one.startsWith('--') && !(rest[n - 1] ?? '').startsWith('--'))
if (photo === undefined) throw new Error('give a photograph')
const side = Number(rest.includes('--side') ? rest[rest.indexOf('--side') + 1] : 1600)
const sharp = createRequire(new URL('../packages/codecs/package.json', import.meta.url))('sharp')
const bytes = await sharp(readFileSync(photo)).resize(side, side, { fit: 'inside', withoutReduction: false }).png().toBuffer()
const edit = (...ops) => ({ kind: 'edit', ops, refers_to: [] })
const messages = [
  ['upload and look', { text: '', attachments: [bytes] }],
  ['remove the subject', { text: 'b', interpretation: edit({ op: 'remove', target: 'subject' }) }],
  ['snow', { text: 'd', interpretation: edit({ op: 'weather', value: 'snow' }) }],
  ['"make it a bit warmer", read', { text: 'make it a bit warmer' }],
]
/** As the server's own parts, without a thread for the performer. */
async function inline({ models, engine, interpreter, blobs }) {
  const server = '../packages/server/dist'
  const [{ createTools }, { engineComposer }, { sightDirectory }, { keepAttachments }] = await Promise.all(
    ['tools', 'composer', 'sight', 'sessions/attachments'].map((name) => import(`${server}/${name}.js`)),
  )
  const [{ perform }, { openSight }] = await Promise.all(['conversation', 'diffusion'].map((name) => import(`../packages/${name}/dist/index.js`)))
  const model = models.get().directory
  const tools = createTools({ composer: engineComposer({ engine, model }), model, blobs: blobs(), sight: openSight(sightDirectory()).run })
  return { interpreter, perform, tools, previewing: tools, keep: (files, of) => keepAttachments(files, { ...of, tools }) }
}
const data = mkdtempSync(join(tmpdir(), 'plantain-responsive-'))
const plantain = createPlantain(loadConfig({ flags: { data }, environment: {}, directory: data }), rest.includes('--inline') ? { openParts: inline } : {})
await plantain.database() // its first start is not what is measured
const { id } = plantain.sessions.start({ seed: 1 })
for (const [name, message] of messages) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const began = performance.now()
  const run = plantain.sessions.send(id, message, new AbortController().signal)
  let next = await run.next()
  while (!next.done) next = await run.next()
  const milliseconds = Math.round(performance.now() - began)
  await new Promise((resolve) => setTimeout(resolve, 50)) // a pause is told by the first tick after it
  delay.disable()
  const [longest, typical] = [delay.max, delay.percentile(99)].map((nanoseconds) => Math.round(nanoseconds / 1e6))
  console.log(`${name.padEnd(30)} ${String(milliseconds).padStart(6)} ms, longest pause ${String(longest).padStart(6)} ms, 99 % below ${String(typical).padStart(6)} ms`)
}
const { rss, arrayBuffers } = process.memoryUsage()
console.log(`memory ${Math.round(rss / 2 ** 20)} MB, of it buffers ${Math.round(arrayBuffers / 2 ** 20)} MB`)
await plantain[Symbol.asyncDispose]()
rmSync(data, { recursive: true, force: true })
