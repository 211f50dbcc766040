import type { Task } from '../jobs/task.ts'
import type { SessionEvent, SessionMessage } from './sessions.ts'
import type { TurnView } from './view.ts'

/** One message to a session of the job's owner. */
export const sending: Task<
  { readonly session: string; readonly message: SessionMessage },
  SessionEvent,
  TurnView
> = {
  kind: 'message',
  run: (plantain, { session, message }, job) =>
    plantain.sessions.of(job.owner, job).send(session, message, job.signal),
  waiting: (position) => ({ type: 'job-queue', position }),
}
