import { LABEL } from '../frame.ts'
import { clamp, clamp01, exp, smoothstep } from '../math.ts'
import { noise2, random } from '../noise.ts'
import { blur, boxBlur } from './kit/blur.ts'
import { lumaOf } from './kit/color.ts'
import { bumpOf, darkLines, edgesOf, type Edges } from './kit/edges.ts'
import { fieldOf } from './kit/field.ts'
import { flowOf } from './kit/flow.ts'
import { hatch } from './kit/hatch.ts'
import { slopeOf, toothOf } from './kit/paper.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

const PAPER = [0.97, 0.962, 0.94] as const
const GRAPHITE = [0.13, 0.13, 0.15] as const

/** Layers of hatching from light to dark: the tone from which each is laid, its turn against the first, its line. */
const LAYERS = [
  { from: 0.14, full: 0.5, turn: 0, length: 0.055, pitch: 0.0042, width: 0.0016, press: 0.55 },
  { from: 0.34, full: 0.7, turn: 0.3, length: 0.04, pitch: 0.0036, width: 0.0016, press: 0.55 },
  { from: 0.55, full: 0.9, turn: -0.45, length: 0.03, pitch: 0.0033, width: 0.0018, press: 0.7 },
  { from: 0.74, full: 1, turn: 0.12, length: 0.02, pitch: 0.0026, width: 0.0022, press: 1.1 },
] as const

/**
 * Graphite on paper: outlines searched for twice with a loose hand, four layers of hatching that follow the form and
 * cross as it gets darker, a little smudging, the tooth of the paper, and a drawing that thins out towards the edge of the sheet.
 */
export const pencil: Styler = {
  name: 'pencil',
  reach: 0.3,
  paint(picture, seed) {
    const { width, height, label } = picture
    const short = Math.min(width, height)
    const edges = edgesOf(picture)
    const tone = toneOf(picture, edges, short)
    const finish = edgeOfDrawing(width, height, seed)
    const lead = new Float32Array(width * height)
    const directions = directionOf(picture, tone, short, seed)
    for (const [index, layer] of LAYERS.entries())
      hatch(lead, label, width, height, {
        seed: seed + 17 * index,
        length: layer.length,
        width: layer.width,
        pitch: layer.pitch,
        direction: (x, y) => directions[(y | 0) * width + (x | 0)]! + layer.turn,
        pressure: (x, y) => {
          const i = (y | 0) * width + (x | 0)
          const wanted = tone[i]! * finish[i]!
          return wanted < layer.from
            ? 0
            : layer.press * (0.3 + 0.7 * smoothstep(layer.from, layer.full, wanted))
        },
      })
    const contour = contourOf(picture, edges, finish, short, seed)
    return onPaper(picture, { lead, contour, tone, finish, short })
  },
}

/** Darkness to draw, 0 to 1: smoothed within each thing, with the middle tones spread out. */
function toneOf(picture: Picture, { walls }: Edges, short: number): Float32Array {
  const { width, height, label } = picture
  const source = smooth(picture.color, walls, width, height, { radius: 0.005 * short, tolerance: 0.1 })
  const luma = lumaOf(source)
  // The eye judges tones against what lies around: even large areas are drawn lighter than they are.
  const lightness = boxBlur(boxBlur(luma, width, height, 0.04 * short), width, height, 0.04 * short)
  const wide = lightness.map((value) => 1 - value)
  const near = nearnessOf(picture)
  const around = boxBlur(boxBlur(near, width, height, 0.005 * short), width, height, 0.005 * short)
  for (let i = 0; i < luma.length; i++) {
    // Behind the silhouette of something nearer the tone is left lighter: that is how forms come forward.
    const halo = clamp01((around[i]! - near[i]!) * 4)
    const dark = 1 - clamp01(luma[i]!)
    // Things are modelled by their own light, land by how it stands out.
    const thing = label[i]! >= 64
    const felt = thing
      ? 0.98 * dark + 0.35 * (dark - wide[i]!) + 0.05
      : 0.8 * dark + 0.8 * (dark - wide[i]!) + 0.02
    const light = label[i] === LABEL.sky || label[i] === LABEL.cloud ? 0.55 : 1
    luma[i] = clamp01(1.25 * felt - 0.08) * light * (1 - 0.75 * halo)
  }
  return luma
}

/** 1 at the camera, 0 at the sky, [H, W]. */
function nearnessOf({ depth }: Picture): Float32Array {
  const out = new Float32Array(depth.length)
  for (let i = 0; i < out.length; i++) out[i] = 1 / (1 + depth[i]! * 0.03)
  return out
}

/** How far the drawing is finished, 0 at the border to 1: the hatching stops here and there before the edge of the sheet. */
function edgeOfDrawing(width: number, height: number, seed: number): Float32Array {
  const short = Math.min(width, height)
  const ragged = fieldOf(
    width,
    height,
    0.01,
    (u, v) => 0.03 * noise2(seed + 71, u * 9, v * 9) + 0.03 * noise2(seed + 72, u * 3, v * 3),
  )
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const distance = Math.min(x, y, width - 1 - x, height - 1 - y) / short
      ragged[i] = smoothstep(0.0, 0.06, distance + ragged[i]!)
    }
  return ragged
}

