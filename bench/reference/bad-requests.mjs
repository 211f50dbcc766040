// Requests that are wrong in some way, the same ones every time, for bench/server.bench.mjs.
import { deflateRawSync, deflateSync, crc32 } from 'node:zlib'

/** xorshift32 */
function randomness(seed) {
  let state = seed
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  return { next, pick: (list) => list[Math.floor(next() * list.length)], whole: (most) => Math.floor(next() * most) }
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
/** A PNG with that header, whatever comes after. */
function png(width, height, data = deflateSync(Buffer.alloc(8))) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
const good = png(2, 2, deflateSync(Buffer.alloc(18)))
const bomb = png(9000, 9000, deflateSync(Buffer.alloc(9000 * 2000))) // 324 MB of zeros in some KB
const svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="http://169.254.169.254/latest"/><image xlink:href="file:///etc/passwd"/></svg>'
const gif = Buffer.from('47494638396101000100800000000000ffffff21f90400000000002c00000000010001000002024401003b', 'hex')

const gemini = '/v1beta/models/gemini-2.5-flash-image:generateContent'
const json = { 'Content-Type': 'application/json' }
const post = (kind, path, value, headers = json) => ({ kind, method: 'POST', path, headers, body: typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value) })
const picture = (kind, bytes, mimeType = 'image/png') => post(kind, gemini, { contents: [{ parts: [{ text: 'make it blue' }, { inlineData: { mimeType, data: bytes.toString('base64') } }] }] })
const file = (kind, fileUri) => post(kind, gemini, { contents: [{ parts: [{ text: 'make it blue' }, { fileData: { mimeType: 'image/png', fileUri } }] }] })

const odd = [null, -1, 1e308, '', 'x'.repeat(5000), '\u0000', [], {}, [[[]]], true, { a: 1 }, '../../etc/passwd', '💥', NaN]
const routes = [
  [gemini, { contents: [{ role: 'user', parts: [{ text: 'a hill' }] }], generationConfig: { candidateCount: 1, imageConfig: { aspectRatio: '1:1' } } }],
  ['/v1beta/models/gemini-2.5-flash-image:countTokens', { contents: [{ parts: [{ text: 'a hill' }] }] }],
  ['/v1beta/models/imagen-4.0-generate-001:predict', { instances: [{ prompt: 'a hill' }], parameters: { sampleCount: 1 } }],
  ['/v1beta/interactions', { model: 'gemini-2.5-flash-image', input: 'a hill' }],
  ['/v1/images/generations', { prompt: 'a hill', size: '1024x1024', n: 1 }],
  ['/v1/responses', { model: 'gpt-5', input: 'a hill' }],
  ['/v1/chat/completions', { model: 'gpt-image-1', messages: [{ role: 'user', content: 'a hill' }] }],
  ['/v1/native/generate', { prompt: 'a hill', size: '64x64' }],
  ['/v1/native/sessions', { seed: 1 }],
]

/** Every leaf of a JSON value, as a way to set it. */
function places(value, path = []) {
  return [path, ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key])) : [])]
}
function put(value, path, made) {
  if (path.length === 0) return made
  const copy = structuredClone(value)
  const last = path.slice(0, -1).reduce((inner, key) => inner[key], copy)
  last[path.at(-1)] = made
  return copy
}

