import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PlantainError } from '@plantain/core'

/** Who holds a folder: the process, and when it started, as numbers of processes are used again. */
interface Holder {
  readonly pid: number
  readonly startedAt: number
  readonly token: string
  /** What it is, where it was started as a command: `serve`. */
  readonly command?: string
}

const commandOf = ([, program = '', word = '']: readonly string[]): { readonly command?: string } =>
  /(^|[\\/])(plantain|bin|start)(\.m?js)?$/.test(program) && /^[a-z]{2,20}$/.test(word)
    ? { command: word }
    : {}

const startedAt = (): number => Math.round((Date.now() - process.uptime() * 1000) / 1000)

/**
 * One process at a time for a folder that bears no second: a file beside it, with the process's number. A holder that died is
 * not waited for.
 *
 * returns: gives the folder back
 * throws:  FAILED_PRECONDITION with a sentence that says what to do; PERMISSION_DENIED
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = `${folder}.lock`
  const holder: Holder = {
    pid: process.pid,
    startedAt: startedAt(),
    token: randomBytes(8).toString('hex'),
    ...commandOf(process.argv),
  }
  await mkdir(dirname(path), { recursive: true }).catch((cause: unknown) => {
    throw unwritable(path, cause)
  })
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(path, JSON.stringify(holder), { flag: 'wx' })
      return async () => {
        if ((await holderOf(path))?.token === holder.token) await rm(path, { force: true })
      }
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(path, cause)
    }
    const other = await holderOf(path)
    if (other !== null && isAlive(other)) throw taken(folder, path, other)
    await takeAway(path, other)
  }
  throw taken(folder, path, await holderOf(path))
}

async function holderOf(path: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>
    return typeof holder.pid === 'number' ? (holder as Holder) : null
  } catch {
    return null // gone meanwhile, or cut short by who died while writing it
  }
}

/** Ours with another start is one from before: a container gives every start the same number. */
function isAlive({ pid, startedAt: since }: Holder): boolean {
  if (pid === process.pid) return Math.abs(since - startedAt()) <= 2
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // somebody else's, but there
  }
}

/** By renaming, so that of two who see the same dead holder only one removes it, and none removes the other's new lock. */
async function takeAway(path: string, dead: Holder | null): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  await rename(path, aside).catch(() => {})
  const moved = await holderOf(aside)
  if (moved !== null && moved.token !== dead?.token) await rename(aside, path).catch(() => {})
  else await rm(aside, { force: true })
}

const nameOf = (holder: Holder | null): string => {
  if (holder === null) return 'another Plantain'
  return typeof holder.command === 'string' && /^[a-z]{2,20}$/.test(holder.command)
    ? `\`plantain ${holder.command}\` (process ${holder.pid})`
    : `another Plantain (process ${holder.pid})`
}

const taken = (folder: string, path: string, holder: Holder | null): PlantainError =>
  new PlantainError(
    'FAILED_PRECONDITION',
    `${nameOf(holder)} has the sessions under ${folder} open; ${holder?.command === 'serve' ? 'talk to it there (its page and its API hold the same sessions), ' : ''}stop it, give another folder with PLANTAIN_DATA, or let both use one Postgres with PLANTAIN_DATABASE_URL (if none runs, remove ${path})`,
  )

const unwritable = (path: string, cause: unknown): PlantainError =>
  new PlantainError(
    'PERMISSION_DENIED',
    `sessions cannot be kept beside ${path} (${(cause as Error).message}); check its permissions, or set PLANTAIN_DATA to another folder`,
    { cause },
  )
