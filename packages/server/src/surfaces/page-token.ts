import { PlantainError } from '@plantain/core'

/** A page of a list that is whole in memory; the token is the place where the next one starts. */
export function pageOf<T>(
  all: readonly T[],
  pageSize: string | undefined,
  token: string | undefined,
  limits: { usual: number; most: number },
): { page: readonly T[]; nextPageToken?: string } {
  const size = Math.min(
    limits.most,
    pageSize === undefined || pageSize === '' || pageSize === '0' ? limits.usual : Number(pageSize),
  )
  const start = token === undefined || token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString())
  if (!Number.isInteger(size) || size < 1)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `page_size is ${pageSize}; give a whole number from 1 to ${limits.most}`,
    )
  if (!Number.isInteger(start) || start < 0 || start > all.length)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'page_token is not one that this list gave; start without one',
    )
  const end = start + size
  return {
    page: all.slice(start, end),
    ...(end < all.length ? { nextPageToken: Buffer.from(String(end)).toString('base64url') } : {}),
  }
}
