import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PlantainError, throwIfCancelled } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import { fromOutput, toFeed } from './feeds.ts'
import { DEVICES, type Device, type Runtime, type Session, type TensorSpec } from './runtime.ts'

type Ort = typeof import('onnxruntime-node')

export interface OnnxNodeOptions {
  readonly threads: number
}

/** ONNX Runtime's Node binding. Runs block the thread that calls them; the engine gives it one of its own. */
export async function onnxNode({ threads }: OnnxNodeOptions): Promise<Runtime> {
  const ort = await loadOrt()
  const devices = listDevices(ort)
  return {
    name: `onnxruntime-node ${ort.env.versions.node ?? ''}`.trim(),
    devices: () => devices,
    async open(file, device, patched) {
      const options: InferenceSession.SessionOptions = {
        ...shared(threads, dirname(file)),
        executionProviders: providers(device, devices),
      }
      try {
        // By path, so that weights beside the graph are found and need not fit one buffer.
        const session = await (patched
          ? ort.InferenceSession.create(patched, options)
          : ort.InferenceSession.create(file, options))
        return onnxSession(ort, session, file)
      } catch (cause) {
        throw openError(file, device, cause)
      }
    },
  }
}

function shared(threads: number, folder: string): InferenceSession.SessionOptions {
  return {
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // The arena keeps what it once took: without it the peak of a large decoder is little more than half, at equal speed.
    enableCpuMemArena: false,
    enableMemPattern: true,
    logSeverityLevel: 4, // errors are thrown, and need not be printed too
    // Waiting threads sleep: a server has other work for the cores.
    extra: {
      session: { intra_op: { allow_spinning: '0' }, model_external_initializers_file_folder_path: folder },
    },
  }
}

/** In the order in which 'auto' tries them. WebGPU is listed without a GPU too, so that it must be asked for by name. */
function providers(device: Device, listed: readonly Device[]): string[] {
  if (device === 'auto')
    return [...(['cuda', 'dml', 'coreml'] as const).filter((name) => listed.includes(name)), 'cpu']
  if (!listed.includes(device))
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `device ${device} is not available on this machine; use one of ${listed.join(', ')}`,
    )
  return device === 'cpu' ? ['cpu'] : [device, 'cpu']
}

/** The binding also lists providers that it was built for but that do not come with it: those need their library. */
function listDevices(ort: Ort): readonly Device[] {
  const main = createRequire(import.meta.url).resolve('onnxruntime-node')
  const libraries = join(dirname(main), '..', 'bin', 'napi-v6', process.platform, process.arch)
  const present = existsSync(libraries) ? readdirSync(libraries) : []
  const usable = ort
    .listSupportedBackends()
    .filter(({ name, bundled }) => bundled || present.some((file) => file.includes(`providers_${name}.`)))
  return DEVICES.filter((device) => device === 'cpu' || usable.some(({ name }) => name === device))
}

/**
 * The binding cannot read the Float16Array of Node 23 and newer: it sees float16 data as empty. Without that global while
 * it looks for it, at its first tensor, float16 data are Uint16Array as before. Source: microsoft/onnxruntime issue 26791.
 */
async function loadOrt(): Promise<Ort> {
  const hidden = Object.getOwnPropertyDescriptor(globalThis, 'Float16Array')
  if (hidden) Reflect.deleteProperty(globalThis, 'Float16Array')
  try {
    const ort = await importOrt()
    new ort.Tensor('float16', new Uint16Array(1), [1])
    return ort
  } finally {
    if (hidden) Object.defineProperty(globalThis, 'Float16Array', hidden)
  }
}

async function importOrt(): Promise<Ort> {
  try {
    return await import('onnxruntime-node')
  } catch (cause) {
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `onnxruntime-node does not load on this machine (${firstLine(cause)}); install the packages again, on Linux, Windows or macOS with Apple silicon`,
      { cause },
    )
  }
}

function onnxSession(ort: Ort, session: InferenceSession, file: string): Session {
  const inputs = specs(session.inputMetadata)
  const outputs = specs(session.outputMetadata)
  return {
    inputs,
    outputs,
    async run(feeds, wanted, signal) {
      throwIfCancelled(signal)
      const raw: Record<string, OrtTensor> = {}
      for (const [name, spec] of inputs) {
        const tensor = feeds[name]
        if (tensor === undefined) throw missingFeed(file, name, feeds)
        const { type, data, shape } = toFeed(spec, tensor, file)
        raw[name] = new ort.Tensor(type as 'float32', data as Float32Array, shape)
      }
      const results = await compute(session, raw, wanted, file)
      const tensors: Record<string, Tensor> = {}
      for (const name of wanted) {
        const result = results[name]!
        tensors[name] = fromOutput(result.type, result.data, result.dims)
      }
      for (const tensor of [...Object.values(raw), ...Object.values(results)]) tensor.dispose()
      return tensors
    },
    [Symbol.asyncDispose]: () => session.release(),
  }
}

async function compute(
  session: InferenceSession,
  feeds: Record<string, OrtTensor>,
  wanted: readonly string[],
  file: string,
): Promise<Record<string, OrtTensor>> {
  try {
    return (await session.run(feeds, [...wanted])) as Record<string, OrtTensor>
  } catch (cause) {
    throw runError(file, cause)
  }
}

function specs(metadata: readonly InferenceSession.ValueMetadata[]): Map<string, TensorSpec> {
  const found = new Map<string, TensorSpec>()
  for (const value of metadata)
    if (value.isTensor) found.set(value.name, { name: value.name, type: value.type, shape: value.shape })
  return found
}

const firstLine = (cause: unknown): string =>
  String(cause instanceof Error ? cause.message : cause).split('\n')[0]!

const outOfMemory = (message: string): boolean => /bad_alloc|allocat|out of memory/i.test(message)

function openError(file: string, device: Device, cause: unknown): PlantainError {
  if (cause instanceof PlantainError) return cause
  const message = firstLine(cause)
  if (outOfMemory(message))
    return new PlantainError(
      'RESOURCE_EXHAUSTED',
      `there is not enough memory to read ${file}; close other programs, or use a smaller model`,
      { cause },
    )
  if (device !== 'cpu' && device !== 'auto')
    return new PlantainError(
      'FAILED_PRECONDITION',
      `device ${device} cannot run ${file} (${message}); use device cpu`,
      { cause },
    )
  return new PlantainError(
    'DATA_LOSS',
    `${file} cannot be read as a network (${message}); download it again, or export it for ONNX Runtime`,
    { cause },
  )
}

function runError(file: string, cause: unknown): PlantainError {
  const message = firstLine(cause)
  if (outOfMemory(message))
    return new PlantainError(
      'RESOURCE_EXHAUSTED',
      `there was not enough memory for a run of ${file}; ask for a smaller picture, or close other programs`,
      { cause },
    )
  return new PlantainError(
    'INVALID_ARGUMENT',
    `${file} cannot compute this request (${message}); try sides that are multiples of 64`,
    { cause },
  )
}

function missingFeed(file: string, name: string, feeds: object): PlantainError {
  return new PlantainError(
    'UNIMPLEMENTED',
    `${file} also wants ${name}, which this kind of model does not have (it gives ${Object.keys(feeds).join(', ')}); use a standard export`,
  )
}
