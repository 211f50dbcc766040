/** Where art comes from: icon sets by iconify, own drawings, figures. Every source gives a body in a view box. */
import { figure, portrait } from './figures/figures.mjs'
import { existsSync, readFileSync } from 'node:fs'

const sets = new Map()
function iconSet(name) {
  if (!sets.has(name))
    sets.set(name, JSON.parse(readFileSync(new URL(`node_modules/@iconify-json/${name}/icons.json`, import.meta.url), 'utf8')))
  return sets.get(name)
}
const PACKAGES = { fluent: 'fluent-emoji', flat: 'fluent-emoji-flat', noto: 'noto' }

/**
 * The drawing behind a reference like `cat`, `noto:cat`, `own:lighthouse`.
 * Returns { width, height, body } in user units, or null where it does not exist.
 */
export function drawing(reference) {
  const [source, name] = reference.includes(':') ? reference.split(':') : ['fluent', reference]
  if (source === 'own') return ownDrawing(name)
  if (source === 'figure' || source === 'bust') {
    const [who, variant, pose] = name.split('/')
    return source === 'figure' ? figure(who, Number(variant), drawing, pose) : portrait(who, Number(variant), drawing)
  }
  const set = iconSet(PACKAGES[source])
  const alias = set.aliases?.[name]
  const icon = set.icons[name] ?? (alias && set.icons[alias.parent])
  if (icon === undefined) return null
  return { width: icon.width ?? set.width, height: icon.height ?? set.height, body: icon.body }
}

/** A reference spread out into what it stands for: a figure into its variants, anything else is itself. */
export function looksOf(reference) {
  if (!/^(figure|bust):/.test(reference)) return [reference]
  const [name, pose] = reference.split('@')
  return [0, 1, 2, 3].map((variant) => `${name}/${variant}${pose ? `/${pose}` : ''}`)
}

function ownDrawing(name) {
  const file = new URL(`own/${name}.svg`, import.meta.url)
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  const box = /viewBox="([^"]+)"/.exec(text)
  if (box === null) throw new Error(`own/${name}.svg has no viewBox`)
  const [x, y, width, height] = box[1].split(/[\s,]+/).map(Number)
  if (x !== 0 || y !== 0) throw new Error(`own/${name}.svg: its viewBox must start at 0 0`)
  const body = text.slice(text.indexOf('>', text.indexOf('<svg')) + 1, text.lastIndexOf('</svg>'))
  return { width, height, body }
}

/** A stand-alone SVG of a drawing, `pixels` high. */
export const svgOf = ({ width, height, body }, pixels) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" ` +
  `width="${(pixels * width) / height}" height="${pixels}">${body}</svg>`
