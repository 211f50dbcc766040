import { Readable } from 'node:stream'
import { PlantainError } from '@plantain/core'
import type { Context, Hono } from 'hono'
import type { Plantain } from '../../plantain.ts'
import { callerIn } from '../authenticate.ts'
import { speaksOpenAi } from '../credential.ts'
import { pageFrom } from '../page-token.ts'
import { publicUrl } from '../public-url.ts'
import { fileBody } from './files.ts'

const limits = { usual: 10, most: 100 }

/** The Files API, but for uploads. */
export function fileRoutes(routes: Hono, plantain: Plantain): void {
  const own = (c: Context) => plantain.files.of(callerIn(c).id)
  const base = (c: Context): string =>
    `${publicUrl(c, plantain.config.publicUrl)}/${c.req.param('version') ?? 'v1beta'}`
  for (const path of ['/v1/files', '/v1/files/*'])
    routes.use(path, async (c, next) => {
      if (speaksOpenAi(c.req.raw) && !c.req.path.includes(':'))
        throw new PlantainError(
          'NOT_FOUND',
          'the Files API of OpenAI is not served here; send pictures with the request, or use Google’s Files API with x-goog-api-key',
        )
      await next()
    })
  routes.get('/:version/files', async (c) => {
    const { pageSize, pageToken } = c.req.query()
    const { page, nextPageToken } = await pageFrom(own(c).list, pageSize, pageToken, limits)
    return c.json({
      ...(page.length > 0 ? { files: page.map((file) => fileBody(file, base(c))) } : {}),
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    })
  })
  routes.get('/:version/files/:id', async (c) => {
    const { id } = c.req.param()
    if (id.endsWith(':download')) return download(c, plantain)
    return c.json(fileBody(await own(c).get(id), base(c)))
  })
  routes.get('/download/:version/files/:id', (c) => download(c, plantain))
  routes.delete('/:version/files/:id', async (c) => {
    await own(c).remove(c.req.param('id'))
    return c.json({})
  })
}

async function download(c: Context, { files }: Plantain): Promise<Response> {
  const id = (c.req.param('id') ?? '').replace(/:download$/, '')
  const file = await files.of(callerIn(c).id).get(id)
  const pieces = files.read(file)
  // Before the first byte: what is damaged is then a status and not an end.
  const first = await pieces.next()
  const body = (async function* () {
    if (!first.done) yield first.value
    yield* pieces
  })()
  return c.body(Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>, 200, {
    'Content-Type': file.mimeType,
    'Content-Length': String(file.bytes),
    // Bytes from outside: a browser shall keep them and not show them as a page of ours.
    'Content-Disposition': 'attachment',
  })
}
