/** What each target pixel of one axis takes from which source pixels. */
export interface Weights {
  /** First source pixel of target pixel i. */
  readonly starts: Int32Array
  /** Number of source pixels that every target pixel reads; unused ones weigh nothing. */
  readonly taps: number
  /** [target, taps], each row adds up to 1. Float32, so that a sine's last bit does not reach the pixels. */
  readonly values: Float32Array
}

/** One axis of a resampling filter: source and target length in pixels → weights. */
export type Filter = (source: number, target: number) => Weights

/**
 * Weights of a kernel that is stretched when the picture shrinks, so that detail too fine for the target is averaged
 * and does not alias.
 *
 * support: half width of the kernel in pixels
 * weight:  at a distance in pixels from the centre
 */
export function kernelWeights(
  source: number,
  target: number,
  support: number,
  weight: (distance: number) => number,
): Weights {
  const scale = source / target
  const stretch = Math.max(1, scale)
  const taps = Math.min(source, Math.ceil(support * stretch) * 2 + 1)
  const starts = new Int32Array(target)
  const values = new Float32Array(target * taps)
  for (let i = 0; i < target; i++) {
    const centre = (i + 0.5) * scale - 0.5
    const start = Math.min(Math.max(0, Math.ceil(centre - support * stretch)), source - taps)
    starts[i] = start
    const row = Float64Array.from({ length: taps }, (_, k) => weight((start + k - centre) / stretch))
    const sum = row.reduce((total, value) => total + value, 0)
    for (let k = 0; k < taps; k++) values[i * taps + k] = row[k]! / sum
  }
  return { starts, taps, values }
}
