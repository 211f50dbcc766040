import { readFileSync } from 'node:fs'

// Not from the server package: --version and --help need not wait for it.
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

export const version: string = manifest.version
