import type { Light } from '../light.ts'
import type { Place } from './surface.ts'

/** Light on a place, written to out[at ..]: sun, sky and ground on its slope, a sheen, and what shines through it. */
export function shade(place: Place, light: Light, eye: number, out: Float32Array, at: number): void {
  const sx = place.slopeX
  const sz = place.slopeZ
  const norm = 1 / Math.sqrt(1 + sx * sx + sz * sz)
  const nx = -sx * norm
  const ny = norm
  const nz = sz * norm // towards the viewer
  const direction = light.direction
  const lx = direction[0]
  const ly = direction[1]
  const lz = direction[2]
  const facing = nx * lx + ny * ly + nz * lz
  // A soft terminator under a soft light; a wrapped one where light passes through.
  const wrap = 0.06 + 0.3 * light.softness + place.through * 0.4
  const direct = facing > -wrap ? (facing + wrap) / (1 + wrap) : 0
  const sun = direct * place.lit
  const up = 0.5 + 0.5 * ny
  const sky = place.open * (0.35 + 0.65 * up)
  const back = (1 - up) * 0.7 + 0.12
  let gloss = 0
  if (place.gloss > 0) {
    const vx = -place.x
    const vy = eye - place.y
    const vz = place.z
    const far = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz)
    const hx = vx * far + lx
    const hy = vy * far + ly
    const hz = vz * far + lz
    const hn = 1 / Math.sqrt(hx * hx + hy * hy + hz * hz)
    let s = Math.max(0, (nx * hx + ny * hy + nz * hz) * hn)
    s *= s
    s *= s
    s *= s
    s *= s
    gloss = s * s * place.gloss * place.lit
  }
  const { color, ground } = light
  const air = light.sky
  out[at] = place.red * (sun * color[0] + sky * air[0] + back * ground[0]) + gloss * color[0] + place.glowRed
  out[at + 1] =
    place.green * (sun * color[1] + sky * air[1] + back * ground[1]) + gloss * color[1] + place.glowGreen
  out[at + 2] =
    place.blue * (sun * color[2] + sky * air[2] + back * ground[2]) + gloss * color[2] + place.glowBlue
}
