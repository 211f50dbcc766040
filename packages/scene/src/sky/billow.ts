import { hash } from '../noise.ts'

/**
 * Billows in space, on a cube of 32 that repeats: rounded heads with creases between them, as heaped clouds have.
 * Values 0 (crease) to 1 (head).
 */
const SIDE = 32
const MASK = SIDE - 1

function makeBillow(): Float32Array {
  const cube = new Float32Array(SIDE * SIDE * SIDE)
  let strength = 1
  let total = 0
  for (let octave = 0, cells = 3; octave < 3; octave++, cells *= 2) {
    addOctave(cube, cells, octave, strength)
    total += strength
    strength *= 0.5
  }
  for (let p = 0; p < cube.length; p++) cube[p] = cube[p]! / total
  return cube
}

/** One octave of rounded heads: 1 - (distance to the nearest of scattered points), squared. Source: Worley 1996. */
function addOctave(cube: Float32Array, cells: number, octave: number, strength: number): void {
  const points = new Float32Array(cells * cells * cells * 3)
  for (let i = 0; i < points.length; i++) points[i] = hash(900 + octave, i) / 4294967296
  const size = SIDE / cells // cells need not divide the cube: it repeats all the same
  for (let z = 0, p = 0; z < SIDE; z++)
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++, p++) {
        const [fx, fy, fz] = [(x + 0.5) / size, (y + 0.5) / size, (z + 0.5) / size]
        const ix = fx | 0
        const iy = fy | 0
        const iz = fz | 0
        let best = 4
        for (let k = -1; k <= 1; k++)
          for (let j = -1; j <= 1; j++)
            for (let i = -1; i <= 1; i++) {
              const cx = (ix + i + cells) % cells
              const cy = (iy + j + cells) % cells
              const cz = (iz + k + cells) % cells
              const q = ((cz * cells + cy) * cells + cx) * 3
              const dx = ix + i + points[q]! - fx
              const dy = iy + j + points[q + 1]! - fy
              const dz = iz + k + points[q + 2]! - fz
              const d = dx * dx + dy * dy + dz * dz
              if (d < best) best = d
            }
        cube[p] = cube[p]! + strength * (best < 1 ? 1 - best : 0)
      }
}

let made: Float32Array | null = null

/** A look-up into the cube at [x, y, z], in cubes, its value into at[0]; made at the first call (some 20 milliseconds) and the same for ever. */
export function billows(): (at: Float64Array) => void {
  made ??= makeBillow()
  const cube = made
  return (at) => {
    const x = at[0]! * SIDE
    const y = at[1]! * SIDE
    const z = at[2]! * SIDE
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const iz = Math.floor(z)
    const fx = x - ix
    const fy = y - iy
    const fz = z - iz
    const x0 = ix & MASK
    const x1 = (ix + 1) & MASK
    const y0 = (iy & MASK) * SIDE
    const y1 = ((iy + 1) & MASK) * SIDE
    const z0 = (iz & MASK) * SIDE * SIDE
    const z1 = ((iz + 1) & MASK) * SIDE * SIDE
    const a = cube[z0 + y0 + x0]! + (cube[z0 + y0 + x1]! - cube[z0 + y0 + x0]!) * fx
    const b = cube[z0 + y1 + x0]! + (cube[z0 + y1 + x1]! - cube[z0 + y1 + x0]!) * fx
    const c = cube[z1 + y0 + x0]! + (cube[z1 + y0 + x1]! - cube[z1 + y0 + x0]!) * fx
    const d = cube[z1 + y1 + x0]! + (cube[z1 + y1 + x1]! - cube[z1 + y1 + x0]!) * fx
    const near = a + (b - a) * fy
    at[0] = near + (c + (d - c) * fy - near) * fz
  }
}
