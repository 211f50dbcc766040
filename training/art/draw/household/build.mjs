/**
 * Writes own/NAME.svg for every drawing here, cut close to what is drawn. `node build.mjs [NAME ...]`; `--sheet=FILE` also paints
 * those names on one sheet, for a look; `--check` runs them through the compiler of art, which throws on what the renderer cannot keep.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { defs, n, open } from './kit.mjs'

const sharp = createRequire(new URL('../../package.json', import.meta.url))('sharp')
const OWN = new URL('../../own/', import.meta.url)
const HEAD = 'xmlns="http://www.w3.org/2000/svg"'
/** Drawings keep within these units of the page. */
const [LEFT, TOP, SIZE, FINE] = [-120, -120, 900, 0.8]

const drawings = {}
for (const file of readdirSync(new URL('./', import.meta.url)).filter((name) => name.startsWith('draw-')).sort()) {
  const { drawings: found } = await import(`./${file}`)
  for (const [name, draw] of Object.entries(found)) {
    if (drawings[name]) throw new Error(`"${name}" is drawn twice`)
    drawings[name] = draw
  }
}
const words = process.argv.slice(2)
const sheet = words.find((word) => word.startsWith('--sheet='))?.slice(8)
const wanted = words.filter((word) => !word.startsWith('--'))
const names = wanted.length > 0 ? wanted : Object.keys(drawings)
const shown = []
for (const name of names) {
  if (!drawings[name]) throw new Error(`there is no drawing "${name}"`)
  const { text, w, h } = await made(name)
  writeFileSync(new URL(`${name}.svg`, OWN), text)
  console.log(`${name}: ${n(w)} x ${n(h)}, ${Math.round(text.length / 1024)} kB`)
  shown.push({ text, w, h })
}
if (sheet) await paint(shown, sheet)
if (words.includes('--check')) {
  const { flatten } = await import('../../flatten.mjs')
  const { drawing } = await import('../../sources.mjs')
  for (const name of names) flatten(drawing(`own:${name}`))
}

async function made(name) {
  open(name)
  const inside = [drawings[name]()].flat(9).join('')
  const whole = `<defs>${defs()}</defs>${inside}`
  if (/NaN|undefined|Infinity/.test(whole)) throw new Error(`"${name}" has a hole: ${/.{0,60}(NaN|undefined|Infinity).{0,20}/s.exec(whole)?.[0]}`)
  const page = `<svg ${HEAD} viewBox="${LEFT} ${TOP} ${SIZE} ${SIZE}" width="${SIZE * FINE}" height="${SIZE * FINE}">${whole}</svg>`
  const { data, info } = await sharp(Buffer.from(page)).ensureAlpha().extractChannel(3).raw().toBuffer({ resolveWithObject: true })
  const edge = boundsOf(data, info.width, info.height)
  if (edge.left === 0 || edge.top === 0 || edge.right === info.width || edge.bottom === info.height) throw new Error(`"${name}" leaves the page`)
  const [x, y] = [LEFT + edge.left / FINE, TOP + edge.top / FINE]
  const [w, h] = [(edge.right - edge.left) / FINE, (edge.bottom - edge.top) / FINE]
  const body = `<svg ${HEAD} viewBox="0 0 ${n(w)} ${n(h)}"><defs>${defs()}</defs><g transform="translate(${n(-x)} ${n(-y)})">${inside}</g></svg>\n`
  return { text: body.replace(/ d="([^"]+)"/g, (_, d) => ` d="${short(d)}"`), w, h }
}

/** Absolute path data in steps from point to point, on a grid of tenths: the same drawing in half the letters. */
function short(d) {
  let [x, y, startX, startY, out, last] = [0, 0, 0, 0, '', '']
  for (const [, verb, rest] of d.matchAll(/([MLCZHV])([^MLCZHV]*)/g)) {
    if (verb === 'Z') {
      out += last = 'z'
      ;[x, y] = [startX, startY]
      continue
    }
    const values = rest.match(/-?\d*\.?\d+/g).map((v) => Math.round(Number(v) * 10))
    const points = verb === 'H' ? [[values[0], y]] : verb === 'V' ? [[x, values[0]]] : values.flatMap((v, i) => (i % 2 ? [[values[i - 1], v]] : []))
    if (verb === 'M') {
      ;[x, y] = [startX, startY] = points[0]
      out += `M${x / 10} ${y / 10}`
      last = 'M'
      continue
    }
    const code = verb === 'C' ? 'c' : 'l'
    if (code === 'l' && points.length === 1 && points[0][0] === x && points[0][1] === y) continue
    out += last === code ? '' : code
    let first = last !== code
    const [fromX, fromY] = [x, y]
    let [baseX, baseY] = [fromX, fromY]
    points.forEach(([px, py], i) => {
      for (const step of [px - baseX, py - baseY]) {
        const word = String(step / 10).replace(/^(-?)0\./, '$1.')
        out += (first || word.startsWith('-') ? '' : ' ') + word
        first = false
      }
      if (code === 'l' || i % 3 === 2) [baseX, baseY] = [px, py]
    })
    ;[x, y] = points.at(-1)
    last = code
  }
  return out
}

/** The box of what is visible; faint ends of glows do not count. */
function boundsOf(alpha, width, height) {
  const edge = { left: width, top: height, right: 0, bottom: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (alpha[y * width + x] > 20) {
        edge.left = Math.min(edge.left, x)
        edge.right = Math.max(edge.right, x + 1)
        edge.top = Math.min(edge.top, y)
        edge.bottom = Math.max(edge.bottom, y + 1)
      }
  return edge
}

async function paint(list, file) {
  const cell = list.length === 1 ? 900 : list.length <= 4 ? 640 : 400
  const columns = Math.min(list.length, cell === 640 ? 2 : 4)
  const placed = []
  for (const [i, { text, w, h }] of list.entries()) {
    const scale = (cell - 24) / Math.max(w, h)
    const [width, height] = [Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale))]
    const input = await sharp(Buffer.from(text.replace('<svg ', `<svg width="${width}" height="${height}" `))).png().toBuffer()
    placed.push({ input, left: (i % columns) * cell + Math.round((cell - width) / 2), top: Math.floor(i / columns) * cell + cell - 12 - height })
  }
  await sharp({ create: { width: columns * cell, height: Math.ceil(list.length / columns) * cell, channels: 4, background: '#bfd0c8' } })
    .composite(placed).png().toFile(file)
}
