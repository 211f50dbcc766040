import { access, constants, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Plantain } from './plantain.ts'

export interface Finding {
  readonly name: string
  readonly ok: boolean
  /** What is there; when it is not ok, what to do. */
  readonly detail: string
}

/** Looks at everything that a picture needs, and keeps looking when something is wrong. */
export async function diagnose(plantain: Plantain): Promise<readonly Finding[]> {
  const checks: readonly (readonly [name: string, look: () => Promise<string> | string])[] = [
    ['node', () => `${process.version} on ${process.platform} ${process.arch}`],
    ['processor', () => `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} threads`],
    ['memory', () => `${(totalmem() / 2 ** 30).toFixed(1)} GB`],
    ['data', () => checkData(plantain.config.data)],
    ['pictures', checkCodecs],
    ['engine', () => checkEngine(plantain)],
    ['model', () => checkModel(plantain)],
    ['provenance', () => checkProvenance(plantain)],
    ['port', () => checkPort(plantain.config.host, plantain.config.port)],
  ]
  const findings: Finding[] = []
  for (const [name, look] of checks)
    try {
      findings.push({ name, ok: true, detail: await look() })
    } catch (error) {
      findings.push({ name, ok: false, detail: error instanceof Error ? error.message : String(error) })
    }
  return findings
}

async function checkData(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await access(folder, constants.W_OK)
  return folder
}

/** A picture out and in again: the native library loads and does its work. */
async function checkCodecs(): Promise<string> {
  const { decode, encode } = await import('@plantain/codecs')
  const formats = ['png', 'jpeg', 'webp'] as const
  for (const format of formats)
    await decode(await encode({ width: 8, height: 8, data: new Uint8ClampedArray(256) }, { format }))
  return formats.join(', ')
}

async function checkEngine(plantain: Plantain): Promise<string> {
  const { device, devices, threads, memoryBytes } = await (await plantain.engine()).status()
  return `device ${device} (this machine has ${devices.join(', ')}), ${threads} thread${threads === 1 ? '' : 's'}, up to ${(memoryBytes / 2 ** 30).toFixed(1)} GB of weights`
}

async function checkModel(plantain: Plantain): Promise<string> {
  const { id, bytes, hash } = await plantain.describe(undefined)
  return `${id}, ${(bytes / 1e6).toFixed(1)} MB, ${hash.slice(0, 12)}`
}

async function checkProvenance({ config, seal }: Plantain): Promise<string> {
  await seal.check()
  const by = config.signKey === '' ? 'a key of this installation, which nobody vouches for' : config.signKey
  return config.sign === 'on' ? `pictures are signed with ${by}` : 'pictures are not signed'
}

/** In use is fine for everybody but `serve`, and it may be us, so it is told and is no fault. */
async function checkPort(host: string, port: number): Promise<string> {
  return await new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(`${host}:${port} cannot be had now (${code})`),
    )
    server.listen(port, host, () => server.close(() => resolve(`${host}:${port} is free`)))
  })
}
