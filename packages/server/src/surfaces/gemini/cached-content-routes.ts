import { PlantainError } from '@plantain/core'
import type { Context, Hono } from 'hono'
import type { OwnCachedContents } from '../../files/cached-contents.ts'
import type { Plantain } from '../../plantain.ts'
import type { CachedEntry } from '../../store/cached-contents.ts'
import { callerIn } from '../authenticate.ts'
import { pageFrom } from '../page-token.ts'
import { readJson } from '../read-json.ts'
import { tokensOf, toCacheable } from './cached-content.ts'
import { invalid } from './content.ts'
import { fileReader } from './files.ts'
import { aliasFor } from './models.ts'
import { refuseTools } from './settings.ts'
import { parseCachedContent, parseExpiry, type ExpiryBody } from './wire.ts'

const usualMilliseconds = 3_600_000
const mostMilliseconds = 366 * 86_400_000
const limits = { usual: 50, most: 1000 }

/** cachedContents: what many requests begin with, sent once. */
export function cachedContentRoutes(routes: Hono, plantain: Plantain): void {
  const own = (c: Context): OwnCachedContents => plantain.cachedContents.of(callerIn(c).id)
  routes.post('/:version/cachedContents', async (c) => {
    const request = parseCachedContent(await readJson(c))
    const { version } = c.req.param()
    const id = request.model.replace(/^.{0,200}models\//, '')
    const alias = aliasFor(plantain, id, version, 'createCachedContent')
    if (alias.api === 'imagen')
      throw new PlantainError(
        'NOT_FOUND',
        `models/${alias.id} is not found for API version ${version}, or is not supported for createCachedContent. Call ModelService.ListModels to see the list of available models and their supported methods.`,
      )
    refuseTools(request.tools)
    const expiresAt = expiryOf(request, plantain.now()) ?? after(plantain.now(), usualMilliseconds)
    const { body, ...tokens } = await toCacheable(request, fileReader(plantain, callerIn(c)))
    const { displayName = null } = request
    return c.json(bodyOf(await own(c).create({ model: alias.id, displayName, expiresAt, ...tokens }, body)))
  })
  routes.get('/:version/cachedContents', async (c) => {
    const { pageSize, pageToken } = c.req.query()
    const { page, nextPageToken } = await pageFrom(own(c).list, pageSize, pageToken, limits)
    return c.json({
      ...(page.length > 0 ? { cachedContents: page.map(bodyOf) } : {}),
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    })
  })
  routes.get('/:version/cachedContents/:id', async (c) => c.json(bodyOf(await own(c).get(c.req.param('id')))))
  routes.patch('/:version/cachedContents/:id', async (c) => {
    const body = await readJson(c)
    const expiresAt = expiryOf(parseExpiry(body), plantain.now())
    const others = otherFields(c.req.query('updateMask') ?? c.req.query('update_mask') ?? '')
    if (expiresAt === null || others.length > 0)
      throw invalid(
        `only the expiry of cached contents can be changed${others.length > 0 ? `, not ${others.join(', ').slice(0, 100)}` : ''}; give ttl like "3600s", or expireTime`,
        others[0] ?? 'ttl',
      )
    return c.json(bodyOf(await own(c).setExpiry(c.req.param('id'), expiresAt)))
  })
  routes.delete('/:version/cachedContents/:id', async (c) => {
    await own(c).remove(c.req.param('id'))
    return c.json({})
  })
}

const otherFields = (mask: string): readonly string[] =>
  mask
    .split(',')
    .map((field) => field.trim())
    .filter((field) => !['', '*', 'ttl', 'expireTime', 'expire_time'].includes(field))

const after = (time: Date, milliseconds: number): Date => new Date(time.getTime() + milliseconds)

/** null: not said. throws: INVALID_ARGUMENT for both, or for what is over or far away */
function expiryOf({ ttl, expireTime }: ExpiryBody, now: Date): Date | null {
  if (ttl === undefined && expireTime === undefined) return null
  if (ttl !== undefined && expireTime !== undefined)
    throw invalid('ttl and expire_time are both given; give one of them', 'ttl')
  const field = ttl === undefined ? 'expire_time' : 'ttl'
  const milliseconds = ttl === undefined ? Date.parse(expireTime!) - now.getTime() : parseFloat(ttl) * 1000
  if (!(milliseconds > 0 && milliseconds <= mostMilliseconds))
    throw invalid(
      `* CachedContent.${field}: ${ttl ?? expireTime} is not ahead, or more than a year; give a time in between\n`,
      field,
    )
  return after(now, milliseconds)
}

/** The resource; what is in it is not told again. */
const bodyOf = (entry: CachedEntry): object => ({
  name: `cachedContents/${entry.id}`,
  model: `models/${entry.model}`,
  ...(entry.displayName === null ? {} : { displayName: entry.displayName }),
  createTime: entry.createdAt.toISOString(),
  updateTime: entry.updatedAt.toISOString(),
  expireTime: entry.expiresAt.toISOString(),
  usageMetadata: { totalTokenCount: tokensOf(entry).total },
})
