import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { throwIfCancelled } from '@plantain/core'
import type { ModelManifest } from './manifest.ts'

export interface FileHash {
  /** Relative to the model, with forward slashes. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface ModelHash {
  /** Of all paths and hashes, in the order of the paths: names the model wherever it lies. */
  readonly sha256: string
  readonly files: readonly FileHash[]
}

/** Hashes that are known already, by path, size and time of the last change. */
export interface HashCache {
  get(key: string): string | undefined
  set(key: string, sha256: string): void
}

/** directory null: remembered as long as the process lives. */
export function openHashCache(directory: string | null): HashCache {
  const file = directory === null ? null : join(directory, 'hashes.json')
  const known = new Map<string, string>(Object.entries(file && existsSync(file) ? readTable(file) : {}))
  return {
    get: (key) => known.get(key),
    set(key, sha256) {
      known.set(key, sha256)
      if (file === null) return
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(Object.fromEntries(known)))
      renameSync(`${file}.${process.pid}`, file) // whole or not at all
    },
  }
}

/** A cache that cannot be read is an empty one. */
function readTable(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  } catch {
    return {}
  }
}

/** model_index.json and all files in the folders of the model's components: what can change a picture. */
export async function hashModel(
  manifest: ModelManifest,
  cache: HashCache,
  signal: AbortSignal,
): Promise<ModelHash> {
  const files: FileHash[] = []
  for (const path of modelFiles(manifest)) {
    throwIfCancelled(signal)
    const { size, mtimeMs } = statSync(path)
    const key = `${path}|${size}|${mtimeMs}`
    const sha256 = cache.get(key) ?? (await hashFile(path, signal))
    cache.set(key, sha256)
    files.push({ path: relative(manifest.directory, path).replaceAll('\\', '/'), bytes: size, sha256 })
  }
  const list = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
  return { sha256: createHash('sha256').update(list).digest('hex'), files }
}

function modelFiles({ directory }: ModelManifest): readonly string[] {
  const index = JSON.parse(readFileSync(join(directory, 'model_index.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const parts = ['vae_encoder', 'vae_decoder'] // an index may say "vae" for both
  const folders = new Set([...Object.keys(index).filter((key) => !key.startsWith('_')), ...parts])
  const inside = [...folders].flatMap((folder) => {
    const path = join(directory, folder)
    if (!existsSync(path) || !statSync(path).isDirectory()) return []
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
  })
  return [join(directory, 'model_index.json'), ...inside.filter((path) => statSync(path).isFile())].toSorted()
}

async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    throwIfCancelled(signal)
    hash.update(chunk as Uint8Array)
  }
  return hash.digest('hex')
}
