import { join } from 'node:path'
import { throwIfCancelled, type Interpreter } from '@plantain/core'
import type { Engine, EngineStatus, ModelManifest, Verification } from '@plantain/diffusion'
import type { Kysely } from 'kysely'
import type { Config } from './config.ts'
import { createCachedContents, type CachedContents } from './files/cached-contents.ts'
import { createFiles, type Files, type FilesUse } from './files/files.ts'
import type { GenerateEvent, GenerateResult } from './generate/events.ts'
import type { GenerateRequest } from './generate/request.ts'
import type { EditEvent, EditResult } from './edit/edit.ts'
import type { EditRequest } from './edit/request.ts'
import type { EditOptions } from './edit/run.ts'
import { findModels, type ModelRegistry } from './models.ts'
import { createAccess, type Access } from './access.ts'
import { configuredInterpreter, type OpenInterpreter } from './interpreter.ts'
import { createSigner, readSecret, type Signer } from './answer/signature.ts'
import type { Jobs } from './jobs/jobs.ts'
import { holdToPolicy } from './safety/hold.ts'
import { governed } from './safety/judge.ts'
import { openPolicy, type Policy } from './safety/policy.ts'
import { createQueue, type Place, type QueueEvent } from './queue.ts'
import type { Swept } from './sessions/retention.ts'
import { createSessions, type Parts, type Sessions } from './sessions/sessions.ts'
import type { Blobs } from './store/blobs/blobs.ts'
import { agree } from './store/shared.ts'
import { openBlobs, type BlobsKind } from './store/blobs/open.ts'
import type { Connection } from './store/open.ts'
import type { Database } from './store/schema.ts'
import { createSeal, type Seal } from './provenance/seal.ts'
import { countingEngine } from './telemetry/counting-engine.ts'
import { newTally, type Tally } from './telemetry/tally.ts'
import { version } from './version.ts'
import { whenAsked } from './when-asked.ts'

export interface GenerateOptions {
  /** At most one preview in so many milliseconds; null (default): none. */
  readonly previewMilliseconds?: number | null
  /** Where it waits. */
  readonly place?: Place
  /** The invisible mark of a picture that is made again, or null for none; as configured where nothing is said. */
  readonly watermark?: string | null
}

/** Everything behind the surfaces. The command line holds one, the server holds one. */
export interface Plantain extends AsyncDisposable {
  readonly config: Config
  readonly version: string
  readonly models: ModelRegistry
  /** Keys, limits, what was made. */
  readonly access: Access
  /** Conversations. */
  readonly sessions: Sessions
  /** Files that programs send once and name in requests. */
  readonly files: Files
  /** The last thing that is done to files before they are handed out. */
  readonly seal: Seal
  /** What requests go on from by name. */
  readonly cachedContents: CachedContents
  /** What jobs are given and what they give, by its hash; swept when no job names it. */
  jobBlobs(): Blobs
  /** Removes blobs that no job names any more. */
  sweepJobs(): Promise<void>
  /** Removes sessions, and pictures of none, that have outlived their days. */
  sweepSessions(): Promise<Swept>
  /** What is made through the API, as rows. */
  readonly jobs: Jobs
  /** What is refused here. throws: INVALID_ARGUMENT or NOT_FOUND that says what is wrong with the operator's file */
  policy(): Promise<Policy>
  /** Links pictures that go out to the sessions they are of. */
  signer(): Promise<Signer>
  /** Sessions, keys, usage; opened when first asked for. throws: a sentence that says what to do */
  database(): Promise<Kysely<Database>>
  /** What an installed model holds and can do, its files checked for presence and length. */
  describe(model: string | undefined): Promise<ModelManifest & { readonly id: string; readonly hash: string }>
  /**
   * throws: NOT_FOUND for an unknown model, RESOURCE_EXHAUSTED when too many wait, both before the first event;
   *         INVALID_ARGUMENT for what this model cannot do or a reference that is no picture; CANCELLED
   */
  generate(
    request: GenerateRequest,
    signal: AbortSignal,
    options?: GenerateOptions,
  ): AsyncGenerator<GenerateEvent, GenerateResult>
  /**
   * One edit of pictures as files, outside of any conversation; the files are kept, so that `replay` can make it again.
   *
   * throws: as `generate`; FAILED_PRECONDITION, with what there is to say, where the instruction makes no picture
   */
  edit(
    request: EditRequest,
    signal: AbortSignal,
    options?: EditOptions,
  ): AsyncGenerator<EditEvent | GenerateEvent, EditResult>
  /** A file that sessions or edits keep, by its sha-256. throws: NOT_FOUND */
  keptFile(sha256: string): Promise<Uint8Array>
  /** Runs the reference cases (golden.json) under the folder through the code of everybody's pictures. */
  verify(directory: string, signal: AbortSignal): Promise<Verification>
  /** The engine, opened when first asked for. */
  engine(): Promise<Engine>
  /** What the engine holds; null while it is not open. */
  engineStatus(): Promise<EngineStatus | null>
  /** What was done since the start. */
  readonly tally: Tally
  /** The pictures of sessions. */
  blobs(): Blobs
  /** Reads messages; opened with the first one. */
  readonly interpreter: Interpreter
  /** The clock by which things expire. */
  now(): Date
  /** Requests that run or wait. */
  readonly busy: number
  /** Resolves when none runs or waits. */
  idle(): Promise<void>
  /** Refuses new requests and resolves when the last one is through. */
  drain(): Promise<void>
}

