/** Colours of bodies and cloth: one base colour gives its lights and shades, the way the icons' artists mix them. */

export const SKIN = {
  light: '#f3cbb3', 'medium-light': '#e5ad8f', medium: '#b68b79', 'medium-dark': '#90655d', dark: '#513a37',
}
/** Variants 0 to 3 of every figure. */
export const TONES = ['light', 'medium-dark', 'medium-light', 'dark']

const parse = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))
const format = (rgb) => `#${rgb.map((part) => Math.round(Math.min(255, Math.max(0, part))).toString(16).padStart(2, '0')).join('')}`
const toward = (hex, target, share) => format(parse(hex).map((part, i) => part + (target[i] - part) * share))

/** Lighter for a positive amount (towards warm white), darker for a negative one (towards violet, as in soft shade). */
export const tone = (hex, amount) => (amount >= 0 ? toward(hex, [255, 250, 240], amount) : toward(hex, [38, 18, 58], -amount))

let serial = 0
let mark = ''
/** Starts the ids of one drawing afresh, so that the same figure gives the same text; `by` tells members of a group apart. */
export const resetIds = (by = '') => {
  serial = 0
  mark = by
}
const id = () => `f${mark}${++serial}`

/** A definition and the reference to it: the side light on a rounded upright form. */
export function round(hex, { x1 = 0, y1 = 0, x2 = 1, y2 = 0.18, strength = 1 } = {}) {
  const name = id()
  const stops = [[0, -0.2], [0.2, 0.03], [0.38, 0.16], [0.62, 0], [1, -0.34]]
  return {
    paint: `url(#${name})`,
    defs: `<linearGradient id="${name}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.map(([at, k]) => `<stop offset="${at}" stop-color="${tone(hex, k * strength)}"/>`).join('')}</linearGradient>`,
  }
}
/** Lit from above, shaded below. */
export function fall(hex, from = 0.12, to = -0.3) {
  const name = id()
  return {
    paint: `url(#${name})`,
    defs: `<linearGradient id="${name}" x1="0.3" y1="0" x2="0.5" y2="1"><stop offset="0" stop-color="${tone(hex, from)}"/><stop offset="0.5" stop-color="${hex}"/><stop offset="1" stop-color="${tone(hex, to)}"/></linearGradient>`,
  }
}
/** A ball. */
export function ball(hex) {
  const name = id()
  return {
    paint: `url(#${name})`,
    defs: `<radialGradient id="${name}" cx="0.38" cy="0.3" r="0.75"><stop offset="0" stop-color="${tone(hex, 0.2)}"/><stop offset="0.55" stop-color="${hex}"/><stop offset="1" stop-color="${tone(hex, -0.34)}"/></radialGradient>`,
  }
}
/** A soft dark (or light) veil that fades out: where parts meet. */
export function veil(hex, opacity, x1, y1, x2, y2) {
  const name = id()
  return {
    paint: `url(#${name})`,
    defs: `<linearGradient id="${name}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="0" stop-color="${hex}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${hex}" stop-opacity="0"/></linearGradient>`,
  }
}
export function clip(d) {
  const name = id()
  return { reference: `url(#${name})`, defs: `<clipPath id="${name}"><path d="${d}"/></clipPath>` }
}
