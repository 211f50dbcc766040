import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { Plantain } from '../plantain.ts'
import { openApiDocument, type DescribedSurface, type Document } from './document.ts'
import { referencePage } from './page.ts'

/** The document of all that is mounted, for programs and for people. `pages`: files of the page, which are no API. */
export function mountReference(
  app: Hono,
  plantain: Plantain,
  { surfaces, pages }: { readonly surfaces: readonly DescribedSurface[]; readonly pages: readonly string[] },
): void {
  let made: Promise<Document> | null = null
  const document = (): Promise<Document> =>
    (made ??= openApiDocument(app.routes, {
      version: plantain.version,
      keysRequired: plantain.access.required,
      surfaces,
      pages: [...pages, '/docs.css'],
    }))
  app.get('/openapi.json', async (c) => c.json(await document()))
  app.get('/docs', async (c) => c.html(referencePage(await document())))
  const css = readFileSync(new URL('../../page/docs.css', import.meta.url), 'utf8')
  app.get('/docs.css', (c) => c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}
