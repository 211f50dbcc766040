import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Part } from './manifest.ts'
import { parsePythonJson } from './python-json.ts'
import { readPart } from './onnx/part.ts'

export type Json = Readonly<Record<string, unknown>>

/** A model directory in the layout that exporters write: a folder for each part, model_index.json at the top. */
export interface ModelDirectory {
  readonly name: string
  readonly path: string
  readonly index: Json
  readonly className: string
  has(file: string): boolean
  /** Absolute path of a file in it. */
  file(name: string): string
  text(name: string): string
  /** An object from a JSON file; null where there is no such file. Throws DATA_LOSS for one that is broken. */
  json(name: string): Json | null
  /** The network in that folder, its weights checked for presence and length; null where there is none. */
  part(name: string): Part | null
  /** The same, and NOT_FOUND where there is none. */
  requirePart(name: string): Part
}

/** Throws NOT_FOUND for a path that is no model directory. */
export function openDirectory(path: string): ModelDirectory {
  const root = resolve(path)
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new PlantainError('NOT_FOUND', `there is no folder ${root}; give the folder of a model`)
  const read = (name: string): string => {
    try {
      return readFileSync(join(root, name), 'utf8')
    } catch (cause) {
      throw new PlantainError('NOT_FOUND', `${name} of the model ${root} cannot be read; download it again`, {
        cause,
      })
    }
  }
  const json = (name: string): Json | null => {
    if (!existsSync(join(root, name))) return null
    return parseObject(read(name), name, root)
  }
  const index = json('model_index.json')
  if (index === null)
    throw new PlantainError(
      'NOT_FOUND',
      `${root} has no model_index.json; give the folder that holds it, with one folder for each part of the model (unet, vae_decoder …)`,
    )
  const parts = new Map<string, Part | null>()
  const part = (name: string): Part | null => {
    if (!parts.has(name)) {
      const file = join(root, name, 'model.onnx')
      parts.set(name, existsSync(file) ? readPart(file, name) : null)
    }
    return parts.get(name)!
  }
  return {
    name: basename(root),
    path: root,
    index,
    className: String(index['_class_name'] ?? ''),
    has: (file) => existsSync(join(root, file)),
    file: (name) => join(root, name),
    text: read,
    json,
    part,
    requirePart: (name) => part(name) ?? missing(name, root),
  }
}

function missing(name: string, root: string): never {
  throw new PlantainError(
    'NOT_FOUND',
    `the model ${root} has no ${name}/model.onnx; download that file, or export the model again with it`,
  )
}

function parseObject(text: string, name: string, root: string): Json {
  const broken = (cause?: unknown): PlantainError =>
    new PlantainError('DATA_LOSS', `${name} of the model ${root} is not a JSON object; download it again`, {
      cause,
    })
  let value: unknown
  try {
    value = parsePythonJson(text)
  } catch (cause) {
    throw broken(cause)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken()
  return value as Json
}
