import type { Bitmap } from '@plantain/core'

/**
 * 8-bit RGBA of [H, W, 3] display colour. With `dither`, each value moves by less than half a step before rounding, by place
 * (interleaved gradient noise, J. Jimenez, "Next Generation Post Processing in Call of Duty"), so that long gradients do not
 * band; a colour that is exactly a byte stays that byte.
 */
export function toBitmap(color: Float32Array, width: number, height: number, dither: boolean): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  const half = 0.5 - 1 / 1024 // below one half, for the promise about exact bytes
  for (let y = 0, i = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3, o += 4) {
      for (let channel = 0; channel < 3; channel++) {
        let offset = 0
        if (dither) {
          // Channels at shifted places: the grain is coloured and half as visible.
          const phase = 0.06711056 * (x + 47 * channel) + 0.00583715 * (y + 17 * channel)
          const noise = 52.9829189 * (phase - Math.floor(phase))
          offset = (2 * (noise - Math.floor(noise)) - 1) * half
        }
        data[o + channel] = Math.floor(color[i + channel]! * 255 + 0.5 + offset)
      }
      data[o + 3] = 255
    }
  return { width, height, data }
}
