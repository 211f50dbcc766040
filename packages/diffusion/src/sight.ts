import { join } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { RunNetwork } from '@plantain/imaging'
import { onnxNode } from './runtimes/onnx-node.ts'
import type { Session } from './runtimes/runtime.ts'

/** Networks that look at photographs, opened when first used. */
export interface Sight extends AsyncDisposable {
  readonly run: RunNetwork
}

/**
 * The networks in `directory` (models/plantain-sight). They are small: a run takes a tenth of a second on one core and blocks the thread
 * that calls it for as long.
 */
export function openSight(directory: string, threads = 1): Sight {
  const open = new Map<string, Promise<Session>>()
  const session = (network: string): Promise<Session> => {
    const known = open.get(network) ?? openNetwork(join(directory, `${network}.onnx`), threads)
    open.set(network, known)
    return known
  }
  return {
    async run(network, input, signal) {
      const { inputs, outputs, run } = await session(network)
      const [name] = inputs.keys()
      if (name === undefined)
        throw new PlantainError('DATA_LOSS', `${network}.onnx takes no picture; install the model again`)
      return run({ [name]: input }, [...outputs.keys()], signal)
    },
    async [Symbol.asyncDispose]() {
      const sessions = await Promise.allSettled(open.values())
      open.clear()
      for (const one of sessions) if (one.status === 'fulfilled') await one.value[Symbol.asyncDispose]()
    },
  }
}

async function openNetwork(file: string, threads: number): Promise<Session> {
  const runtime = await onnxNode({ threads })
  return runtime.open(file, 'cpu')
}
