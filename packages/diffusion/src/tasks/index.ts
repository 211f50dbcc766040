import { PlantainError } from '@plantain/core'
import { edit } from './edit.ts'
import { generate } from './generate.ts'
import { imageToImage } from './image-to-image.ts'
import { inpaint } from './inpaint.ts'
import type { Task } from './task.ts'

/** Every task. To add one: its file, and its line here. */
export const tasks: readonly Task[] = [generate, imageToImage, inpaint, edit]

/** Throws INVALID_ARGUMENT for another name, listing these. */
export function taskOf(name: string): Task {
  const task = tasks.find((candidate) => candidate.name === name)
  if (task) return task
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `task is ${name}; give one of ${tasks.map((known) => known.name).join(', ')}`,
  )
}

export const taskNames: readonly string[] = tasks.map(({ name }) => name)
