import type { Camera } from '../camera.ts'
import type { Light } from '../light.ts'
import { clamp, decay, exp, log } from '../math.ts'
import type { Air } from '../sky/model.ts'

/** What distance does to colour: everything fades into the air's own colour at the horizon, low land sooner than peaks. */
export interface Haze {
  /** Share of the colour that is left after `distance` metres, for a place at `height`. */
  left(distance: number, height: number): number
  /** The same for many: `at` brings distance and height in, and the share that is left out at [0]. */
  fade(at: Float64Array): void
  /** [columns, 3]: what it fades into, by pixel column. */
  readonly color: Float32Array
}

/** Metres over which haze thins to a third. */
const SCALE_HEIGHT = 1300

export function hazeFor(light: Light, camera: Camera, air: Air, width: number): Haze {
  const color = new Float32Array(width * 3)
  const high = new Float32Array(3)
  for (let column = 0; column < width; column++) {
    const x = (column + 0.5) / width
    air.color(x, camera.horizon - 0.015, color, column * 3)
    air.color(x, camera.horizon - 0.16, high, 0)
    for (let channel = 0; channel < 3; channel++) {
      const p = column * 3 + channel
      // Between eye and hill there is less air than to the horizon: bluer, and less bright than the sky behind.
      color[p] = Math.min(1.1, (color[p]! * 0.55 + high[channel]! * 0.45) * 0.94)
    }
  }
  const density = -log(1 - clamp(light.hazePerKilometre, 0, 0.985)) / 1000
  const fade = (at: Float64Array): void => {
    // Mean density of an exponential atmosphere between the eye and the place.
    const h = clamp(at[1]! / SCALE_HEIGHT, -0.2, 6)
    const mean = h > 1e-3 ? (1 - decay(h)) / h : h < -1e-3 ? (exp(-h) - 1) / -h : 1
    at[0] = decay(density * at[0]! * mean)
  }
  const one = new Float64Array(2)
  return {
    color,
    fade,
    left(distance, height) {
      one[0] = distance
      one[1] = height
      fade(one)
      return one[0]!
    },
  }
}
