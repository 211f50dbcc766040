/** Runs own drawings through the compiler of art: it throws on what the renderer cannot keep. `node check.mjs [NAME ...]` */
import { readdirSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { flatten } from '../../flatten.mjs'
import { packDrawing } from '../../pack.mjs'
import { drawing } from '../../sources.mjs'

const own = new URL('../../own/', import.meta.url)
const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : readdirSync(own).filter((name) => name.endsWith('.svg')).map((name) => name.slice(0, -4))
for (const name of names) {
  const nodes = flatten(drawing(`own:${name}`))
  const bytes = packDrawing({ ...nodes, box: { left: 0, top: 0, right: nodes.width, bottom: nodes.height } })
  console.log(`${name}: ${statSync(new URL(`${name}.svg`, own)).size} bytes of SVG, ${gzipSync(bytes).length} packed`)
}
