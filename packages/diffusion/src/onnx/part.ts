import { existsSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Part } from '../manifest.ts'
import { openBytes, type Bytes } from './bytes.ts'
import { readGraph, type Graph } from './graph.ts'

/**
 * What a network's file says of itself, with everything that it refers to checked for presence and length.
 *
 * Throws NOT_FOUND for missing weights, DATA_LOSS for a file that is cut short, damaged or a stand-in for the real one.
 */
export function readPart(file: string, name: string): Part {
  const bytes = openBytes(file)
  try {
    return described(bytes, name)
  } finally {
    bytes[Symbol.dispose]()
  }
}

function described(bytes: Bytes, name: string): Part {
  const { file } = bytes
  refuseStandIn(bytes)
  const graph = readGraph(bytes)
  if (graph.outputs.length === 0)
    throw new PlantainError('DATA_LOSS', `${file} is not an ONNX graph, or is cut short; download it again`)
  const needed = externalBytes(graph, file)
  for (const [location, end] of needed) checkExternal(file, location, end)
  const beside = [...needed.keys()].map((location) => statSync(join(dirname(file), location)))
  return {
    name,
    file,
    externalData: [...needed.keys()],
    bytes: beside.reduce((sum, { size }) => sum + size, bytes.size),
    modified: Math.max(statSync(file).mtimeMs, ...beside.map(({ mtimeMs }) => mtimeMs)),
    inputs: graph.inputs,
    outputs: graph.outputs,
  }
}

/** Files with weights, by the name that the graph has for them, and how long each must be at least. */
function externalBytes(graph: Graph, file: string): Map<string, number> {
  const needed = new Map<string, number>()
  for (const { location, offset, bytes } of graph.initializers) {
    if (location === null) continue
    if (isAbsolute(location) || normalize(location).startsWith('..'))
      throw new PlantainError(
        'PERMISSION_DENIED',
        `${file} wants weights from ${location}, outside its folder; weights must lie beside their graph`,
      )
    needed.set(location, Math.max(needed.get(location) ?? 0, offset + bytes))
  }
  return needed
}

function checkExternal(file: string, location: string, end: number): void {
  const path = join(dirname(file), location)
  if (!existsSync(path))
    throw new PlantainError(
      'NOT_FOUND',
      `${path}, which holds the weights of ${file}, is missing; download it`,
    )
  const { size } = statSync(path)
  if (size < end)
    throw new PlantainError(
      'DATA_LOSS',
      `${path} is cut short: it has ${size} bytes, ${file} needs ${end}; download it again`,
    )
}

/** Downloads sometimes bring the pointer of a large file, or an error page, under its name. */
function refuseStandIn(bytes: Bytes): void {
  const head = new TextDecoder().decode(bytes.slice(0, Math.min(64, bytes.size)))
  const what =
    bytes.size === 0
      ? 'is empty'
      : head.startsWith('version https://git-lfs')
        ? 'is only a Git LFS pointer to the real file'
        : /^\s*<(!doctype|html)/i.test(head)
          ? 'is a web page and not a network'
          : null
  if (what !== null) throw new PlantainError('DATA_LOSS', `${bytes.file} ${what}; download the file itself`)
}
