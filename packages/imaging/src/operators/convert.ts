import { cubeRoot } from '../color/cube-root.ts'
import { decode, encode } from '../color/encoded.ts'
import type { Space, Strip } from './operator.ts'

/** Brings the strip from one space into another, in place. */
export function convert(strip: Strip, from: Space, to: Space): void {
  if (from === to) return
  if (from === 'encoded') each(strip, decode)
  else if (from === 'oklab') oklabToLight(strip)
  if (to === 'encoded') each(strip, encode)
  else if (to === 'oklab') lightToOklab(strip)
}

function each({ one, two, three }: Strip, curve: (value: number) => number): void {
  for (const values of [one, two, three])
    for (let i = 0; i < values.length; i++) values[i] = curve(values[i]!)
}

/** As `linearToOklab`, over a strip and with the exact cube root. Source: B. Ottosson, 2020. */
function lightToOklab({ one, two, three }: Strip): void {
  for (let i = 0; i < one.length; i++) {
    const red = one[i]!
    const green = two[i]!
    const blue = three[i]!
    const l = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    const m = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    const s = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    one[i] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
    two[i] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
    three[i] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  }
}

function oklabToLight({ one, two, three }: Strip): void {
  for (let i = 0; i < one.length; i++) {
    const lightness = one[i]!
    const a = two[i]!
    const b = three[i]!
    const l0 = lightness + 0.3963377774 * a + 0.2158037573 * b
    const m0 = lightness - 0.1055613458 * a - 0.0638541728 * b
    const s0 = lightness - 0.0894841775 * a - 1.291485548 * b
    const l = l0 * l0 * l0
    const m = m0 * m0 * m0
    const s = s0 * s0 * s0
    one[i] = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
    two[i] = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
    three[i] = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  }
}
