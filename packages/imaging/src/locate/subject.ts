import { smoothstep } from '../math.ts'
import { cutRegion, softened } from './cut.ts'
import { foregroundOf, type Look } from './look.ts'
import { keepPieces, piecesOf } from './pieces.ts'
import { remembered } from './remember.ts'
import type { Box, Detection } from './sight.ts'

/** Smaller than this share of the frame a piece of the subject is a scrap, and a hole in it is filled. */
const [SCRAP, HOLE] = [0.006, 0.004]

/** Rough map of what stands out: the networks' word for it where they have one, contrast where not. */
export function standing(look: Look): Float32Array {
  const seen = foregroundOf(look)
  if (seen === null) return look.salient
  return look.salient.map((value, p) => 0.4 * value + 0.6 * seen[p]!)
}

/** What the picture is of, 0 to 1 per pixel of the thumbnail. */
export function subjectOf(look: Look): Float32Array {
  const main = mainObject(look)
  if (main !== null && shareOfStanding(look, main) > LEAST_STANDING) return objectRegion(look, main)
  return remembered(look, 'subject', () =>
    tidied(look, cutRegion(look.small, softened(look.small, standing(look), 2)), false),
  )
}

/** An object that was surely seen and takes up room: a living one before a dead one, then the larger. */
export function mainObject({ sighting }: Look): Detection | null {
  const sure = (sighting?.objects ?? []).filter(({ score }) => score >= SURE)
  const rank = (one: Detection): number =>
    one.score * Math.sqrt((one.right - one.left) * (one.bottom - one.top))
  return [...sure].sort((a, b) => rank(b) - rank(a))[0] ?? null
}
/** Share of what stands out that the picture's subject has at least: less, and it is something by the way, or a mistake of the detector. */
const LEAST_STANDING = 0.25

function shareOfStanding(look: Look, { left, top, right, bottom }: Box): number {
  const { width, height } = look.small
  let [inside, all] = [0, 1e-6]
  standing(look).forEach((value, p) => {
    const mass = value * value
    const [u, v] = [((p % width) + 0.5) / width, (Math.floor(p / width) + 0.5) / height]
    all += mass
    if (u > left && u < right && v > top && v < bottom) inside += mass
  })
  return inside / all
}

/** Score from which an object is told to be there without being asked for. */
export const SURE = 0.42

/** The pixels of a detected object: what stands out within its box, with the picture's edges. */
export function objectRegion(look: Look, { left, top, right, bottom }: Box): Float32Array {
  return remembered(look, `object ${left} ${top} ${right} ${bottom}`, () =>
    cutObject(look, { left, top, right, bottom }),
  )
}

function cutObject(look: Look, box: Box): Float32Array {
  const { small } = look
  const stands = standing(look)
  const top = topWithin(look, stands, box)
  const prior = new Float32Array(stands.length)
  const within = inside(look, box)
  for (let p = 0; p < prior.length; p++) {
    const there = within[p]!
    prior[p] = there * (0.22 + 0.73 * smoothstep(0.1, 0.75, stands[p]! / top)) + (1 - there) * 0.02
  }
  const cut = cutRegion(small, softened(small, prior, 1)).map(
    (value, p) => value * smoothstep(0, 0.5, within[p]!),
  )
  return tidied(look, cut, true)
}

function topWithin({ small }: Look, values: Float32Array, { left, top, right, bottom }: Box): number {
  let high = 0.05
  for (let p = 0; p < values.length; p++) {
    const [u, v] = [(p % small.width) / small.width, Math.floor(p / small.width) / small.height]
    if (u >= left && u <= right && v >= top && v <= bottom && values[p]! > high) high = values[p]!
  }
  return high
}

/** 1 inside a box, 0 from a twelfth of its size outside; a side on the frame's edge has no border. */
function inside({ small: { width, height } }: Look, { left, top, right, bottom }: Box): Float32Array {
  const [mx, my] = [(right - left) / 14 + 1e-3, (bottom - top) / 14 + 1e-3]
  const ramp = (value: number, margin: number): number => smoothstep(-margin, margin * 0.4, value)
  return Float32Array.from({ length: width * height }, (_, p) => {
    const [u, v] = [((p % width) + 0.5) / width, (Math.floor(p / width) + 0.5) / height]
    const across = Math.min(left < 0.02 ? 1 : ramp(u - left, mx), right > 0.98 ? 1 : ramp(right - u, mx))
    const down = Math.min(top < 0.02 ? 1 : ramp(v - top, my), bottom > 0.98 ? 1 : ramp(bottom - v, my))
    return Math.min(across, down)
  })
}

/** Without scraps and pinholes; of one object only the largest pieces. */
export function tidied({ small }: Look, region: Float32Array, one: boolean): Float32Array {
  const pieces = piecesOf(region, small)
  if (pieces.length === 0) return region
  const least = one ? pieces[0]!.area * 0.12 : Math.max(SCRAP * region.length, pieces[0]!.area * 0.05)
  return keepPieces(
    region,
    small,
    pieces.filter(({ area }) => area >= least),
    one ? Math.max(HOLE * region.length, 0.15 * pieces[0]!.area) : HOLE * region.length,
  )
}
