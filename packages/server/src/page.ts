import { readFileSync } from 'node:fs'

interface PageFile {
  readonly path: string
  readonly mimeType: string
  readonly text: string
}

/** The page in packages/server/page: until there is a studio, all that a browser needs. */
export function readPage(): readonly PageFile[] {
  const read = (name: string): string => readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8')
  return [
    { path: '/', mimeType: 'text/html; charset=utf-8', text: read('index.html') },
    { path: '/page.css', mimeType: 'text/css; charset=utf-8', text: read('page.css') },
    { path: '/page.js', mimeType: 'text/javascript; charset=utf-8', text: read('page.js') },
    { path: '/icon.svg', mimeType: 'image/svg+xml', text: read('icon.svg') },
  ]
}