const makers = [
  // JSON that is cut short, doubled, of another kind
  (r) => { const [path, body] = r.pick(routes); const text = JSON.stringify(body); return post('JSON cut short', path, text.slice(0, 1 + r.whole(text.length - 1))) },
  (r) => { const [path, body] = r.pick(routes); const text = JSON.stringify(body); const at = 1 + r.whole(text.length - 2); return post('JSON with a wrong sign', path, `${text.slice(0, at)}\u0001${text.slice(at)}`) },
  (r) => post('deep nesting', r.pick(routes)[0], '['.repeat(20000 + r.whole(1000))),
  (r) => post('no object', r.pick(routes)[0], r.pick(['', 'null', '7', '"x"', '[]', 'NaN', '{', '\ufeff'])),
  (r) => { // a place of the wrong type; those that happen to be right are made wrong by an unknown field beside them
    const [path, body] = r.pick(routes.slice(0, 7))
    const required = { contents: 1, parts: 1, instances: 1, input: 1, prompt: 1, messages: 1, model: 0, size: 0, n: 0 }
    const name = r.pick(Object.keys(body).filter((key) => required[key]))
    return post('a field of another type', path, put(body, [name], r.pick([null, -1, true, {}, [[[]]], [{ a: 1 }]])))
  },
  (r) => { const at = r.pick(places(routes[7][1]).slice(1)); return post('odd values, native', routes[7][0], put({ ...routes[7][1], unknown: 1 }, at, r.pick(odd))) },
  // pictures
  (r) => picture('a picture cut short', good.subarray(0, 10 + r.whole(good.length - 24))),
  (r) => picture('a header of 100 megapixels and more', png(10000 + r.whole(50000), 10001)),
  () => picture('a decompression bomb', bomb),
  (r) => picture('rubbish as a picture', Buffer.from(Array.from({ length: 64 }, () => r.whole(256)))),
  () => picture('SVG with outside links', Buffer.from(svg), 'image/svg+xml'),
  () => picture('SVG that says PNG', Buffer.from(svg)),
  () => picture('a wrong type', gif, 'application/x-msdownload'),
  () => post('base64 cut short', gemini, { contents: [{ parts: [{ inlineData: { mimeType: 'image/png', data: `${good.toString('base64').slice(0, 21)}*` } }] }] }),
  (r) => post('an image URL that is no data', '/v1/responses', { model: 'gpt-5', input: [{ role: 'user', content: [{ type: 'input_text', text: 'x' }, { type: 'input_image', image_url: r.pick(['http://127.0.0.1:1/a.png', 'file:///etc/passwd', 'data:image/png;base64,AAAA', 'ftp://x/y', 'http://[::1]/', 'javascript:1']) }] }] }),
  // addresses
  (r) => file('a file of elsewhere', r.pick(['http://127.0.0.1:22/', 'http://169.254.169.254/latest/meta-data/', 'http://metadata.google.internal/', 'file:///etc/passwd', 'gs://bucket/x.png', 'https://example.com/a.png', 'http://[::1]:80/', 'http://0x7f000001/', '//localhost/x', 'files/../../etc/passwd', 'data:,x', 'files/nothing'])),
  (r) => ({ kind: 'a path that climbs', method: 'GET', path: r.pick(['/v1/native/artifacts/..%2f..%2fetc%2fpasswd', '/v1/native/artifacts/%2e%2e/x', '/v1/native/sessions/..%2f../pictures/turn:1', '/%2e%2e/%2e%2e/etc/passwd', '/v1beta/files/..%2f..%2fsecret', '/v1beta/models/..%2f..%2fetc', '/v1/native/sessions/a/pictures/..%2f..%2fx']), headers: {} }),
  (r) => ({ kind: 'a file name that climbs', ...form([['prompt', 'x'], ['image', '../../../etc/cron.d/x', r.pick([Buffer.from('hello'), good.subarray(0, 20)])]], '/v1/images/edits') }),
  (r) => ({ kind: 'a form cut short', ...cut(form([['prompt', 'x'], ['image', 'a.png', good]], '/v1/images/edits'), r) }),
  (r) => ({ kind: 'no such place', method: r.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']), path: `/v1beta/${r.pick(['nothing', 'models/x:y', 'files/x/y/z', 'tunedModels', '%00', 'models/%ff'])}`, headers: {} }),
  (r) => post('no such model', `/v1beta/models/${r.pick(['none', 'x'.repeat(3000), '%E0%A4', 'gemini-9', '🍌'])}:generateContent`, routes[0][1]),
  (r) => post('an unknown session', `/v1/native/sessions/${r.pick(['none', '0'.repeat(4000), '%27%3BDROP', '00000000-0000-0000-0000-000000000000'])}/messages`, { text: 'x' }),
  // amounts
  (r) => post('too many pictures', '/v1/images/generations', { prompt: 'x', n: 11 + r.whole(1e6) }),
  (r) => post('a size that is none', '/v1/images/generations', { prompt: 'x', size: r.pick(['0x0', '99999x99999', '-1x5', 'huge', '1e9x1']) }),
  () => post('a huge history', gemini, { contents: Array.from({ length: 4000 }, (_, n) => ({ role: n % 2 ? 'model' : 'user', parts: [{ text: 'again and again' }] })) }),
  () => post('many pictures', gemini, { contents: [{ parts: [{ text: 'x' }, ...Array.from({ length: 60 }, () => ({ inlineData: { mimeType: 'image/png', data: good.toString('base64') } }))] }] }),
  (r) => post('a long prompt', '/v1/images/generations', { prompt: 'x'.repeat(40_000 + r.whole(1000)) }),
  (r) => post('rubbish that says gzip', r.pick(routes)[0], deflateRawSync(Buffer.from('{}')), { ...json, 'Content-Encoding': r.pick(['gzip', 'br', 'deflate', 'nothing']) }),
  (r) => ({ ...post('', r.pick(routes)[0], '{"a":1}', { 'Content-Type': r.pick(['text/plain', 'application/xml', 'multipart/form-data', 'x']) }), kind: 'another content type' }),
  // what no client sends
  (r) => ({ kind: 'no HTTP', method: '', path: '', raw: r.pick(['GARBAGE\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'POST /v1/native/generate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(20000)}\r\n\r\n`, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzz\r\n', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n']) }),
]

function form(fields, path) {
  const boundary = 'xxboundaryxx'
  const parts = fields.map(([name, value, data]) => Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${data ? `; filename="${value}"\r\nContent-Type: image/png` : ''}\r\n\r\n`), data ?? Buffer.from(value), Buffer.from('\r\n')]))
  return { method: 'POST', path, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]) }
}
const cut = (request, r) => ({ ...request, body: request.body.subarray(0, 1 + r.whole(request.body.length - 60)) })

/** The first `count` of them; every kind comes about as often. */
export function* badRequests(count, seed = 7) {
  const r = randomness(seed)
  for (let n = 0; n < count; n++) yield makers[n % makers.length](r)
}
