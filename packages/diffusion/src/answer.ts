import type { Host } from './host.ts'
import type { Progress } from './progress.ts'
import type { Answers, Call } from './protocol.ts'

/** What a host does for a call, on whatever thread. */
export async function* answer(
  host: Host,
  call: Call,
  signal: AbortSignal,
): AsyncGenerator<Progress, Answers[keyof Answers]> {
  if (call.type === 'load') return host.load(call.directory)
  if (call.type === 'hash') return await host.hash(call.directory, signal)
  if (call.type === 'status') return host.status()
  if (call.type === 'paint') return await host.paint(call.directory, call.scene, call, signal)
  return yield* host.run(call.request, signal)
}
