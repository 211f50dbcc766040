import { decodeTable, encodeTable, type BendTable } from '../color/encoded.ts'
import { inKernel, type KernelStrip } from './kernel-shade.ts'
import type { Exports } from '../kernels/exports.ts'
import type { Space, Strip } from './operator.ts'

/** Brings the strip from one space into another, in place. */
export function convert(strip: Strip, from: Space, to: Space): void {
  if (from === to) return
  inKernel(strip, (run, at) => {
    if (from === 'encoded') bend(run, at, decodeTable, at.memory.at.decode)
    else if (from === 'oklab') run.oklabToLight(at.one, at.two, at.three, at.count)
    if (to === 'encoded') bend(run, at, encodeTable, at.memory.at.encode)
    else if (to === 'oklab') run.lightToOklab(at.one, at.two, at.three, at.count)
  })
}

function bend(
  run: Exports,
  { one, two, three, count }: KernelStrip,
  { steps, scale, ofRoot, start, slope }: BendTable,
  table: number,
): void {
  for (const plane of [one, two, three])
    run.bend(plane, count, table, steps, scale, ofRoot ? 1 : 0, start, slope)
}
