import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Dependencies point downwards only. A package may import those named here, and what it lists in its own manifest.
const below: Readonly<Record<string, readonly string[]>> = {
  core: [],
  imaging: ['core'],
  codecs: ['core'],
  scene: ['core', 'imaging'],
  diffusion: ['core', 'imaging', 'codecs', 'scene'],
  conversation: ['core', 'imaging', 'scene'],
  server: ['core', 'imaging', 'codecs', 'scene', 'diffusion', 'conversation'],
  cli: ['core', 'server'],
}
/** These run in browsers too: nothing of Node. */
const pure = ['core', 'imaging', 'scene', 'conversation']

const root = join(import.meta.dirname, 'packages')
const packages = readdirSync(root)
const isTest = (file: string): boolean => /\.(test|contract|bench)\.ts$/.test(file)
const sources = (name: string): readonly string[] =>
  readdirSync(join(root, name, 'src'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts') && !isTest(file))
/** What a file imports, statically, dynamically or as a type. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\s*\(\s*)['"]([^'"\n]+)['"]/g)].map(([, name]) => name!)
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
const manifestOf = (name: string) =>
  JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }

test('every package has its place in the layers', () => {
  expect(packages.toSorted()).toEqual(Object.keys(below).toSorted())
})

test.each(packages)('%s lists as dependencies only packages below it', (name) => {
  const own = Object.keys(manifestOf(name).dependencies ?? {}).filter((one) => one.startsWith('@plantain/'))
  expect(own.filter((one) => !below[name]!.includes(one.replace('@plantain/', '')))).toEqual([])
})

test.each(packages)('%s imports only what its manifest lists, and nothing of a sibling by path', (name) => {
  const listed = Object.keys(manifestOf(name).dependencies ?? {})
  const stray = sources(name).flatMap((file) =>
    importsOf(readFileSync(join(root, name, 'src', file), 'utf8'))
      .filter((one) => {
        if (one.startsWith('node:')) return pure.includes(name)
        if (one.startsWith('.'))
          return join(root, name, 'src', file, '..', one).startsWith(join(root, name)) === false
        return !listed.includes(packageOf(one))
      })
      .map((one) => `${file} imports ${one}`),
  )
  expect(stray).toEqual([])
})

test('the environment is read in config.ts alone', () => {
  const readers = packages.flatMap((name) =>
    sources(name)
      .filter((file) => /process\.env\b/.test(readFileSync(join(root, name, 'src', file), 'utf8')))
      .map((file) => `${name}/src/${file}`),
  )
  expect(readers).toEqual(['server/src/config.ts'])
})

test('the lock file has every platform’s binding that a package may ask for, or a fresh clone cannot be installed', () => {
  type Entry = { optionalDependencies?: Record<string, string> }
  const lock = JSON.parse(readFileSync(join(root, '../package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>
  }
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages),
    ),
  )
  expect(missing).toEqual([])
})
