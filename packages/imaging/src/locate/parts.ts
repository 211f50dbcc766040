import { PARTS, type Part } from './classes.ts'
import { cutRegion, softened } from './cut.ts'
import { likelihood, type Look } from './look.ts'
import { contrastOf, type Patch } from './patches.ts'
import { seenColor } from './seen-color.ts'
import { remembered } from './remember.ts'
import { tidied } from './subject.ts'

/** A part of the world where it is likely, with the picture's edges; null where there is none to speak of. */
export const partRegion = (look: Look, part: Part): Float32Array | null =>
  remembered(look, part, () => cutPart(look, part))

function cutPart(look: Look, part: Part): Float32Array | null {
  const likely =
    part === 'sky'
      ? skyLikelihood(look)
      : part === 'vegetation'
        ? greenLikelihood(look)
        : likelihood(look, part)
  const sure = likely.reduce((count, value) => count + (value > 0.5 ? 1 : 0), 0) / likely.length
  if (sure < 0.012) return null
  const sky = part === 'water' ? skyLikelihood(look) : null
  const prior = likely.map((value, p) => Math.min(0.95, value) * (sky !== null && sky[p]! > 0.5 ? 0.1 : 1))
  const region = tidied(look, cutRegion(look.small, softened(look.small, prior, 2)), false)
  const share = region.reduce((count, value) => count + (value > 0.5 ? 1 : 0), 0) / region.length
  // What fills the frame evenly is a wall as well as a sky.
  return share < 0.005 || (share > 0.97 && part === 'sky') ? null : region
}

/** Steps and textures that a sky has, clouds and all. */
const [STEP, TEXTURE] = [0.055, 0.05]

/** Grown from smooth patches at the top that look like sky, down over even gradients: a dusk sky ends at the horizon, not where it is dark. */
function skyLikelihood(look: Look): Float32Array {
  const { patches, parts, classes } = look
  const column = PARTS.indexOf('sky')
  const likely = (i: number): number =>
    isEarthy(patches[i]!)
      ? 0
      : Math.max(classes[i * PARTS.length + column]!, isBlueAir(patches[i]!) ? 0.7 : 0)
  const taken = new Uint8Array(patches.length)
  const open = patches.flatMap((patch, i) =>
    patch.top < 0.02 && likely(i) > 0.5 && patch.deviation < TEXTURE ? [i] : [],
  )
  for (const i of open) taken[i] = 1
  while (open.length > 0) {
    const i = open.pop()!
    for (const j of patches[i]!.neighbours)
      if (
        taken[j] === 0 &&
        patches[j]!.deviation < TEXTURE &&
        step(patches[i]!, patches[j]!) < STEP * (0.6 + 0.6 * likely(j))
      ) {
        taken[j] = 1
        open.push(j)
      }
  }
  return Float32Array.from(parts.of, (i) => (taken[i] === 1 ? 0.92 : 0.35 * likely(i)))
}

/** Smooth and blue: in a photograph the surest sign, whatever the rest of the picture is like. */
const isBlueAir = ({ deviation, lightness, a, b }: Patch): boolean =>
  deviation < 0.025 && lightness > 0.3 && b < -0.03 && a < 0.02

/** No sky has these colours. */
const isEarthy = ({ lightness, a, b }: Patch): boolean =>
  ['brown', 'green', 'red'].includes(seenColor(lightness, a, b))

const step = (one: Patch, other: Patch): number => contrastOf(one, other)

/** Leaves and grass are green; the network for parts sees them badly where they are out of focus. */
function greenLikelihood(look: Look): Float32Array {
  const shares = look.patches.map(({ lightness, a, b }) =>
    a >= -0.012
      ? 0.1
      : ['green', 'teal'].includes(seenColor(lightness, a, b))
        ? 0.85
        : a < 0.4 * b // bluer than teal, as leaves in the shade are among others: as its neighbours
          ? 0.5
          : 0.1,
  )
  const column = PARTS.indexOf('vegetation')
  return Float32Array.from(look.parts.of, (i) =>
    Math.max(shares[i]!, 0.9 * look.classes[i * PARTS.length + column]!),
  )
}

/** How much of the top edge a region takes, and how smooth and how surely sky it is: whether to tell of it unasked. */
export function isSurelySky(look: Look, region: Float32Array): boolean {
  const { width } = look.small
  let rim = 0
  for (let x = 0; x < width; x++) if (region[x]! > 0.5) rim++
  let [lightness, b, weight, likely] = [0, 0, 1e-6, 0]
  const column = PARTS.indexOf('sky')
  region.forEach((share, p) => {
    lightness += share * look.small.lightness[p]!
    b += share * look.small.b[p]!
    likely += share * look.classes[look.parts.of[p]! * PARTS.length + column]!
    weight += share
  })
  const blue = b / weight < -0.025
  return rim > 0.5 * width && (blue || likely / weight > 0.75) && (blue || lightness / weight > 0.85)
}
