import { OAK, broadleaf } from '../land/plants/broadleaves.ts'
import { cushion, trunk } from '../land/plants/conifers.ts'
import { PART, newSketch, stroke, type Sketch } from '../land/plants/sketch.ts'
import { atan2, cos, mix, sin } from '../math.ts'
import { random } from '../noise.ts'

const TAU = 6.283185307179586

/** A willow: a round head from which long shoots hang to the ground. */
export function willow(seed: number, detail: number, bare: boolean): Sketch {
  const sketch = newSketch()
  trunk(sketch, seed, 0.5, 0.075, 0.04, 7)
  const fine = Math.min(1, detail / 300)
  const shoots = Math.round(mix(46, 170, fine))
  const leaves = bare ? 5 : Math.round(mix(7, 19, fine))
  for (let i = 0; i < shoots; i++) {
    const turn = i * 2.399963
    const ring = Math.sqrt((i + 0.5) / shoots)
    const x0 = cos(turn) * ring * 0.34
    const z0 = sin(turn) * ring * 0.34
    const top = mix(0.97, 0.66, ring * ring) + (random(seed, 2, i) - 0.5) * 0.06
    const end = mix(0.5, 0.1, ring) + random(seed, 3, i) * 0.24
    const out = 0.1 * ring + 0.05 * random(seed, 4, i)
    for (let k = 0; k < leaves; k++) {
      const t = (k + random(seed, 5, i, k)) / leaves
      const x = x0 + cos(turn) * out * Math.sqrt(t) + (random(seed, 6, i, k) - 0.5) * 0.02
      const y = mix(top, end, t * (0.35 + 0.65 * t))
      stroke(sketch, {
        x,
        y,
        depth: z0 + sin(turn) * out,
        length: bare ? (top - end) / leaves : 0.05 + 0.025 * random(seed, 7, i, k),
        width: bare ? 0.004 : 0.012,
        angle: -TAU / 4 + cos(turn) * 0.35 * (1 - t) + (random(seed, 8, i, k) - 0.5) * 0.5,
        normal: [cos(turn) * 0.6, 0.75 * (1 - t) + 0.1, 0.5 + 0.5 * sin(turn)],
        open: mix(0.45, 1, ring) * mix(1, 0.6, t),
        hue: (random(seed, 9, i, k) - 0.42) * 1.2,
        part: bare ? PART.bark : PART.leaf,
        pointed: 1,
      })
    }
  }
  if (!bare) cushion(sketch, seed + 3, 0, 0.78, 0, 0.3, 0.19, Math.max(0.02, 1.7 / detail), 0.8)
  return sketch
}

/** An acacia of the savanna: a forked stem and flat tiers of leaves. */
export function acacia(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  trunk(sketch, seed, 0.42, 0.05, 0.05, 6)
  const leaf = Math.max(0.016, 1.7 / detail)
  for (let i = 0; i < 9; i++) {
    const side = (i / 8 - 0.5) * 2
    const x = side * 0.52 + (random(seed, 2, i) - 0.5) * 0.08
    const y = 0.86 - 0.1 * side * side + (random(seed, 3, i) - 0.5) * 0.07
    const z = (random(seed, 4, i) - 0.5) * 0.5
    limb(sketch, seed + i, 0.03, 0.4, x * 0.9, y - 0.05, z, 0.022)
    cushion(sketch, seed + i * 31, x, y, z, 0.2 + 0.06 * random(seed, 5, i), 0.06, leaf, 1)
  }
  return sketch
}

function limb(
  sketch: Sketch,
  seed: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  z: number,
  width: number,
): void {
  let [px, py] = [x0, y0]
  for (let k = 1; k <= 5; k++) {
    const t = k / 5
    const x = mix(x0, x1, t * 0.6 + t * t * 0.4) + (random(seed, 41, k) - 0.5) * 0.02
    const y = mix(y0, y1, t * 1.4 - t * t * 0.4)
    const [dx, dy] = [x - px, y - py]
    stroke(sketch, {
      x: (px + x) / 2,
      y: (py + y) / 2,
      depth: z * t - 0.03,
      length: Math.sqrt(dx * dx + dy * dy) * 1.25 + 0.004,
      width: width * mix(1, 0.4, t),
      angle: atan2(dy, dx),
      normal: [0, 0.3, 1],
      open: 0.55,
      hue: (random(seed, 42, k) - 0.5) * 0.6,
      part: PART.bark,
    })
    px = x
    py = y
  }
}

