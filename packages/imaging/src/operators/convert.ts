import { decode, encode } from '../color/encoded.ts'
import { BAND_NUMBERS, withKernels } from '../kernels/kernels.ts'
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

/** As `linearToOklab` and `oklabToLinear`, over a strip. */
const lightToOklab = (strip: Strip): void => inKernel(strip, 'lightToOklab')
const oklabToLight = (strip: Strip): void => inKernel(strip, 'oklabToLight')

function inKernel({ one, two, three }: Strip, name: 'lightToOklab' | 'oklabToLight'): void {
  const most = Math.min(one.length, BAND_NUMBERS)
  withKernels([most, most, most], ({ run, at, floats }) => {
    const planes = [one, two, three]
    for (let first = 0; first < one.length; first += most) {
      const end = Math.min(one.length, first + most)
      for (const [n, plane] of planes.entries()) floats[n]!.set(plane.subarray(first, end))
      run[name](at[0]!, at[1]!, at[2]!, end - first)
      for (const [n, plane] of planes.entries()) plane.set(floats[n]!.subarray(0, end - first), first)
    }
  })
}
