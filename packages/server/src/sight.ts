import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** The networks that look at photographs: in the repository under models/, in an installed package a package of their own. */
export function sightDirectory(): string | null {
  const own = resolve(import.meta.dirname, '../../../models/plantain-sight')
  if (existsSync(join(own, 'objects.onnx'))) return own
  try {
    return dirname(createRequire(import.meta.url).resolve('@plantain/model-sight/package.json'))
  } catch {
    return null // not installed: pictures are looked at by colour, texture and place alone
  }
}
