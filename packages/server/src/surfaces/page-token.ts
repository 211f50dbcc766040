import { PlantainError } from '@plantain/core'

/** A page of a list that is whole in memory; the token is the place where the next one starts. */
export function pageOf<T>(
  all: readonly T[],
  pageSize: string | undefined,
  token: string | undefined,
  limits: { usual: number; most: number },
): { page: readonly T[]; nextPageToken?: string } {
  const size = pageSizeOf(pageSize, limits)
  const start = token === undefined || token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString())
  if (!Number.isInteger(start) || start < 0 || start > all.length) throw wrongToken()
  const end = start + size
  return {
    page: all.slice(start, end),
    ...(end < all.length ? { nextPageToken: Buffer.from(String(end)).toString('base64url') } : {}),
  }
}

interface Limits {
  readonly usual: number
  readonly most: number
}
/** How many a page holds; more than the most are the most. throws: INVALID_ARGUMENT */
export function pageSizeOf(given: string | undefined, { usual, most }: Limits): number {
  const size = given === undefined || given === '' || given === '0' ? usual : Number(given)
  if (!Number.isInteger(size) || size < 1)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `page_size is ${given?.slice(0, 40)}; give a whole number from 1 to ${most}`,
    )
  return Math.min(most, size)
}

/** An entry of a list that is kept by time, the newest first. */
export interface Entry {
  readonly createdAt: Date
  readonly id: string
}
/** The token names the last entry of a page, so that those that come or go meanwhile shift nothing. */
export const tokenAfter = ({ createdAt, id }: Entry): string =>
  Buffer.from(`${createdAt.getTime()}.${id}`).toString('base64url')

/** null: from the start. throws: INVALID_ARGUMENT */
export function readToken(token: string | undefined): Entry | null {
  if (token === undefined || token === '') return null
  const [, time, id] = /^(\d{1,15})\.([\w-]{1,80})$/.exec(Buffer.from(token, 'base64url').toString()) ?? []
  if (time === undefined || id === undefined) throw wrongToken()
  return { createdAt: new Date(Number(time)), id }
}

/** A page of what a store gives by `limit` and `after`. */
export async function pageFrom<T extends Entry>(
  list: (limit: number, after: Entry | null) => Promise<readonly T[]>,
  pageSize: string | undefined,
  token: string | undefined,
  limits: Limits,
): Promise<{ page: readonly T[]; nextPageToken?: string }> {
  const size = pageSizeOf(pageSize, limits)
  const found = await list(size + 1, readToken(token))
  const page = found.slice(0, size)
  return { page, ...(found.length > size ? { nextPageToken: tokenAfter(page.at(-1)!) } : {}) }
}

const wrongToken = (): PlantainError =>
  new PlantainError('INVALID_ARGUMENT', 'page_token is not one that this list gave; start without one')