/** What comes from outside of us and tests want to fix. */
export interface Dependencies {
  readonly randomSeed: () => number
  readonly openEngine: (config: Config) => Promise<Engine>
  readonly openDatabase: (config: Config) => Promise<Connection>
  readonly openInterpreter: (config: Config, models: ModelRegistry) => OpenInterpreter
  readonly openBlobs: (config: Config, kind?: BlobsKind) => Blobs
  /** What expires, and what is counted by day, goes by this clock. */
  readonly now: () => Date
  /** Who understands messages and who carries them out. */
  readonly openParts: (house: House) => Promise<Parts>
}

/** What the parts of a conversation are made from. */
export interface House {
  readonly config: Config
  readonly models: ModelRegistry
  readonly engine: () => Promise<Engine>
  readonly interpreter: Interpreter
  readonly blobs: () => Blobs
}

const now = (): Date => new Date()

// Short enough to type again.
const randomSeed = (): number => Math.floor(Math.random() * 2 ** 32)

/** Heavy imports wait until a picture is asked for: help, lists and errors must be instant. */
async function openEngine({ threads, memoryMegabytes, device, data }: Config): Promise<Engine> {
  const { openEngine: open } = await import('@plantain/diffusion/engine')
  return open({
    ...(threads > 0 ? { threads } : {}),
    ...(memoryMegabytes > 0 ? { memoryBytes: memoryMegabytes * 2 ** 20 } : {}),
    device,
    cacheDirectory: join(data, 'cache'),
  })
}

const openDatabase = async (config: Config): Promise<Connection> =>
  (await import('./store/open.ts')).openDatabase(config)

/** Who reads and who paints, opened with the first message of a session. */
const openParts = async (house: House): Promise<Parts> =>
  (await import('./sessions/parts.ts')).openParts(house)

const JOBS: Readonly<Record<keyof Jobs, true>> = {
  begin: true,
  claim: true,
  release: true,
  announce: true,
  lookSeconds: true,
  onWork: true,
  stop: true,
  list: true,
  read: true,
  cancel: true,
  elsewhere: true,
  tell: true,
  onTold: true,
  open: true,
  close: true,
}

