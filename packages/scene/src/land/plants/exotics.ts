import { cos, mix, sin } from '../../math.ts'
import { random } from '../../noise.ts'
import { cushion, trunk } from './conifers.ts'
import { PART, type Sketch, newSketch, stroke } from './sketch.ts'

const TAU = 6.283185307179586

/** A frond: a rib that rises and falls in an arc, with leaflets on both sides. */
function frond(
  sketch: Sketch,
  seed: number,
  x: number,
  y: number,
  z: number,
  turn: number,
  rise: number,
  length: number,
  leaflet: number,
  pieces: number,
): void {
  const side = cos(turn)
  const front = sin(turn)
  let px = x
  let py = y
  let pz = z
  for (let i = 0; i < pieces; i++) {
    const t = (i + 0.5) / pieces
    const climb = rise - (rise + 1.15) * t * t
    const step = length / pieces
    const flat = Math.sqrt(Math.max(0.05, 1 - Math.min(0.9, climb * climb * 0.55)))
    px += side * step * flat
    pz += front * step * flat
    py += climb * step * 0.8
    const along = Math.sqrt(side * side * flat * flat + climb * climb * 0.64) + 1e-3
    const angle = side * flat >= 0 ? climb * 0.75 : TAU / 2 - climb * 0.75
    const size = leaflet * (0.45 + 1.1 * t * (1 - t) * 2) * (1 - t * 0.25)
    for (let k = -1; k <= 1; k += 2) {
      const jitter = random(seed, i, k + 2) - 0.5
      const open = angle + k * (0.75 - 0.3 * t) * (side < 0 ? -1 : 1)
      stroke(sketch, {
        x: px + cos(open) * size * 0.42,
        y: py + sin(open) * size * 0.42 - size * 0.16,
        depth: pz + k * 0.02,
        length: size * (0.9 + 0.2 * jitter),
        width: size * 0.17 + 0.004,
        angle: open - 0.25 * (side < 0 ? -1 : 1),
        normal: [side * 0.35 + k * 0.15, 0.75 * (1 - t) + 0.25, 0.35 + front * 0.4],
        open: mix(0.5, 1, t) * (0.72 + 0.28 * (front * 0.5 + 0.5)),
        hue: jitter * 0.7 + 0.3 * t - 0.1,
        part: PART.leaf,
        pointed: 1,
      })
    }
    stroke(sketch, {
      x: px,
      y: py,
      depth: pz + 0.03,
      length: step * along * 1.3,
      width: 0.006 * (1 - t) + 0.002,
      angle,
      normal: [0, 0.7, 0.6],
      open: 0.9,
      hue: 0.7,
      part: PART.leaf,
    })
  }
}

/** A palm: a ringed stem that leans, and a crown of fronds. */
export function palm(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const lean = (random(seed, 1) - 0.5) * 0.5
  trunk(sketch, seed, 0.82, 0.034, lean, Math.round(mix(8, 26, Math.min(1, detail / 300))))
  const fronds = 15
  const pieces = Math.round(mix(5, 26, Math.min(1, detail / 400)))
  const top = 0.82
  const x = lean * 0.98
  for (let i = 0; i < fronds; i++) {
    const turn = (i / fronds) * TAU * 1.618 * 5 + random(seed, 2, i)
    const rise = mix(-0.2, 1.15, (i + random(seed, 3, i)) / fronds)
    frond(
      sketch,
      seed + 13 * i,
      x,
      top,
      0,
      turn,
      rise,
      0.33 * (0.8 + 0.35 * random(seed, 4, i)),
      0.13,
      pieces,
    )
  }
  for (let k = 0; k < 4; k++)
    stroke(sketch, {
      x: x + (k - 1.5) * 0.018,
      y: top - 0.02 - (k & 1) * 0.012,
      depth: 0.05,
      length: 0.035,
      width: 0.03,
      angle: 0,
      normal: [0, 0.2, 1],
      open: 0.6,
      hue: -0.4,
      part: PART.bark,
    })
  return sketch
}

/** A fern, or the young rosette of a palm: fronds from the ground. */
export function fern(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const fronds = 11
  const pieces = Math.round(mix(5, 20, Math.min(1, detail / 160)))
  for (let i = 0; i < fronds; i++) {
    const turn = i * 2.399963 + random(seed, 1)
    frond(
      sketch,
      seed + 13 * i,
      0,
      0.03,
      0,
      turn,
      1.05 + 0.75 * random(seed, 2, i),
      0.78 * (0.75 + 0.4 * random(seed, 3, i)),
      0.26,
      pieces,
    )
  }
  return sketch
}

