import { paint } from './paint.ts'
import type { Task } from './task.ts'

/** A picture from words alone (and from references, where the model takes them). */
export const generate: Task = {
  name: 'generate',
  run: (model, settings, context) =>
    paint(model, settings, { fromSource: false, strength: 1, source: null, mask: null }, context),
}
