import type { Frame } from '../../frame.ts'

/** One blade of grass, reed or straw, in pixels. */
export interface Blade {
  x: number
  y: number
  /** Pixels from foot to tip, and sideways. */
  rise: number
  bend: number
  width: number
  z: number
  /** Light that it sends out at the foot and at the tip, already lit and hazed. */
  footR: number
  footG: number
  footB: number
  tipR: number
  tipG: number
  tipB: number
}

/** Paints a blade row by row: it curves more towards the tip, and narrows. */
export function paintBlade(frame: Frame, blade: Blade, label: number): void {
  const { width, height, color, depth } = frame
  const { rise, bend, z } = blade
  const last = Math.min(height - 1, Math.floor(blade.y))
  const first = Math.max(0, Math.floor(blade.y - rise))
  const inverse = 1 / Math.max(0.5, rise)
  for (let row = last; row >= first; row--) {
    let t = (blade.y - row - 0.5) * inverse
    t = t < 0 ? 0 : t > 1 ? 1 : t
    const centre = blade.x + bend * t * t
    // Where the blade leans far, a row cuts it aslant and sees more of it.
    const slant = 1 + Math.abs(2 * bend * t * inverse) * 0.6
    const half = blade.width * 0.5 * (1 - t * t * 0.92) * slant
    const strength = half < 0.5 ? half * 2 : 1
    const reach = half < 0.5 ? 0.5 : half
    const from = Math.max(0, Math.floor(centre - reach - 0.5))
    const to = Math.min(width - 1, Math.ceil(centre + reach - 0.5))
    const r = blade.footR + (blade.tipR - blade.footR) * t
    const g = blade.footG + (blade.tipG - blade.footG) * t
    const b = blade.footB + (blade.tipB - blade.footB) * t
    for (let column = from; column <= to; column++) {
      const p = row * width + column
      if (depth[p]! < z) continue
      const d = column + 0.5 - centre
      let cover = (d < 0 ? reach + d : reach - d) + 0.5
      if (cover <= 0) continue
      cover = (cover > 1 ? 1 : cover) * strength
      const q = p * 3
      // A blade is folded along its middle: one half catches more light.
      const fold = d < 0 ? 1.07 : 0.93
      color[q] = color[q]! + (r * fold - color[q]!) * cover
      color[q + 1] = color[q + 1]! + (g * fold - color[q + 1]!) * cover
      color[q + 2] = color[q + 2]! + (b * fold - color[q + 2]!) * cover
      if (cover > 0.5) {
        depth[p] = z
        frame.label[p] = label
      }
    }
  }
}

/** Paints a soft-edged ellipse: a petal, a pebble, a leaf on the ground. Angle by its cosine and sine. */
export function paintDab(
  frame: Frame,
  cx: number,
  cy: number,
  a: number,
  b: number,
  c: number,
  s: number,
  z: number,
  r: number,
  g: number,
  bl: number,
  label: number,
): void {
  const { width, height, color, depth } = frame
  const la = a < 0.6 ? 0.6 : a
  const lb = b < 0.6 ? 0.6 : b
  const strength = Math.min(1, (a * b + 0.02) / (la * lb))
  const reachX = Math.abs(c) * la + Math.abs(s) * lb + 1
  const reachY = Math.abs(s) * la + Math.abs(c) * lb + 1
  const x0 = Math.max(0, Math.floor(cx - reachX))
  const x1 = Math.min(width - 1, Math.ceil(cx + reachX))
  const y0 = Math.max(0, Math.floor(cy - reachY))
  const y1 = Math.min(height - 1, Math.ceil(cy + reachY))
  for (let y = y0; y <= y1; y++) {
    const dy = y + 0.5 - cy
    for (let x = x0; x <= x1; x++) {
      const p = y * width + x
      if (depth[p]! < z) continue
      const dx = x + 0.5 - cx
      const u = (dx * c + dy * s) / la
      const v = (dy * c - dx * s) / lb
      const d = Math.sqrt(u * u + v * v)
      let cover = (1 - d) * lb + 0.5
      if (cover <= 0) continue
      cover = (cover > 1 ? 1 : cover) * strength
      const q = p * 3
      color[q] = color[q]! + (r - color[q]!) * cover
      color[q + 1] = color[q + 1]! + (g - color[q + 1]!) * cover
      color[q + 2] = color[q + 2]! + (bl - color[q + 2]!) * cover
      if (cover > 0.5) {
        depth[p] = z
        frame.label[p] = label
      }
    }
  }
}