/** Broad leaves of the undergrowth, each on its stalk. */
export function broadleafHerb(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const leaves = Math.round(mix(7, 15, Math.min(1, detail / 120)))
  for (let i = 0; i < leaves; i++) {
    const turn = i * 2.399963 + random(seed, 1)
    const out = (0.15 + 0.35 * random(seed, 2, i)) * (i / leaves + 0.3)
    const up = mix(0.85, 0.25, i / leaves) * (0.8 + 0.3 * random(seed, 3, i))
    const side = cos(turn)
    const front = sin(turn)
    const size = 0.3 + 0.16 * random(seed, 4, i)
    const x = side * (out + 0.1)
    stroke(sketch, {
      x: x * 0.5,
      y: up * 0.5,
      depth: front * 0.1 - 0.1,
      length: up,
      width: 0.018,
      angle: TAU / 4 - side * 0.3,
      normal: [0, 0.3, 1],
      open: 0.4,
      hue: 0.2,
      part: PART.leaf,
    })
    const angle = side >= 0 ? -0.5 + 0.4 * random(seed, 5, i) : TAU / 2 + 0.5 - 0.4 * random(seed, 5, i)
    for (let half = -1; half <= 1; half += 2)
      stroke(sketch, {
        x: x + side * size * 0.35 - sin(angle) * half * size * 0.07,
        y: up - 0.06 + cos(angle) * half * size * 0.07,
        depth: front * (out + 0.1) + (half < 0 ? 0.002 : 0.004),
        length: size * 1.2,
        width: size * 0.3,
        angle: angle + half * 0.09,
        normal: [side * 0.3 - half * 0.25, 0.8 + half * 0.1, 0.4],
        open: mix(0.55, 1, 1 - i / leaves),
        hue: half * 0.22 + (random(seed, 6, i) - 0.5) * 0.5,
        part: PART.leaf,
        pointed: 1,
      })
  }
  return sketch
}

/** A saguaro: a ribbed column with arms. */
export function cactus(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const rib = (x: number, from: number, to: number, width: number, depth: number): void => {
    const ribs = detail > 60 ? 7 : 3
    const pieces = Math.max(3, Math.round((to - from) * 9))
    const tall = (to - from - width * 0.3) / pieces
    for (let i = 0; i < pieces; i++)
      for (let k = 0; k < ribs; k++) {
        const u = ((k + 0.5) / ribs) * 2 - 1
        stroke(sketch, {
          x: x + u * width * 0.42,
          y: from + (i + 0.5) * tall,
          depth: depth - Math.abs(u) * 0.01,
          length: tall * 2.2,
          width: (width / ribs) * 1.5,
          angle: TAU / 4,
          normal: [u * 0.95, 0.12, Math.sqrt(1 - u * u * 0.9)],
          open: mix(0.95, 0.6, Math.abs(u)) * (k & 1 ? 0.86 : 1),
          hue: (k & 1 ? -0.25 : 0.2) + (random(seed, 1, k) - 0.5) * 0.3,
          part: PART.leaf,
        })
      }
    stroke(sketch, {
      x,
      y: to - width * 0.25,
      depth: depth + 0.002,
      length: width * 0.9,
      width: width * 0.7,
      angle: 0,
      normal: [0, 0.8, 0.5],
      open: 1,
      hue: 0.15,
      part: PART.leaf,
    })
  }
  rib(0, 0, 1, 0.15, 0)
  const arms = 1 + Math.floor(random(seed, 2) * 2.9)
  for (let i = 0; i < arms; i++) {
    const side = (i & 1 ? -1 : 1) * (random(seed, 3) < 0.5 ? -1 : 1)
    const at = 0.36 + 0.2 * random(seed, 4, i)
    const out = 0.17 + 0.05 * random(seed, 5, i)
    const top = at + 0.2 + 0.22 * random(seed, 6, i)
    stroke(sketch, {
      x: (side * out) / 2,
      y: at,
      depth: 0.01,
      length: out + 0.1,
      width: 0.09,
      angle: 0,
      normal: [0, 0.35, 0.9],
      open: 0.75,
      hue: 0,
      part: PART.leaf,
    })
    rib(side * out, at - 0.03, top, 0.1, 0.012)
  }
  return sketch
}

/** Reeds with their brown heads. */
export function reeds(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const count = Math.round(mix(8, 26, Math.min(1, detail / 120)))
  for (let k = 0; k < count; k++) {
    const x = (random(seed, 1, k) - 0.5) * 0.7
    const tall = 0.6 + 0.4 * random(seed, 2, k)
    const lean = (random(seed, 3, k) - 0.5) * 0.35
    const pieces = 4
    for (let i = 0; i < pieces; i++) {
      const t = (i + 0.5) / pieces
      stroke(sketch, {
        x: x + lean * t * t,
        y: tall * t,
        depth: random(seed, 4, k) - 0.5,
        length: (tall / pieces) * 1.5,
        width: 0.02 * (1.1 - t),
        angle: TAU / 4 - lean * t * 2,
        normal: [lean * 2, 0.3, 0.9],
        open: 0.35 + 0.65 * t,
        hue: (random(seed, 5, k) - 0.4) * 0.9,
        part: PART.leaf,
        pointed: i === pieces - 1 ? 1 : 0,
      })
    }
    if (random(seed, 6, k) < 0.3)
      stroke(sketch, {
        x: x + lean,
        y: tall * 0.98,
        depth: 0.6,
        length: 0.11,
        width: 0.028,
        angle: TAU / 4 - lean,
        normal: [-0.3, 0.2, 0.9],
        open: 0.9,
        hue: 0,
        part: PART.bark,
      })
  }
  return sketch
}

