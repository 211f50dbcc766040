// Kills a server at random moments while it works, and looks afterwards whether it kept its word:
//   node bench/crash.mjs [--requests 200] [--kills 12] [--seed 1]          (the program is built before: npx tsc -b)
// A tenth of the requests are messages to sessions (small pictures of the embedded model, seconds each), the others files and batches
// with simulated answers. With PLANTAIN_DATABASE_URL it works on that database, which should be an empty one.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../packages/cli/dist/bin.js', import.meta.url))
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
/** The same moments again for the same seed. Source: mulberry32. */
const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

async function start(environment) {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const url = await new Promise((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (text) => {
      out += text
      const found = /http:\/\/\S+/.exec(out)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  // Listening is not yet serving: the database opens meanwhile.
  await (await fetch(`${url}/v1/native/sessions`)).json()
  return { child, url }
}
async function kill({ child }) {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const json = { 'content-type': 'application/json', 'x-goog-api-key': 'test:ok' }
const post = (url, body) => fetch(url, { method: 'POST', headers: json, body: JSON.stringify(body) })

/** Kinds of requests: each gives what the server has acknowledged, or throws when it did not come to that. */
const kinds = {
  async message(url, n) {
    const opened = await post(`${url}/v1/native/sessions`, { seed: n })
    const { id } = await opened.json()
    const response = await post(`${url}/v1/native/sessions/${id}/messages`, {
      text: `a ${['red', 'blue', 'green'][n % 3]} house`,
      options: { size: '64x64' },
    })
    const events = (await response.text()).split('\n\n').flatMap((block) => {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/m.exec(block) ?? []
      return event === undefined ? [] : [{ event, data: JSON.parse(data) }]
    })
    const end = events.find(({ event }) => event === 'turn-end')
    if (end === undefined) throw new Error('no end')
    const made = events.filter(({ event }) => event === 'image-ready').map(({ data }) => data.artifact)
    if (made.length === 0) throw new Error(`no picture: ${JSON.stringify(events).slice(0, 500)}`)
    return { kind: 'message', session: id, turn: end.data.turn.turn, artifacts: made }
  },
  async file(url, n) {
    const bytes = Buffer.alloc(1000 + n * 977, `${n} `)
    const response = await fetch(`${url}/upload/v1beta/files`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'x-goog-api-key': 'any' },
      body: bytes,
    })
    const { file } = await response.json()
    return { kind: 'file', name: file.name, sha256: sha256(bytes) }
  },
  async batch(url, n) {
    const requests = Array.from({ length: 1 + (n % 4) }, (_, i) => ({
      request: { contents: [{ parts: [{ text: `${n}/${i}` }] }] },
      metadata: { key: `${n}/${i}` },
    }))
    const body = { batch: { inputConfig: { requests: { requests } } } }
    const response = await post(`${url}/v1beta/models/gemini-3.1-flash-image:batchGenerateContent`, body)
    const { name } = await response.json()
    if (name === undefined) throw new Error('no name')
    return { kind: 'batch', name, keys: requests.map(({ metadata }) => metadata.key) }
  },
}
const order = ['message', 'file', 'batch', 'file', 'batch', 'file', 'batch', 'file', 'batch', 'file']

/**
 * requests, kills: how many
 * returns: figures; `lost` and `broken` list what should not be, and are empty where all is well
 */
export async function crash({ requests, kills, seed = 1, log = () => {} }) {
  const data = mkdtempSync(join(tmpdir(), 'plantain-crash-'))
  const environment = { PLANTAIN_DATA: data, PLANTAIN_AUTH: 'off' }
  const random = dice(seed)
  const kept = []
  let [next, unanswered, restarts] = [0, 0, 0]
  const began = performance.now()
  try {
    let server = await start(environment)
    for (let round = 0; round <= kills && next < requests; round++) {
      const last = round === kills
      const most = last ? requests : Math.min(requests, Math.ceil(((round + 1) * requests) / (kills + 1)) + 2)
      let dead = false
      const client = async () => {
        while (!dead && next < most) {
          const n = next++
          try {
            kept.push(await kinds[order[n % order.length]](server.url, n))
          } catch (error) {
            if (last) throw error // nobody is killed any more
            unanswered++
          }
        }
      }
      const clients = Promise.all(Array.from({ length: 4 }, client))
      if (last) await clients
      else {
        // Somewhere among the answers of this round, and then somewhere within the next request.
        const enough = kept.length + Math.ceil((random() * requests) / (kills + 1))
        const soon = (async () => {
          while (!dead && kept.length < enough) await wait(5)
          await wait(random() * 500)
        })()
        await Promise.race([clients, soon])
        dead = true
        await kill(server)
        await clients
        const before = performance.now()
        server = await start(environment)
        restarts += performance.now() - before
        log(`kill ${round + 1}: ${next} sent, ${kept.length} acknowledged`)
      }
    }
    const found = await check(server.url, kept)
    await kill(server)
    const parts = readdirSync(data, { recursive: true }).filter((name) => String(name).endsWith('.part'))
    return {
      requests: next,
      kills,
      acknowledged: kept.length,
      unanswered,
      ...found,
      unfinishedFiles: parts.length, // on the disk, under no name that is read; swept later
      restartMilliseconds: Math.round(restarts / Math.max(1, kills)),
      seconds: Math.round((performance.now() - began) / 1000),
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function check(url, kept) {
  const [lost, broken] = [[], []]
  const get = (path) => fetch(url + path, { headers: { 'x-goog-api-key': 'any' } })
  const bytesOf = async (path) => {
    const response = await get(path)
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null
  }
  for (const one of kept.filter(({ kind }) => kind === 'message')) {
    const session = await (await get(`/v1/native/sessions/${one.session}`)).json()
    if (!session.turns?.some(({ turn }) => turn === one.turn)) lost.push(one)
    for (const artifact of one.artifacts) {
      const bytes = await bytesOf(`/v1/native/artifacts/${artifact}`)
      if (bytes === null || sha256(bytes) !== artifact) lost.push({ ...one, artifact })
    }
  }
  for (const one of kept.filter(({ kind }) => kind === 'file')) {
    const bytes = await bytesOf(`/v1beta/${one.name}:download?alt=media`)
    if (bytes === null || sha256(bytes) !== one.sha256) lost.push(one)
  }
  let answers = 0
  for (const one of kept.filter(({ kind }) => kind === 'batch')) {
    let operation
    do operation = await (await post(`${url}/v1beta/${one.name}:wait`, { timeout: '30s' })).json()
    while (operation.metadata && !operation.done)
    const responses = operation.metadata?.output?.inlinedResponses?.inlinedResponses ?? []
    answers += responses.length
    const whole = responses.every(({ response }) => {
      const picture = response?.candidates[0].content.parts.find(({ inlineData }) => inlineData)
      return picture !== undefined && isWholePng(Buffer.from(picture.inlineData.data, 'base64'))
    })
    if (!whole || responses.map(({ metadata }) => metadata.key).join() !== one.keys.join()) lost.push(one)
  }
  // Whatever is visible is whole, acknowledged or not.
  let pictures = 0
  for (let offset = 0, sessions = [0]; sessions.length > 0; offset += sessions.length) {
    ;({ sessions } = await (await get(`/v1/native/sessions?limit=100&offset=${offset}`)).json())
    for (const { id } of sessions)
      for (const turn of (await (await get(`/v1/native/sessions/${id}`)).json()).turns)
        for (const { url: path, mask } of turn.images)
          for (const place of [path, mask].filter(Boolean)) {
            pictures++
            const bytes = await bytesOf(place)
            if (bytes === null || !isWholePng(bytes)) broken.push(place)
          }
  }
  const { jobs } = await (await get('/v1/native/jobs')).json()
  const open = jobs.filter(({ state }) => state === 'queued' || state === 'running')
  for (const job of open) broken.push(job)
  const interrupted = jobs.filter(({ error }) => error?.code === 'ABORTED').length
  return { lost, broken, batchAnswers: answers, visiblePictures: pictures, interrupted }
}

const isWholePng = (bytes) =>
  bytes.subarray(1, 4).toString() === 'PNG' && bytes.subarray(-8, -4).toString() === 'IEND'

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? fallback : Number(process.argv[at + 1])
  }
  const figures = await crash({
    requests: given('requests', 200),
    kills: given('kills', 12),
    seed: given('seed', 1),
    log: (line) => process.stderr.write(`${line}\n`),
  })
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  if (figures.lost.length + figures.broken.length > 0) process.exitCode = 1
}
