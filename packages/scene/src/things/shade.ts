import type { Light } from '../light.ts'
import { clamp01, exp, log, pow, smoothstep } from '../math.ts'
import { slopeAt, type Form } from './form.ts'
import type { Sprite } from './sprite.ts'

/** How a thing takes light. */
export interface Skin {
  /** Share of light that goes on around the edge of a form: fur and cloth much, stone little. */
  readonly wrap: number
  /** Strength and sharpness of the sheen. */
  readonly gloss: number
  readonly sharp: number
  /** Light that comes out of it, times its own colour. */
  readonly glow: number
  /** How far its rounding reaches in from the outline: see `formOf`. */
  readonly round: number
  /** Share of its look that mirrors sky and ground: polished metal, glass. */
  readonly mirror?: number
}

/** A lit sprite: the light that it sends out, [height, width, 3]. */
export function shade(sprite: Sprite, form: Form, light: Light, skin: Skin, standing: boolean): Float32Array {
  const { width, height, alpha, color, shine } = sprite
  const out = new Float32Array(color.length)
  const [lx, ly, lz] = light.direction
  // A stage hand's mirror: some of the key light comes round to the front, as no painter leaves his subject in the dark.
  const [kx, ky, kz] = unit(lx, ly, lz + 0.55)
  const wrap = skin.wrap + 0.3 * light.softness
  const rimSide = clamp01(0.75 - lz)
  const slope = new Float32Array(2)
  const [hx, hy, hz] = unit(kx, ky, kz + 1)
  const lamp = light.night
  const mirror = skin.mirror ?? 0
  // The eye opens wider at night: a subject that cannot be seen is no subject.
  const fill = 1 + 0.75 * light.night
  for (let y = 0; y < height; y++) {
    const low = standing ? 1 - 0.3 * exp(-((height - y) / height) * 9) : 1
    for (let x = 0; x < width; x++) {
      const p = y * width + x
      if (alpha[p] === 0) continue
      slopeAt(form, x, y, slope)
      const sx = -slope[0]!
      const sy = slope[1]!
      const length = 1 / Math.sqrt(1 + sx * sx + sy * sy)
      const nx = sx * length
      const ny = sy * length
      const nz = length
      const facing = nx * kx + ny * ky + nz * kz
      const key = facing > -wrap ? (facing + wrap) / (1 + wrap) : 0
      const up = 0.5 + 0.5 * ny
      const edge = 1 - nz
      // Against the light the outline catches it.
      const aside = nx * lx + ny * ly
      const rim = aside > 0 ? rimSide * edge * edge * aside * 1.5 : 0
      let sheen = 0
      if (skin.gloss > 0) {
        const half = nx * hx + ny * hy + nz * hz
        if (half > 0) sheen = skin.gloss * pow(half, skin.sharp)
      }
      const lit = shine === null ? 0 : shine[p]! * lamp
      // The mirrored ray: y above 0 sees the sky, a bright band lies at the horizon.
      const bounced = 2 * nz * ny
      const seen = mirror === 0 ? 0 : smoothstep(-0.25, 0.2, bounced)
      const band = mirror === 0 ? 0 : 0.5 * exp(-(bounced - 0.22) * (bounced - 0.22) * 40)
      for (let channel = 0; channel < 3; channel++) {
        const i = 3 * p + channel
        const own = color[i]!
        const sun = light.color[channel]!
        const ambient =
          fill * (light.sky[channel]! * (0.34 + 0.66 * up) + light.ground[channel]! * (1 - up) * 0.75)
        const received = (sun * key * 0.92 + ambient) * low
        const day =
          own * received + (own * 0.6 + 0.15) * rim * sun + sheen * (sun * 0.8 + 0.2 * light.sky[channel]!)
        const plain = day + own * (skin.glow + lit * LAMP[channel]!)
        out[i] =
          mirror === 0
            ? plain
            : plain +
              (own * (seen * light.sky[channel]! * 2.4 + (1 - seen) * light.ground[channel]! * 0.9) +
                band * sun -
                plain) *
                mirror
      }
    }
  }
  return out
}

/** Lamplight, linear. */
export const LAMP: readonly [number, number, number] = [2.6, 1.55, 0.62]

function unit(x: number, y: number, z: number): [number, number, number] {
  const scale = 1 / Math.sqrt(x * x + y * y + z * z)
  return [x * scale, y * scale, z * scale]
}

/** Share of a colour that the air leaves over a distance in metres. */
export function clearness(light: Light, metres: number): number {
  const density = -log(1 - Math.min(0.985, Math.max(0, light.hazePerKilometre))) / 1000
  return exp(-density * Math.min(metres, 1e5))
}
