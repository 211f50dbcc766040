import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { PlantainError } from '@plantain/core'

/** A model directory on this machine. */
export interface InstalledModel {
  /** Its name: of the folder, with the folder above for models that were pulled ('stabilityai/sd-turbo'). */
  readonly id: string
  readonly directory: string
}

export interface ModelRegistry {
  /** By name; the first of a name wins. */
  list(): readonly InstalledModel[]
  /** The default one without a name. Throws NOT_FOUND for a name that no installed model has. */
  get(id?: string): InstalledModel
}

/** What a look at the files tells, without opening anything. */
export interface ModelSummary extends InstalledModel {
  /** `_class_name` of model_index.json; null where that file is broken. */
  readonly className: string | null
  /** Of all its files. */
  readonly bytes: number
}

export function summarize(model: InstalledModel): ModelSummary {
  return { ...model, className: className(model.directory), bytes: sizeOf(model.directory) }
}

function className(directory: string): string | null {
  try {
    const index = JSON.parse(readFileSync(join(directory, 'model_index.json'), 'utf8')) as Record<
      string,
      unknown
    >
    return typeof index['_class_name'] === 'string' ? index['_class_name'] : null
  } catch {
    return null // `models info` says what is wrong with it
  }
}

const sizeOf = (directory: string): number =>
  readdirSync(directory, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(directory, entry.name)
    return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size)
  }, 0)

const embedded = { id: 'plantain-tiny', package: '@plantain/model-tiny' }
/** A request asks several times, and each look reads folders. */
const freshMilliseconds = 1000
const isModel = (directory: string): boolean => existsSync(join(directory, 'model_index.json'))

/**
 * Models that came with Plantain and those under `data`/models, one or two folders deep.
 *
 * fallback: the name of the default model, or the folder of one anywhere
 */
export function findModels(data: string, fallback: string): ModelRegistry {
  const look = (): readonly InstalledModel[] => {
    const found = [...embeddedModels(), ...pulledModels(join(data, 'models'))]
    const chosen = asFolder(fallback)
    return chosen && !found.some(({ directory }) => directory === chosen.directory)
      ? [chosen, ...found]
      : found
  }
  let [seen, seenAt]: [readonly InstalledModel[], number] = [[], -Infinity]
  const list = (): readonly InstalledModel[] => {
    if (performance.now() - seenAt > freshMilliseconds) [seen, seenAt] = [look(), performance.now()]
    return seen
  }
  const find = (id: string, models: readonly InstalledModel[]): InstalledModel | undefined =>
    (id === fallback ? asFolder(fallback) : null) ?? models.find((one) => one.id === id)
  return {
    list,
    get(id = fallback) {
      const models = list()
      const model = find(id, models) ?? find(id, ([seen, seenAt] = [look(), performance.now()])[0])
      if (model) return model
      const names = models.map((one) => one.id).join(', ')
      throw new PlantainError(
        'NOT_FOUND',
        `the model "${id}" is not installed; installed: ${names || 'none'}`,
        { details: { model: id } },
      )
    },
  }
}

/** A default that is a path is trusted: it comes from the configuration, never from a request. */
function asFolder(model: string): InstalledModel | null {
  if (!/[\\/]/.test(model) || !isModel(resolve(model))) return null
  return { id: basename(resolve(model)), directory: resolve(model) }
}

/** In the repository the folder models/; in an installed package the model's own package. */
function embeddedModels(): readonly InstalledModel[] {
  const folder = resolve(import.meta.dirname, '../../../models')
  const own = foldersIn(folder)
    .filter((name) => isModel(join(folder, name)))
    .map((name) => ({ id: name, directory: join(folder, name) }))
  if (own.some(({ id }) => id === embedded.id)) return own
  try {
    const directory = dirname(createRequire(import.meta.url).resolve(`${embedded.package}/model_index.json`))
    return [{ id: embedded.id, directory }, ...own]
  } catch {
    return own // not installed: `models list` shows what there is
  }
}

function pulledModels(folder: string): readonly InstalledModel[] {
  return foldersIn(folder).flatMap((name) => {
    const directory = join(folder, name)
    if (isModel(directory)) return [{ id: name, directory }]
    return foldersIn(directory)
      .filter((inner) => isModel(join(directory, inner)))
      .map((inner) => ({ id: `${name}/${inner}`, directory: join(directory, inner) }))
  })
}

const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
        .map((entry) => entry.name)
        .sort()
    : []