/** How a clump of garden flowers grows. */
export interface Clump {
  readonly stems: number
  /** A spike of blooms along the stem, or one head at its end. */
  readonly spike: boolean
  /** Size of a bloom, in heights. */
  readonly bloom: number
  readonly leafy: number
}

/** A clump of flowers: leaves below, stems that fan out, blooms on them. */
export function clump(seed: number, detail: number, how: Clump): Sketch {
  const sketch = newSketch()
  cushion(sketch, seed, 0, 0.2, 0, 0.36 * how.leafy, 0.24 * how.leafy, Math.max(0.06, 1.7 / detail), 0.9)
  for (let k = 0; k < how.stems; k++) {
    const turn = k * 2.399963 + random(seed, 1)
    const out = Math.sqrt((k + 0.5) / how.stems) * 0.42
    const x = cos(turn) * out
    const depth = sin(turn) * out
    const tall = (0.98 - 0.32 * out) * (0.82 + 0.18 * random(seed, 2, k))
    stroke(sketch, {
      x: x * 0.75,
      y: tall * 0.5,
      depth: depth - 0.05,
      length: tall * 1.02,
      width: 0.014,
      angle: TAU / 4 - x * 0.55,
      normal: [x, 0.3, 0.8],
      open: 0.55,
      hue: 0.1,
      part: PART.leaf,
    })
    const blooms = how.spike ? (detail > 40 ? 7 : 4) : 1
    for (let b = 0; b < blooms; b++) {
      const up = how.spike ? tall * (0.62 + 0.38 * (b / blooms)) : tall
      const size = how.bloom * (how.spike ? 1.1 - 0.5 * (b / blooms) : 0.85 + 0.3 * random(seed, 3, k))
      const petals = how.spike || detail * size < 4 ? 1 : 6
      for (let p = 0; p < petals; p++) {
        const a = (p / petals) * TAU + random(seed, 4, k)
        const off = petals === 1 ? 0 : size * 0.3
        stroke(sketch, {
          x: x * (up / tall) + cos(a) * off + (how.spike ? (b & 1 ? 0.012 : -0.012) : 0),
          y: up + sin(a) * off * 0.8,
          depth: depth + 0.06 + 0.001 * p,
          length: petals === 1 ? size : size * 0.62,
          width: petals === 1 ? size * 0.85 : size * 0.46,
          angle: a,
          normal: [x + cos(a) * 0.5, 0.55 + sin(a) * 0.3, 0.6],
          open: 1,
          hue: (random(seed, 5, k, p) - 0.5) * 0.9,
          part: PART.bloom,
        })
      }
      if (petals > 1)
        stroke(sketch, {
          x,
          y: up,
          depth: depth + 0.08,
          length: size * 0.26,
          width: size * 0.24,
          angle: 0,
          normal: [0, 0.5, 0.8],
          open: 0.7,
          hue: -1,
          part: PART.bloom,
        })
    }
  }
  return sketch
}

/** A rose bush: foliage with blooms all over it. */
export function roseBush(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  cushion(sketch, seed, 0, 0.45, 0, 0.44, 0.44, Math.max(0.06, 1.7 / detail), 1)
  cushion(sketch, seed + 1, -0.22, 0.36, 0.1, 0.3, 0.3, Math.max(0.06, 1.7 / detail), 1)
  cushion(sketch, seed + 2, 0.24, 0.38, 0.08, 0.3, 0.3, Math.max(0.06, 1.7 / detail), 1)
  const count = 22
  for (let k = 0; k < count; k++) {
    const v = 1 - (1.5 * (k + 0.5)) / count
    const turn = k * 2.399963 + random(seed, 11)
    const ring = Math.sqrt(Math.max(0, 1 - v * v))
    const nz = ring * sin(turn)
    if (nz < -0.2) continue
    const x = ring * cos(turn) * 0.5
    const y = 0.46 + v * 0.46
    const size = 0.1 + 0.05 * random(seed, 12, k)
    for (let p = 0; p < 5; p++) {
      const a = (p / 5) * TAU + random(seed, 13, k)
      const off = p === 0 ? 0 : size * 0.24
      stroke(sketch, {
        x: x + cos(a) * off,
        y: y + sin(a) * off * 0.85,
        depth: nz * 0.5 + 0.2 + 0.002 * (5 - p),
        length: size * 0.72,
        width: size * 0.6,
        angle: a,
        normal: [x * 1.5 + cos(a) * 0.4, v * 0.7 + 0.3 + sin(a) * 0.4, 0.7],
        open: p === 0 ? 0.75 : 1,
        hue: p === 0 ? -0.7 : (random(seed, 14, k, p) - 0.4) * 0.8,
        part: PART.bloom,
      })
    }
  }
  return sketch
}

/** A clipped hedge or a box ball: one dense round body. */
export function box(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  cushion(sketch, seed, 0, 0.48, 0, 0.52, 0.5, Math.max(0.045, 1.7 / detail), 1)
  return sketch
}