/** Wires everything; the only such place. */
export function createPlantain(config: Config, dependencies: Partial<Dependencies> = {}): Plantain {
  const use: Dependencies = {
    openInterpreter: configuredInterpreter,
    randomSeed,
    now,
    openEngine,
    openDatabase,
    openBlobs,
    openParts,
    ...dependencies,
  }
  const tally = newTally()
  const models = findModels(config.data, config.model)
  const queue = createQueue(config.maxWaiting)
  let opening: Promise<Engine> | null = null
  const engine = (): Promise<Engine> =>
    (opening ??= use.openEngine(config).then((one) => countingEngine(one, tally)))
  const interpreter = use.openInterpreter(config, models)
  let connecting: Promise<Connection> | null = null
  const connection = async (): Promise<Connection> => {
    connecting ??= use.openDatabase(config)
    connecting.catch(() => (connecting = null)) // what was wrong may have been mended when it is asked for again
    return connecting
  }
  const database = async (): Promise<Kysely<Database>> => (await connection()).database
  const openJobs = async (): Promise<Jobs> =>
    (await import('./jobs/jobs.ts')).createJobs({
      connect: connection,
      isIdle: () => queue.length === 0,
      computes: config.compute === 'here',
      maxWaiting: config.maxWaiting,
    })
  const jobs = whenAsked(openJobs, JOBS)

  let ruling: Promise<Policy> | null = null
  const policy = (): Promise<Policy> => {
    ruling ??= openPolicy(config)
    ruling.catch(() => (ruling = null))
    return ruling
  }
  const seal = createSeal(config)
  let signing: Promise<Signer> | null = null
  /** One for all servers and workers of a hosted database: what one signs another reads. */
  const secret = async (): Promise<Uint8Array> => {
    const { database: open, shared } = await connection()
    if (!shared) return readSecret(config.data)
    const own = async (): Promise<string> => Buffer.from(await readSecret(config.data)).toString('hex')
    return Buffer.from(await agree(open, 'secret', own), 'hex')
  }
  let opened: Blobs | null = null
  const blobs = (): Blobs => (opened ??= use.openBlobs(config))
  let parts: Promise<Parts> | null = null
  const sessions = createSessions({
    database,
    blobs,
    parts() {
      parts ??= use.openParts({ config, models, engine, interpreter: governed(interpreter, policy), blobs })
      parts.catch(() => (parts = null))
      return parts
    },
    queue,
    randomSeed: use.randomSeed,
    seal,
    version,
    maxPixels: config.maxMegapixels * 1e6,
    maxWaiting: config.maxWaiting,
  })

  let openedForJobs: Blobs | null = null
  const jobBlobs = (): Blobs => (openedForJobs ??= use.openBlobs(config, 'jobs'))
  let openedForFiles: Blobs | null = null
  const filesUse: FilesUse = {
    database,
    blobs: () => (openedForFiles ??= use.openBlobs(config, 'files')),
    now: use.now,
    maxFileBytes: config.maxFileMegabytes * 1e6,
    maxStorageBytes: config.maxStorageMegabytes * 1e6,
    lifetimeMilliseconds: config.fileHours * 3_600_000,
  }

  async function* run(
    request: GenerateRequest,
    signal: AbortSignal,
    options: GenerateOptions,
  ): AsyncGenerator<GenerateEvent, GenerateResult> {
    const { id, directory } = models.get(request.model)
    // At once: the engine's thread starts while this one reads the codecs.
    const [{ opened, model }, { generate }] = await Promise.all([
      engine().then(async (opened) => ({ opened, model: await opened.load(directory) })),
      import('./generate/generate.ts'),
    ])
    const context = {
      engine: opened,
      model,
      modelId: id,
      version,
      seed: use.randomSeed(),
      maxPixels: config.maxMegapixels * 1e6,
      seal,
      watermark: options.watermark,
      previewMilliseconds: options.previewMilliseconds ?? null,
    }
    throwIfCancelled(signal)
    if (request.references.length === 0 || model.manifest.family !== 'plantain')
      return yield* generate(request, context, signal)
    const [{ areShown, ownSize, readReferences }, { generateGuided }] = await Promise.all([
      import('./generate/references.ts'),
      import('./generate/guided.ts'),
    ])
    const references = await readReferences(request.references, context.maxPixels)
    if (!areShown(references, model.manifest)) return yield* generate(request, context, signal)
    const house = {
      interpreter: governed(interpreter, policy),
      policy,
      edit: runEdit,
      size: ownSize(references[0]!.bitmap, model.manifest),
    }
    return yield* generateGuided(request, house, signal)
  }

  async function* runEdit(
    request: EditRequest,
    signal: AbortSignal,
    options: EditOptions,
  ): AsyncGenerator<EditEvent | GenerateEvent, EditResult> {
    const model = models.get(request.model)
    const [{ runEdit: edit }, { checkFiles }] = await Promise.all([
      import('./edit/run.ts'),
      import('./edit/check-files.ts'),
    ])
    const maxPixels = config.maxMegapixels * 1e6
    await checkFiles(request, maxPixels)
    const handle = await engine().then((opened) => opened.load(model.directory))
    const its = { ...models, get: () => model }
    const house = {
      parts: (scratch: Blobs) =>
        use.openParts({
          config,
          models: its,
          engine,
          interpreter: governed(interpreter, policy),
          blobs: () => scratch,
        }),
      kept: blobs,
      seal,
      model: { id: model.id, hash: await handle.hash(), family: handle.manifest.family },
      hold: (instruction: string, stop: AbortSignal) =>
        holdToPolicy({ config, interpreter, policy }, instruction, stop),
      generate: (asked: GenerateRequest, stop: AbortSignal) => run(asked, stop, {}),
      version,
      randomSeed: use.randomSeed,
      maxPixels,
    }
    return yield* edit(request, house, options, signal)
  }

  return {
    config,
    version,
    models,
    engine,
    engineStatus: async () => (opening === null ? null : (await opening).status()),
    tally,
    blobs,
    interpreter,
    sessions,
    seal,
    policy,
    files: createFiles(filesUse),
    cachedContents: createCachedContents(filesUse),
    now: use.now,
    jobs: jobs.it,
    jobBlobs,
    async sweepSessions() {
      const { sweepSessions } = await import('./sessions/retention.ts')
      return sweepSessions({
        database,
        blobs,
        sessions,
        now: use.now,
        sessionDays: config.sessionDays,
        artifactDays: config.artifactDays,
      })
    },
    async sweepJobs() {
      const [rows, { blobsOfJobs }] = await Promise.all([database(), import('./store/jobs/sweep.ts')])
      // As old as that, and no job of theirs: their row is not about to be written.
      await jobBlobs().sweep(new Date(Date.now() - 3_600_000), () => blobsOfJobs(rows))
    },
    signer() {
      signing ??= secret().then(createSigner)
      signing.catch(() => (signing = null))
      return signing
    },
    database,
    access: createAccess(config, database, use.now),
    get busy(): number {
      return queue.length
    },
    idle: () => queue.idle(),
    async describe(id) {
      const model = models.get(id)
      const handle = await (await engine()).load(model.directory)
      return { ...handle.manifest, id: model.id, hash: await handle.hash() }
    },
    async *generate(request, signal, options = {}) {
      models.get(request.model) // an unknown name need not wait in the queue to be told so
      return yield* queue.run<GenerateEvent | QueueEvent, GenerateResult>(
        () => run(request, signal, options),
        signal,
        options.place,
      )
    },
    async *edit(request, signal, options = {}) {
      models.get(request.model)
      return yield* queue.run<EditEvent | GenerateEvent, EditResult>(
        () => runEdit(request, signal, options),
        signal,
      )
    },
    keptFile: (id) => blobs().read(id),
    async verify(directory, signal) {
      const [{ verify }, { decode }] = await Promise.all([
        import('@plantain/diffusion'),
        import('@plantain/codecs'),
      ])
      return verify(directory, { engine: await engine(), decodeImage: (bytes) => decode(bytes), signal })
    },
    async drain() {
      await queue.drain()
      await sessions.drain()
    },
    async [Symbol.asyncDispose]() {
      await queue.drain()
      await sessions.drain()
      await (await jobs.opened())?.close()
      await (await parts?.catch(() => null))?.close?.()
      await interpreter[Symbol.asyncDispose]()
      await (await opening?.catch(() => null))?.close()
      await (await connecting?.catch(() => null))?.[Symbol.asyncDispose]()
    },
  }
}
