import { PlantainError, cancelled, throwIfCancelled } from '@plantain/core'
import type { Scene, Tensor } from '@plantain/core'
import { mergeAdapters } from './adapters/lora.ts'
import { openDirectory } from './directory.ts'
import type { EngineStatus, Result, ResultPicture, RunParams } from './engine.ts'
import { familyOf } from './families/index.ts'
import { hashModel, openHashCache, type HashCache, type ModelHash } from './hash.ts'
import { openLine } from './line.ts'
import type { ModelManifest } from './manifest.ts'
import type { Model, PaintedScene, Size } from './model.ts'
import { listedNoise, philoxNoise } from './noise.ts'
import { openParts } from './open-parts.ts'
import type { Progress } from './progress.ts'
import { onnxNode } from './runtimes/onnx-node.ts'
import type { Device, Runtime } from './runtimes/runtime.ts'
import { Shelf } from './runtimes/shelf.ts'
import { checkParams, settle, type RunSettings } from './settings.ts'
import { taskOf } from './tasks/index.ts'
import type { Painted, Task } from './tasks/task.ts'

export interface HostOptions {
  readonly threads: number
  readonly memoryBytes: number
  readonly device: Device
  readonly cacheDirectory: string | null
}

/** A request as plain data: it may come from another thread. */
export interface HostRequest {
  readonly directory: string
  readonly task: string
  readonly params: RunParams
  /** For requests that leave it open. */
  readonly seed: number
  readonly previewMilliseconds: number | null
  readonly noise: readonly Tensor[] | null
  readonly expose: boolean
}

interface Opened {
  readonly model: Model
  /** The manifest as text: another one means that the files have changed. */
  readonly state: string
}

/** Owns the networks of one thread and computes for whoever asks, one run after the other. */
export class Host implements AsyncDisposable {
  readonly #options: HostOptions
  readonly #runtime: Runtime
  readonly #shelf: Shelf
  readonly #hashes: HashCache
  readonly #models = new Map<string, Opened>()
  readonly #line = openLine()

  private constructor(options: HostOptions, runtime: Runtime) {
    this.#options = options
    this.#runtime = runtime
    this.#shelf = new Shelf(options.memoryBytes)
    this.#hashes = openHashCache(options.cacheDirectory)
  }

  static async open(options: HostOptions): Promise<Host> {
    return new Host(options, await onnxNode(options))
  }

  /** Reads the directory anew; an opened model stays as long as its files say the same. */
  load(path: string): ModelManifest {
    const directory = openDirectory(path)
    const family = familyOf(directory)
    const manifest = family.describe(directory)
    const state = JSON.stringify(manifest)
    if (this.#models.get(manifest.directory)?.state !== state) {
      const { device } = this.#options
      const parts = openParts(manifest, {
        runtime: this.#runtime,
        device,
        shelf: this.#shelf,
        merge: mergeAdapters,
      })
      this.#models.set(manifest.directory, { model: family.open(directory, manifest, parts), state })
    }
    return manifest
  }

  async hash(path: string, signal: AbortSignal): Promise<ModelHash> {
    return await hashModel(this.load(path), this.#hashes, signal)
  }

  status(): EngineStatus {
    const { threads, memoryBytes, device } = this.#options
    return { threads, memoryBytes, device, devices: this.#runtime.devices(), loaded: this.#shelf.contents() }
  }

  async *run(request: HostRequest, signal: AbortSignal): AsyncGenerator<Progress, Result> {
    const task = taskOf(request.task)
    const params = checkParams(request.params)
    const place = this.#line.join()
    try {
      if (place.ahead > 0) yield { type: 'run-queue', position: place.ahead }
      await orCancelled(place.turn, signal)
      const model = this.#open(request.directory)
      refuseTask(model.manifest, task)
      const settings = settle(model.manifest, params, request.seed)
      return yield* perform(model, task, settings, request, signal)
    } finally {
      place.leave()
    }
  }

  /** Paints a scene without any network; waits in the same line, since painting takes the thread as a run does. */
  async paint(
    directory: string,
    scene: Scene,
    { width, height }: Size,
    signal: AbortSignal,
  ): Promise<PaintedScene> {
    const place = this.#line.join()
    try {
      await orCancelled(place.turn, signal)
      const model = this.#open(directory)
      if (model.paint === undefined)
        throw new PlantainError(
          'UNIMPLEMENTED',
          `${model.manifest.name} paints no scenes; choose plantain-tiny for edits of scenes`,
        )
      return await model.paint(scene, { width, height }, signal)
    } finally {
      place.leave()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#shelf[Symbol.asyncDispose]()
    this.#models.clear()
  }

  #open(path: string): Model {
    const known = this.#models.get(path)
    if (known) return known.model
    return this.#models.get(this.load(path).directory)!.model
  }
}

function refuseTask(manifest: ModelManifest, task: Task): void {
  if (manifest.tasks.includes(task.name)) return
  throw new PlantainError(
    'UNIMPLEMENTED',
    `${manifest.name} cannot ${task.name}; it can ${manifest.tasks.join(', ') || 'do nothing (parts are missing)'}`,
  )
}

async function* perform(
  model: Model,
  task: Task,
  settings: RunSettings,
  request: HostRequest,
  signal: AbortSignal,
): AsyncGenerator<Progress, Result> {
  const started = performance.now()
  const pictures: ResultPicture[] = []
  const warnings = new Set<string>()
  for (let index = settings.index; index < settings.index + settings.count; index++) {
    throwIfCancelled(signal)
    const noise = request.noise ? listedNoise(request.noise) : philoxNoise(settings.seed, index)
    const run = task.run(model, settings, {
      noise,
      index,
      signal,
      previewMilliseconds: request.previewMilliseconds,
    })
    const painted = yield* noting(run, warnings)
    pictures.push(resultOf(painted, settings.seed, index, request.expose))
  }
  const { size, steps, guidanceScale, scheduler } = settings
  return {
    ...pictures[0]!,
    pictures,
    settings: { ...size, steps, guidanceScale, scheduler: scheduler.name },
    warnings: [...warnings],
    milliseconds: performance.now() - started,
  }
}

async function* noting(
  run: AsyncGenerator<Progress, Painted>,
  warnings: Set<string>,
): AsyncGenerator<Progress, Painted> {
  try {
    for (;;) {
      const { done, value } = await run.next()
      if (done) return value
      if (value.type === 'warning') warnings.add(value.message)
      yield value
    }
  } finally {
    await run.return(undefined as never) // for who leaves early
  }
}

function resultOf(painted: Painted, seed: number, index: number, expose: boolean): ResultPicture {
  const { bitmap, details, latents, pixels } = painted
  return {
    bitmap,
    seed,
    index,
    ...(details ? { details } : {}),
    ...(expose ? { latents, ...(pixels ? { pixels } : {}) } : {}),
  }
}

async function orCancelled(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  throwIfCancelled(signal)
  let stop = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled(signal))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    await Promise.race([turn, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
  throwIfCancelled(signal)
}
