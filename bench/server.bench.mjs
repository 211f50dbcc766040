// What the server itself costs, with a model of fixed cost behind it (bench/reference/stub-server.mjs; in this benchmark only):
//   added   milliseconds that the server adds to a generation of 64 x 64 at p50, over HTTP, one client
//   waiting memory for 500 clients that wait, and how soon the next one is served when they all hang up at once
//   bad     1,000 bad requests: each answered with a 4xx, and memory afterwards
//   node bench/server.bench.mjs [added] [waiting] [bad]     after npx tsc -b
import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { badRequests } from './reference/bad-requests.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const server = spawn(process.execPath, ['--expose-gc', join(here, 'reference/stub-server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
const logged = []
async function next() {
  for (;;) {
    const { value } = await lines.next()
    if (value === undefined) throw new Error(`the server stopped: ${logged.join('\n')}`)
    if (!value.startsWith('log ')) return value
    logged.push(value)
  }
}
const url = await next()
const bareUrl = await next()
const ask = async (what) => {
  server.stdin.write(`${what}\n`)
  const answer = await next()
  return JSON.parse(answer.slice(answer.indexOf(' ') + 1))
}
const megabytes = async () => (await ask('rss')) / 1e6
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]
const post = (address, body, signal) => fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal })
const generate = (body, signal) => post(`${url}/v1/native/generate`, body, signal)
/** As Gemini's clients ask, for a picture of the usual size. */
const generateContent1024 = ({ prompt, seed = 0 }) => post(`${url}/v1beta/models/stub:generateContent`, { contents: [{ parts: [{ text: prompt }] }], generationConfig: { seed } })

const modelMilliseconds = 20
/** Rounds of the server and of a bare one by turns, so that what else the machine does weighs on both. */
async function added(rounds = 6, each = 50) {
  const calls = {
    bare: ({ prompt }) => post(bareUrl, { prompt, size: '64x64' }),
    native: ({ prompt, seed }) => generate({ prompt, size: '64x64', seed }),
    bare1024: ({ prompt }) => post(bareUrl, { prompt, size: '1024x1024' }),
    generateContent: generateContent1024,
  }
  const over = Object.fromEntries(Object.keys(calls).map((name) => [name, []]))
  const cpu = Object.fromEntries(Object.keys(calls).map((name) => [name, 0]))
  for (const call of Object.values(calls)) for (let n = 0; n < 20; n++) await (await call({ prompt: '5 ms', seed: n })).text()
  for (let round = 0; round < rounds; round++)
    for (const [name, call] of Object.entries(calls)) {
      const before = await ask('cost')
      const whole = []
      for (let n = 0; n < each; n++) {
        const began = performance.now()
        const text = await (await call({ prompt: `${modelMilliseconds} ms`, seed: n })).text()
        whole.push(performance.now() - began)
        if (!/image-ready|inlineData/.test(text)) throw new Error(`no picture: ${text.slice(0, 300)}`)
      }
      const inside = await ask('cost')
      cpu[name] += inside.cpu - before.cpu
      over[name].push(...whole.map((all, n) => all - (inside.milliseconds[n] ?? modelMilliseconds)))
    }
  const times = rounds * each
  return { generations: times, ...Object.fromEntries(Object.keys(calls).map((name) => [name, { p50: +at(over[name], 0.5).toFixed(2), p95: +at(over[name], 0.95).toFixed(2), cpuEach: +(cpu[name] / times).toFixed(2) }])) }
}


async function waiting(clients = 500) {
  const before = await megabytes()
  const others = spawn(process.execPath, [join(here, 'reference/waiting-clients.mjs'), `${url}/v1/native/generate`, clients], { stdio: ['ignore', 'pipe', 'inherit'] })
  const held = await new Promise((resolve) => others.stdout.once('data', (text) => resolve(Number(text))))
  const during = await megabytes()
  const { cpu } = await ask('cost')
  others.kill('SIGKILL')
  // All gone, the next one is served: nobody's place was kept.
  const after = performance.now()
  await (await generate({ prompt: '5 ms', size: '64x64' })).text()
  const turn = performance.now() - after
  const spent = (await ask('cost')).cpu - cpu
  return { clients, held, megabytesBefore: +before.toFixed(0), megabytesAdded: +(during - before).toFixed(1), megabytesAfter: +(await megabytes()).toFixed(0), servedAfterMilliseconds: +turn.toFixed(0), cpuMillisecondsForIt: +spent.toFixed(0) }
}

async function bad(count = 1000) {
  await (await generate({ prompt: '5 ms', size: '64x64' })).text()
  const wrong = []
  const took = []
  const kinds = {}
  let first = 0
  // Twice the same: what the first round leaves in caches is no growth.
  for (let round = 0; round < 2; round++) {
    for (const request of badRequests(count)) {
      const began = performance.now()
      const status = await send(request)
      took.push(performance.now() - began)
      kinds[request.kind] = (kinds[request.kind] ?? 0) + 1
      if (status < 400 || status > 499) wrong.push(`${request.kind} ${request.method} ${request.path}: ${status}`)
    }
    if (round === 0) first = await megabytes()
  }
  const last = await megabytes()
  const alive = (await fetch(`${url}/healthz`)).status === 200
  return { requests: took.length, kinds: Object.keys(kinds).length, not4xx: wrong.length, examples: [...new Set(wrong)].slice(0, 12), p95Milliseconds: +at(took, 0.95).toFixed(0), longestMilliseconds: +Math.max(...took).toFixed(0), megabytesAfterFirstThousand: +first.toFixed(0), megabytesGrown: +(last - first).toFixed(1), internalErrors: logged.length, alive }
}

async function send({ method, path, headers, body, raw }) {
  if (raw !== undefined) return sendRaw(raw)
  const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) })
  await response.arrayBuffer()
  return response.status
}

/** Bytes as they are, over a socket: for what no client would send. */
function sendRaw(bytes) {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes))
    let said = ''
    socket.on('data', (data) => (said += data))
    socket.on('error', reject)
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 0)))
  })
}

const parts = { added, waiting, bad }
const wanted = process.argv.slice(2)
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) console.log(JSON.stringify({ name: `server ${name}`, ...(await parts[name]()) }))
for (const line of new Set(logged)) console.log(line)
server.stdin.end()
