import type { Task } from '../jobs/task.ts'
import type { GenerateEvent, GenerateResult } from './events.ts'
import type { GenerateRequest } from './request.ts'

/** Pictures from a request that was let through. */
export const generating: Task<
  { readonly request: GenerateRequest; readonly previewMilliseconds: number | null },
  GenerateEvent,
  GenerateResult
> = {
  kind: 'generate',
  run: (plantain, { request, previewMilliseconds }, job) =>
    plantain.generate(request, job.signal, { previewMilliseconds, place: job }),
  waiting: (position) => ({ type: 'job-queue', position }),
}
