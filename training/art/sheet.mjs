/** Contact sheet of drawings: `node sheet.mjs own` (all own ones), or names. Written to /tmp/plantain-sheet.png by librsvg. */
import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { drawing, svgOf } from './sources.mjs'

const CELL = 200
const COLUMNS = 8
let names = process.argv.slice(2)
if (names[0] === 'own')
  names = readdirSync(new URL('own/', import.meta.url)).filter((f) => f.endsWith('.svg')).sort().map((f) => `own:${f.slice(0, -4)}`)
const tiles = []
for (const [index, name] of names.entries()) {
  const found = drawing(name)
  if (found === null) throw new Error(`there is no drawing "${name}"`)
  const scale = (CELL - 24) / Math.max(found.width, found.height)
  const picture = await sharp(Buffer.from(svgOf(found, Math.max(1, Math.round(found.height * scale))))).png().toBuffer({ resolveWithObject: true })
  const left = (index % COLUMNS) * CELL + Math.round((CELL - picture.info.width) / 2)
  const top = Math.floor(index / COLUMNS) * CELL + CELL - 16 - picture.info.height
  tiles.push({ input: picture.data, left, top: Math.max(0, top) })
  const label = `<svg xmlns="http://www.w3.org/2000/svg" width="${CELL}" height="14"><text x="${CELL / 2}" y="11" font-size="11" text-anchor="middle">${name}</text></svg>`
  tiles.push({ input: Buffer.from(label), left: (index % COLUMNS) * CELL, top: Math.floor(index / COLUMNS) * CELL + CELL - 14 })
}
await sharp({ create: { width: COLUMNS * CELL, height: Math.ceil(names.length / COLUMNS) * CELL, channels: 4, background: '#cfd8cf' } })
  .composite(tiles).png().toFile('/tmp/plantain-sheet.png')
