import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The bytes of a file that is made when it is first needed and never changed; only its owner can read it. Of two processes that start
 * together one makes it, and nobody reads half of it.
 */
export async function writeOnce(path: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const found = await readFile(path).catch(() => null)
  if (found !== null) return new Uint8Array(found)
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}-${randomBytes(6).toString('hex')}`
  await writeFile(draft, await make(), { flag: 'wx', mode: 0o600 })
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
  return new Uint8Array(await readFile(path))
}