/** Canes of bamboo with their joints, and leaves in sprays. */
export function bamboo(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  for (let i = 0; i < 9; i++) {
    const x = (i / 8 - 0.5) * 0.34 + (random(seed, 1, i) - 0.5) * 0.05
    const tall = 0.72 + 0.28 * random(seed, 2, i)
    const lean = (random(seed, 3, i) - 0.5) * 0.16
    const depth = random(seed, 4, i) - 0.5
    for (let k = 0; k < 11; k++) {
      const t = (k + 0.5) / 11
      stroke(sketch, {
        x: x + lean * t * t,
        y: tall * t,
        depth,
        length: (tall / 11) * 1.06,
        width: 0.02 * (1 - 0.5 * t),
        angle: TAU / 4 - lean * t * 1.6,
        normal: [0.2, 0.1, 1],
        open: 0.5 + 0.4 * t,
        hue: k % 2 === 0 ? 0.25 : -0.05,
        part: PART.bark,
      })
      if (k < 3) continue
      const leaves = detail > 160 ? 7 : 3
      for (let n = 0; n < leaves; n++) {
        const angle = (random(seed, 6, i * 16 + k, n) - 0.5) * 3.4 - (TAU / 4) * 0.2
        const far = 0.03 + 0.07 * random(seed, 7, i * 16 + k, n)
        const dir = random(seed, 8, i * 16 + k, n) < 0.5 ? -1 : 1
        stroke(sketch, {
          x: x + lean * t * t + dir * far * cos(angle * 0.4),
          y: tall * t + far * (0.3 - random(seed, 9, i * 16 + k, n)),
          depth: depth + 0.1 * (random(seed, 10, i, n) - 0.3),
          length: 0.085 + 0.04 * random(seed, 11, i * 16 + k, n),
          width: 0.013,
          angle: dir > 0 ? -0.6 + 0.5 * angle * 0.3 : TAU / 2 + 0.6 - 0.5 * angle * 0.3,
          normal: [dir * 0.3, 0.7, 0.6],
          open: 0.6 + 0.4 * t,
          hue: (random(seed, 12, i * 16 + k, n) - 0.4) * 1.1,
          part: PART.leaf,
          pointed: 1,
        })
      }
    }
  }
  return sketch
}

/** A fruit tree: a low round crown with fruit in it. */
export function fruits(seed: number, detail: number, bare: boolean): Sketch {
  const sketch = broadleaf(seed, detail, { ...OAK, wide: 0.4, from: 0.24, puffs: 13, stem: 0.06 }, bare)
  if (bare) return sketch
  for (let i = 0; i < 46; i++) {
    const turn = i * 2.399963 + random(seed, 61)
    const v = 1 - (2 * (i + 0.5)) / 46
    const ring = Math.sqrt(1 - v * v)
    const z = ring * sin(turn)
    if (z < -0.1) continue
    const x = ring * cos(turn) * 0.4
    const y = 0.61 + v * 0.33
    // One round fruit: a dark body, its lit side, and a small light.
    for (const [dx, dy, size, hue] of [
      [0, 0, 0.036, -0.5],
      [-0.004, 0.005, 0.027, 0.1],
      [-0.008, 0.009, 0.011, 1],
    ] as const)
      stroke(sketch, {
        x: x + dx,
        y: y + dy,
        depth: 0.5 + 0.4 * z + size * -0.1 + (hue > 0 ? 0.02 : 0),
        length: size,
        width: size,
        angle: 0,
        normal: [dx * 60, 0.3 + dy * 60, 0.8],
        open: 0.75 + 0.25 * z,
        hue,
        part: PART.bloom,
      })
  }
  return sketch
}

/** A tuft of grass. */
export function tuft(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const count = Math.round(mix(26, 110, Math.min(1, detail / 200)))
  for (let i = 0; i < count; i++) {
    const x = (random(seed, 1, i) - 0.5) * 0.7
    const tall = (0.45 + 0.55 * random(seed, 2, i)) * (1 - 0.7 * x * x)
    const lean = x * 0.9 + (random(seed, 3, i) - 0.5) * 0.5
    const depth = random(seed, 4, i) - 0.5
    for (let k = 0; k < 5; k++) {
      const t = (k + 0.5) / 5
      stroke(sketch, {
        x: x + lean * t * t * 0.7,
        y: tall * (t - 0.12 * t * t * Math.abs(lean)),
        depth,
        length: (tall / 5) * 1.5,
        width: 0.026 * (1.05 - t),
        angle: TAU / 4 - lean * t * 1.5,
        normal: [lean, 0.4, 0.8],
        open: 0.3 + 0.7 * t,
        hue: (random(seed, 5, i) - 0.45) * 1.2 + 0.3 * t,
        part: PART.leaf,
        pointed: k === 4 ? 1 : 0,
      })
    }
  }
  return sketch
}
