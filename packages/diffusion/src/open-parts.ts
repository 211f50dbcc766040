import { PlantainError } from '@plantain/core'
import type { ModelManifest, Part } from './manifest.ts'
import type { Adapter } from './model.ts'
import type { Parts } from './parts.ts'
import type { Device, Patches, Runtime, Session } from './runtimes/runtime.ts'
import type { Shelf } from './runtimes/shelf.ts'

/** What a merge of adapters gives for one part; null leaves the part as it is. */
export type Merge = (part: Part, adapters: readonly Adapter[]) => Patches | null

export interface PartsOptions {
  readonly runtime: Runtime
  readonly device: Device
  readonly shelf: Shelf
  readonly merge: Merge
}

/** The parts of a manifest, on the shelf that all models share. */
export function openParts(
  manifest: ModelManifest,
  options: PartsOptions,
  adapters: readonly Adapter[] = [],
): Parts {
  const { runtime, device, shelf, merge } = options
  const suffix = adapters.map(({ file, weight }) => `+${weight}*${file}`).join('')
  const find = (name: string): Part =>
    manifest.parts.find((part) => part.name === name) ?? absent(name, manifest.directory)
  const open = async ({ file, ...part }: Part): Promise<Session> => {
    const patches = adapters.length > 0 ? merge({ file, ...part }, adapters) : null
    return await runtime.open(file, device, patches ?? undefined)
  }
  return {
    has: (name) => manifest.parts.some((part) => part.name === name),
    async *load(names, signal) {
      for (const part of manifest.parts) shelf.refuseTooLarge(part.file, part.bytes)
      for (const part of names.map(find)) {
        if (shelf.has(part.file + suffix) || signal.aborted) continue
        const start = performance.now()
        yield { type: 'load-start', part: part.name, bytes: part.bytes }
        await shelf.use(
          part.file + suffix,
          part.bytes,
          () => open(part),
          async () => {},
        )
        yield { type: 'load-end', part: part.name, milliseconds: performance.now() - start }
      }
    },
    run(name, feeds, wanted, signal) {
      const part = find(name)
      return shelf.use(
        part.file + suffix,
        part.bytes,
        () => open(part),
        (session) => session.run(feeds, wanted, signal),
      )
    },
    adapted: (more) =>
      more.length === 0 ? openParts(manifest, options) : openParts(manifest, options, more),
  }
}

function absent(name: string, directory: string): never {
  throw new PlantainError(
    'NOT_FOUND',
    `the model ${directory} has no ${name}; export it again with that part`,
  )
}
