/** Reads `lettering.txt` (format: kinds/README.md): where drawings can be lettered. */
import { readFileSync } from 'node:fs'

const FACES = ['sans', 'serif', 'handwritten', 'condensed', 'mono']

/** name of a drawing -> place, as `Lettering` of packages/scene/src/things/catalog.ts. */
export function readLettering() {
  const places = new Map()
  readFileSync(new URL('lettering.txt', import.meta.url), 'utf8').split('\n').forEach((line, row) => {
    if (line.trim() === '') return
    const [name, numbers, extras = ''] = line.split('|').map((field) => field.trim())
    const where = `lettering.txt:${row + 1}`
    const values = numbers.split(' ').map(Number)
    if (![4, 8].includes(values.length) || values.some((value) => !(value >= 0 && value <= 1)))
      throw new Error(`${where}: needs 4 or 8 numbers of 0 to 1`)
    if (places.has(name)) throw new Error(`${where}: "${name}" has a place already`)
    const [l, t, r, b] = values
    places.set(name, { corners: values.length === 8 ? values : [l, t, r, t, r, b, l, b], ...extrasOf(extras, where) })
  })
  return places
}

function extrasOf(text, where) {
  const found = {}
  for (const extra of text.split(';').map((part) => part.trim()).filter(Boolean)) {
    const [key, value] = extra.split('=')
    if ((key === 'clear' || key === 'light') && value === undefined) found[key] = true
    else if ((key === 'fill' || key === 'ink') && /^#[0-9a-f]{6}$/.test(value)) found[key] = value
    else if (key === 'face' && FACES.includes(value)) found.family = value
    else throw new Error(`${where}: "${extra}" is none of clear, light, fill=#rrggbb, ink=#rrggbb, face=${FACES.join('|')}`)
  }
  return found
}
