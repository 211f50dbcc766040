import { cos, mix, sin } from '../../math.ts'
import { random } from '../../noise.ts'
import { PART, type Sketch, newSketch, stroke } from './sketch.ts'

const TAU = 6.283185307179586

/** A stem from the foot to `top`, tapering, leaning by `lean`, its roots spread a little. */
export function trunk(
  sketch: Sketch,
  seed: number,
  top: number,
  width: number,
  lean: number,
  pieces = 9,
): void {
  for (let i = 0; i < pieces; i++) {
    const t = (i + 0.5) / pieces
    for (let k = -1; k <= 1; k++) {
      // Three strips side by side: lit, middle and shaded side, each its own bark.
      const w = width * mix(1, 0.35, t) * (1 + 0.35 * (1 - t) * (1 - t))
      stroke(sketch, {
        x: lean * t * t + k * w * 0.3,
        y: top * t,
        depth: -0.01 - 0.01 * Math.abs(k),
        length: (top / pieces) * 1.5 + w * 0.5,
        width: w * 0.62,
        angle: TAU / 4 - lean * t * 1.4,
        normal: [k * 0.8, 0.1, 0.8],
        open: mix(0.45, 0.7, t),
        hue: (random(seed, 31, i, k) - 0.5) * 1.2,
        part: PART.bark,
      })
    }
  }
}

/** A spruce: whorls of drooping boughs, long below, short above. `detail` is its height in pixels. */
export function spruce(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const slim = mix(0.16, 0.25, random(seed, 1))
  const fine = Math.min(1, detail / 260)
  const whorls = Math.round(mix(10, 34, fine))
  const around = Math.round(mix(6, 12, fine))
  const clumps = detail > 330 ? 7 : detail > 90 ? 4 : 2
  trunk(sketch, seed, 0.9, 0.02, 0, 8)
  for (let i = 0; i < whorls; i++) {
    const t = i / (whorls - 1)
    const y = mix(0.09, 0.975, t) + (random(seed, 8, i) - 0.5) * 0.012
    const taper = 1 - t
    const reach =
      slim * (taper * 0.96 + 0.02) * (0.74 + 0.42 * random(seed, 2, i)) * (t < 0.1 ? 0.7 + t * 3 : 1)
    // The dark inside, which no bough hides quite.
    stroke(sketch, {
      x: 0,
      y: y - reach * 0.25,
      depth: -0.05,
      length: reach * 1.35,
      width: 0.02 + 1.1 / whorls,
      angle: 0,
      normal: [0, 0.2, 1],
      open: 0.2 + 0.2 * t,
      hue: -0.8,
      part: PART.leaf,
    })
    for (let k = 0; k < around; k++) {
      const turn = ((k + random(seed, 3, i, k) * 0.9) / around) * TAU
      const far = reach * (0.66 + 0.5 * random(seed, 4, i, k))
      const droop = far * mix(0.75, 0.05, t) * (0.7 + 0.6 * random(seed, 5, i, k))
      const side = cos(turn)
      const front = sin(turn)
      for (let c = 0; c < clumps; c++) {
        const u = (c + 0.7) / clumps
        const length = (far / clumps) * 2.2 + 0.014
        const jitter = random(seed, 6, i * 16 + k, c) - 0.5
        stroke(sketch, {
          x: side * far * u,
          y: y - droop * u * u + jitter * 0.01,
          depth: front * far * u,
          length: length * (0.5 + 0.5 * Math.abs(side)) + 0.008,
          width: (0.012 + 0.03 * taper) * (1.25 - 0.6 * u) * (detail > 330 ? 0.6 : 1),
          angle: (side < 0 ? 1 : -1) * (0.25 + (droop / (far + 0.01)) * 0.9 * u) + jitter * 0.7,
          normal: [side * 0.9, 0.5 - 0.2 * u, front * 0.9 + 0.15],
          open: mix(0.25, 1, u * 0.75 + 0.25 * t) * (0.7 + 0.3 * (front * 0.5 + 0.5)),
          hue: jitter * 0.9 + (u - 0.5) * 0.7,
          part: PART.leaf,
          pointed: 1,
        })
      }
    }
  }
  return sketch
}

/** A pine: a bare stem and cushions of needles on crooked limbs, flat on top. */
export function pine(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const lean = (random(seed, 1) - 0.5) * 0.14
  trunk(sketch, seed, 0.93, 0.032, lean, 10)
  const cushions = 15
  const needle = Math.max(0.024, 1.7 / detail)
  for (let i = 0; i < cushions; i++) {
    const t = mix(0.42, 0.97, (i + random(seed, 2, i)) / cushions)
    const turn = random(seed, 3, i) * TAU
    const far = mix(0.2, 0.07, (t - 0.42) / 0.55) * (0.55 + 0.6 * random(seed, 4, i))
    const cx = lean * t * t + cos(turn) * far
    const cz = sin(turn) * far
    stroke(sketch, {
      x: (cx + lean * t * t) / 2,
      y: t - 0.02,
      depth: cz / 2 - 0.01,
      length: far * Math.abs(cos(turn)) + 0.02,
      width: 0.01,
      angle: cos(turn) < 0 ? -0.35 : 0.35,
      normal: [0, 0.4, 1],
      open: 0.5,
      hue: 0,
      part: PART.bark,
    })
    const size = 0.075 + 0.05 * random(seed, 5, i)
    cushion(sketch, seed + i * 17, cx, t + 0.02, cz, size, size * 0.52, needle, 0.9)
  }
  return sketch
}

/**
 * A cushion of leaves: an ellipsoid, dark inside, whose strokes face outwards. `leaf` is the length of a leaf; only as many
 * are painted as cover the front.
 */
export function cushion(
  sketch: Sketch,
  seed: number,
  cx: number,
  cy: number,
  cz: number,
  wide: number,
  high: number,
  leaf: number,
  dense: number,
): void {
  stroke(sketch, {
    x: cx,
    y: cy,
    depth: cz - wide * 0.5,
    length: wide * 1.7 * dense,
    width: high * 1.7 * dense,
    angle: 0,
    normal: [0, 0.1, 1],
    open: 0.3,
    hue: -0.9,
    part: PART.leaf,
  })
  const count = Math.round(Math.max(7, ((wide * high) / (leaf * leaf)) * 9 * dense))
  for (let k = 0; k < count; k++) {
    // Even over the sphere: a spiral with jitter.
    const v = 1 - (2 * (k + 0.5)) / count
    const turn = k * 2.399963 + random(seed, 21, k)
    const ring = Math.sqrt(1 - v * v)
    const nz = ring * sin(turn)
    if (nz < -0.45) continue
    const nx = ring * cos(turn)
    const r = 0.7 + 0.4 * random(seed, 22, k)
    const tone = random(seed, 23, k) - 0.5
    const size = leaf * (0.7 + 0.7 * random(seed, 24, k))
    stroke(sketch, {
      x: cx + nx * wide * r,
      y: cy + v * high * r,
      depth: cz + nz * wide * r,
      length: size * 1.3,
      width: size * (0.55 + 0.35 * random(seed, 25, k)),
      angle: random(seed, 26, k) * TAU,
      normal: [nx + tone * 0.5, v * 1.1 + 0.15, nz],
      open: mix(0.34, 1, (v * 0.5 + 0.5) * 0.7 + 0.3 * (r - 0.7) * 2.5),
      hue: tone * 1.1 + v * 0.25,
      part: PART.leaf,
      pointed: 1,
    })
  }
}
