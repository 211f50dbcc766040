import { PlantainError } from '@plantain/core'
import type { Code, Scene } from '@plantain/core'
import type { EngineStatus, Result } from './engine.ts'
import type { ModelHash } from './hash.ts'
import type { HostOptions, HostRequest } from './host.ts'
import type { ModelManifest } from './manifest.ts'
import type { PaintedScene } from './model.ts'
import type { Progress } from './progress.ts'

/** What can be asked of it, and what it answers. */
export interface Answers {
  readonly load: ModelManifest
  readonly hash: ModelHash
  readonly status: EngineStatus
  readonly run: Result
  readonly paint: PaintedScene
}

export type Call =
  | { readonly type: 'load'; readonly directory: string }
  | { readonly type: 'hash'; readonly directory: string }
  | { readonly type: 'status' }
  | { readonly type: 'run'; readonly request: HostRequest }
  | {
      readonly type: 'paint'
      readonly directory: string
      readonly scene: Scene
      readonly width: number
      readonly height: number
    }

export type ToWorker =
  /** Comes first: a worker may be started before its options are known. */
  | { readonly type: 'open'; readonly options: HostOptions }
  | { readonly type: 'call'; readonly id: number; readonly call: Call }
  | { readonly type: 'abort'; readonly id: number }
  /** No calls follow; when all are answered it frees everything and ends. */
  | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly event: Progress }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure }

/** An error as plain data: the clone of an Error loses its class. */
export interface Failure {
  readonly code: Code
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
  readonly stack: string
}

export function toFailure(error: unknown): Failure {
  if (error instanceof PlantainError)
    return { code: error.code, message: error.message, details: error.details, stack: error.stack ?? '' }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { code: 'INTERNAL', message, details: {}, stack: stack ?? '' }
}

export function fromFailure({ code, message, details, stack }: Failure, cause?: unknown): PlantainError {
  return new PlantainError(code, message, { cause: cause ?? stack, details: { ...details } })
}

/** Memory to hand over instead of copying: pixels and latents that the sender is done with. */
export function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength)
      found.add(value.buffer)
  } else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) buffersOf(inner, found)
  return [...found]
}
