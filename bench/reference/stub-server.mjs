// The server with a model of fixed cost, for bench/server.bench.mjs: `node --expose-gc stub-server.mjs`.
// A picture takes as many milliseconds as the prompt says ("20 ms"). Prints its address, answers 'rss' on standard input with the
// memory after a collection, 'cost' with the milliseconds
// spent in the model since the last time and all processor time so far.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { encode } from '../../packages/codecs/dist/index.js'
import { PlantainError } from '../../packages/core/dist/index.js'
import { loadConfig, createPlantain } from '../../packages/server/dist/index.js'
import { listen } from '../../packages/server/dist/http.js'

const data = mkdtempSync(join(tmpdir(), 'plantain-load-'))
mkdirSync(join(data, 'models', 'stub'), { recursive: true })
writeFileSync(join(data, 'models', 'stub', 'model_index.json'), '{}')

let cost = []
const flat = (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4).fill(200) })
const manifest = { name: 'stub', family: 'stub', tasks: ['generate', 'image-to-image'], size: { multiple: 8, minimum: 8, maximum: 4096 }, defaults: { width: 64, height: 64 } }
const engine = {
  load: async (directory) => ({ manifest: { ...manifest, directory }, hash: async () => 'f'.repeat(64) }),
  async *run({ params: { prompt, width = 64, height = 64, seed = 0 }, signal }) {
    const began = performance.now()
    yield { type: 'picture-start', index: 0, steps: 1 }
    await new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, Number(/(\d+) ms/.exec(prompt)?.[1] ?? 5))
      signal?.addEventListener('abort', () => (clearTimeout(timer), reject(new PlantainError('CANCELLED', 'the client hung up'))), { once: true })
    })
    const picture = { bitmap: flat(width, height), seed, index: 0, details: {} }
    cost.push(performance.now() - began)
    yield { type: 'picture-end', index: 0, milliseconds: 1 }
    return { ...picture, pictures: [picture], settings: { width, height, steps: 1, guidanceScale: 1, scheduler: 'none' }, warnings: [], milliseconds: 1 }
  },
  status: async () => ({ threads: 1, memoryBytes: 1e9, device: 'cpu', devices: ['cpu'], loaded: [] }),
  close: async () => {},
  [Symbol.asyncDispose]: async () => {},
}
// Who reads prompts is a model, too.
const reader = { name: 'stub', interpret: async () => ({ kind: 'generate', ops: [], refers_to: [] }), [Symbol.asyncDispose]: async () => {} }
const config = loadConfig({ flags: { data, model: 'stub', port: 0 }, environment: { PLANTAIN_MAX_WAITING: '600' }, directory: data })
const plantain = createPlantain(config, { openEngine: async () => engine, openInterpreter: () => reader })
const server = await listen(plantain, { log: (message, cause) => console.log(`log ${message} ${cause?.stack ?? cause}`.replaceAll('\n', ' ')) })
await plantain.database()
// The control: what HTTP, a timer of the same length and a packed picture cost here without a server around them.
const bare = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const { prompt, size } = JSON.parse(body)
  const [width, height] = size.split('x').map(Number)
  await new Promise((resolve) => setTimeout(resolve, Number(/(\d+) ms/.exec(prompt)?.[1])))
  const data = Buffer.from(await encode(flat(width, height))).toString('base64')
  response.end(JSON.stringify({ type: 'image-ready', data }))
}).listen(0, '127.0.0.1')
await once(bare, 'listening')
console.log(server.url)
console.log(`http://127.0.0.1:${bare.address().port}`)
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'rss') {
    for (let n = 0; n < 3; n++) {
      globalThis.gc()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    console.log(`rss ${process.memoryUsage().rss}`)
  } else {
    const { user, system } = process.cpuUsage()
    console.log(`cost ${JSON.stringify({ milliseconds: cost, cpu: (user + system) / 1000 })}`)
    cost = []
  }
}
bare.close()
bare.closeAllConnections()
await server.close()
await plantain[Symbol.asyncDispose]()
rmSync(data, { recursive: true, force: true })
process.exit(0)
