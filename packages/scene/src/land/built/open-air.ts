import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import type { Stage } from '../../frame.ts'
import { log } from '../../math.ts'
import { scaleRgb } from '../../sky/color.ts'
import { airFor } from '../../sky/model.ts'
import { hazeFor } from '../haze.ts'
import { type Beam, illuminate, type Illumination } from './illumination.ts'
import type { Ray } from './ray.ts'
import type { Hit, Solid } from './solid.ts'
import type { Setting } from './tracer.ts'

/** What the sky gives to a street: its light, its haze, and what glass and wet roads mirror of it. */
export function openAir(
  stage: Stage,
  scene: Scene,
  solids: readonly Solid[],
  more: {
    open(hit: Hit): number
    readonly casters: readonly Solid[]
    readonly beams: readonly Beam[]
    readonly mirrored: readonly Solid[]
  },
): Setting {
  const { light, camera } = stage
  const air = airFor(scene.world, camera)
  const haze = hazeFor(light, camera, air, 3)
  const seen = new Float64Array(3)
  const sky = (ray: Ray, out: Float64Array): void => skyAlong(air, camera, ray, out)
  sky({ ox: 0, oy: 0, oz: 0, dx: 0, dy: 0.4, dz: -1 }, seen)
  const hard = light.softness < 0.8
  const world: Illumination = {
    above: scaleRgb(light.sky, 1.15),
    below: scaleRgb(light.ground, 1),
    beams: more.beams,
    sun: {
      // The light's z looks to the viewer, the world's z away from him.
      towards: [light.direction[0], light.direction[1], -light.direction[2]],
      color: light.color,
      soft: 0.01 + 0.12 * light.softness,
      gate: () => (hard ? 1 : 0.55),
    },
    casters: hard ? more.casters : [],
    contact: [],
    open: more.open,
    room: null,
    mirrored: more.mirrored,
    behind: sky,
    haze: {
      color: [haze.color[3]!, haze.color[4]!, haze.color[5]!],
      perMetre: Math.min(0.08, -log(1 - Math.min(0.985, light.hazePerKilometre)) / 1000),
    },
  }
  return { camera, solids, light: illuminate(world), behind: null }
}

/** The clear sky in the direction of a ray that may look anywhere: as far up and aside as it would be in the frame. */
export function skyAlong(air: ReturnType<typeof airFor>, camera: Camera, ray: Ray, out: Float64Array): void {
  const level = Math.sqrt(ray.dx * ray.dx + ray.dz * ray.dz) + 1e-6
  const rise = ray.dy > 0 ? ray.dy / level : 0
  const y = camera.horizon - Math.min(1.2, rise) / camera.spread
  const x = 0.5 + ray.dx / level / (camera.spread * camera.aspect)
  air.color(x, y, out, 0)
}
