import type { Tensor } from '@plantain/core'

/** Where a network computes. 'auto' is the fastest that the machine lists, and the CPU when it lists none. */
export const DEVICES = ['auto', 'cpu', 'cuda', 'dml', 'coreml', 'webgpu'] as const
export type Device = (typeof DEVICES)[number]

/** One input or output as the network itself declares it: numbers are fixed axes, strings are free ones. */
export interface TensorSpec {
  readonly name: string
  readonly type: string
  readonly shape: readonly (number | string)[]
}

export type Feeds = Readonly<Record<string, Tensor>>

/** A network in memory. */
export interface Session extends AsyncDisposable {
  readonly inputs: ReadonlyMap<string, TensorSpec>
  readonly outputs: ReadonlyMap<string, TensorSpec>
  /**
   * feeds:   float32; turned into the dtype, rank and fixed axes that the network declares. Names it does not have are
   *          left out, so that one family serves its exports.
   * wanted:  names of outputs; the others are not computed back into JavaScript
   * signal:  looked at before the run; a run itself cannot be stopped
   */
  run(feeds: Feeds, wanted: readonly string[], signal: AbortSignal): Promise<Record<string, Tensor>>
}

export interface Runtime {
  readonly name: string
  /** Devices that this machine lists, 'cpu' always. */
  devices(): readonly Device[]
  /** patched: the graph in place of the one in `file`, beside which its other weights still lie. */
  open(file: string, device: Device, patched?: Uint8Array): Promise<Session>
}