/** Direction of the hatching, [H, W], radians: one slant of the hand, turned by what is drawn and by its form. */
function directionOf(
  { width, height, label, depth }: Picture,
  tone: Float32Array,
  short: number,
  seed: number,
): Float32Array {
  const flow = flowOf(tone, width, height, 1 / 160, 0.02)
  const out = fieldOf(width, height, 0.02, (u, v) => -0.95 + 0.35 * noise2(seed + 81, u * 2.5, v * 2.5))
  const here = new Float64Array(2)
  for (let y = 0, i = 0; y < height; y++) {
    let asked = -1
    for (let x = 0; x < width; x++, i++) {
      const own = label[i]!
      if (own === LABEL.water) out[i] = 0.03
      else if (own === LABEL.vegetation)
        out[i] = out[i]! + 0.9 * noise2(seed + 82, (x / short) * 22, (y / short) * 22)
      else if (own === LABEL.sky || own === LABEL.cloud) out[i] = out[i]! + 0.25
      else if (own >= 64 || own === LABEL.relief || own === LABEL.furniture || own === LABEL.building) {
        // Each thing has a slant of its own, by how far away it is: its label would change with what else is there.
        out[i] = out[i]! + (own >= 64 ? 0.5 * (random(77, Math.round(depth[i]! * 512)) - 0.5) : 0)
        const place = x & ~3
        if (asked !== place) flow.at(place, y, here)
        asked = place
        // Towards across the edge: lines that run into the outline and not along it round a form.
        const sure = Math.sqrt(here[0]! * here[0]! + here[1]! * here[1]!)
        if (sure > 0.25) out[i] = out[i]! + 0.5 * (sure - 0.25) * (here[1]! > 0 ? 1 : -1)
      }
    }
  }
  return out
}

/** Lines of the drawing, 0 to 1: the outlines twice, each time a little beside, and the dark lines inside of things. */
function contourOf(
  picture: Picture,
  { outline }: Edges,
  finish: Float32Array,
  short: number,
  seed: number,
): Float32Array {
  const { width, height, label } = picture
  const bump = bumpOf(outline, width, height, Math.max(0.8, 0.0019 * short))
  const inner = darkLines(lumaOf(picture.color), width, height, Math.max(0.6, 0.0013 * short))
  const out = new Float32Array(width * height)
  const weight = fieldOf(width, height, 0.012, (u, v) => noise2(seed + 91, u * 11, v * 11))
  for (const [pass, strength] of [
    [0, 0.9],
    [1, 0.5],
  ] as const) {
    const drift = (at: number): Float32Array =>
      fieldOf(
        width,
        height,
        0.006,
        (u, v) => noise2(seed + at, u * 8, v * 8) + 0.3 * noise2(seed + at + 1, u * 45, v * 45),
      )
    const driftX = drift(101 + 10 * pass)
    const driftY = drift(106 + 10 * pass)
    const hand = short * (0.0012 + 0.0016 * pass)
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        const sx = clamp(Math.round(x + hand * driftX[i]!), 0, width - 1)
        const sy = clamp(Math.round(y + hand * driftY[i]!), 0, height - 1)
        const at = sy * width + sx
        if (bump[at]! < 0.2) continue
        // Near things are drawn with a blunt, firm point, far ridges with a sharp, light one.
        const near = 1 / (1 + picture.depth[at]! * 0.01)
        const thin = 0.5 - 0.25 * near - 0.1 * weight[i]!
        const line = smoothstep(thin, thin + 0.3, bump[at]!) * (0.7 + 0.3 * near)
        if (line <= 0) continue
        const press =
          strength * (0.7 + 0.3 * (pass === 0 ? weight[i]! : -weight[i]!)) * (0.45 + 0.55 * finish[i]!)
        const value = line * press
        if (value > out[i]!) out[i] = value
      }
  }
  for (let i = 0; i < out.length; i++) {
    const own = label[i]!
    const asks =
      own >= 64 || own === LABEL.building || own === LABEL.furniture
        ? 1
        : own === LABEL.relief
          ? 0.6
          : own < 4
            ? 0
            : 0.35
    const line = asks * 0.85 * smoothstep(0.012, 0.055, inner[i]!)
    out[i] = Math.max(out[i]!, line * finish[i]!)
  }
  return out
}

interface Drawing {
  readonly lead: Float32Array
  readonly contour: Float32Array
  readonly tone: Float32Array
  readonly finish: Float32Array
  readonly short: number
}

/** Lead meets paper: it catches on the tooth, and only hard pressure fills the hollows. */
function onPaper({ width, height }: Picture, { lead, contour, tone, finish, short }: Drawing): Float32Array {
  const tooth = toothOf(width, height, 0.0026, 9301)
  const bump = slopeOf(tooth, width, height)
  const smudge = blur(tone, width, height, 0.006 * short)
  const out = new Float32Array(width * height * 3)
  for (let i = 0; i < lead.length; i++) {
    const rub = 0.5 * smudge[i]! * smudge[i]! * finish[i]!
    const load = lead[i]! + contour[i]! * 1.9
    const grip = clamp01(0.55 + 0.75 * tooth[i]! + 0.3 * load)
    const amount = load * grip + rub * (0.75 + 0.5 * tooth[i]!)
    const cover = 1 - exp(-1.25 * amount)
    const paper = 1 + 0.02 * bump[i]!
    for (let channel = 0; channel < 3; channel++)
      out[3 * i + channel] = clamp01(PAPER[channel]! * paper * (1 - cover) + GRAPHITE[channel]! * cover)
  }
  return out
}
