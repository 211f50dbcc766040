import { PlantainError } from '@plantain/core'
import type { ModelManifest, Part } from './manifest.ts'
import type { Adapter } from './model.ts'
import type { Parts } from './parts.ts'
import type { Device, Runtime, Session } from './runtimes/runtime.ts'
import type { Item, Shelf } from './runtimes/shelf.ts'

/** The graph of a part with adapters merged into it; null leaves the part as it is. */
export type Merge = (part: Part, adapters: readonly Adapter[]) => Uint8Array | null

export interface PartsOptions {
  readonly runtime: Runtime
  readonly device: Device
  readonly shelf: Shelf
  readonly merge: Merge
}

/** The parts of a manifest, on the shelf that all models share. */
export function openParts(manifest: ModelManifest, options: PartsOptions): Parts {
  const known = new Map<string, Parts>()
  const withAdapters = (adapters: readonly Adapter[]): Parts => {
    const key = adapters.map(({ file, weight }) => `+${weight}*${file}`).join('')
    const parts = known.get(key) ?? partsWith(manifest, options, { adapters, key, withAdapters })
    known.set(key, parts)
    return parts
  }
  return withAdapters([])
}

interface Variant {
  readonly adapters: readonly Adapter[]
  /** Tells its networks from those of other adapters. */
  readonly key: string
  withAdapters(adapters: readonly Adapter[]): Parts
}

function partsWith(manifest: ModelManifest, options: PartsOptions, variant: Variant): Parts {
  const { runtime, device, shelf, merge } = options
  const { adapters, key, withAdapters } = variant
  const find = (name: string): Part =>
    manifest.parts.find((part) => part.name === name) ?? absent(name, manifest.directory)
  const itemOf = ({ file, bytes, modified }: Part): Item => ({
    key: `${file}@${modified}${key}`,
    file,
    bytes,
  })
  const open = async (part: Part): Promise<Session> => {
    const patched = adapters.length > 0 ? merge(part, adapters) : null
    return await runtime.open(part.file, deviceOf(part, device), patched ?? undefined)
  }
  return {
    memoryBytes: shelf.memoryBytes,
    has: (name) => manifest.parts.some((part) => part.name === name),
    async *load(names, signal) {
      for (const part of manifest.parts) shelf.refuseTooLarge(part)
      for (const part of names.map(find)) {
        if (shelf.has(itemOf(part).key) || signal.aborted) continue
        const start = performance.now()
        yield { type: 'load-start', part: part.name, bytes: part.bytes }
        await shelf.use(
          itemOf(part),
          () => open(part),
          async () => {},
        )
        yield { type: 'load-end', part: part.name, milliseconds: performance.now() - start }
      }
    },
    run(name, feeds, wanted, signal) {
      const part = find(name)
      const run = (session: Session): ReturnType<Session['run']> => session.run(feeds, wanted, signal)
      return shelf.use(itemOf(part), () => open(part), run)
    },
    adapted: withAdapters,
  }
}

/** Of a text encoder WebGPU lacks operators, and it runs once in a picture: copies would cost more than they save. */
function deviceOf({ name }: Part, device: Device): Device {
  return device === 'webgpu' && name.startsWith('text_encoder') ? 'cpu' : device
}

function absent(name: string, directory: string): never {
  throw new PlantainError(
    'NOT_FOUND',
    `the model ${directory} has no ${name}; export it again with that part`,
  )
}
