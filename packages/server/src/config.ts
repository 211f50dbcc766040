import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import { parseField, type Field } from './field.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  readonly data: string
  readonly databaseUrl: string
  readonly blobs: string
  readonly model: string
  readonly compute: 'here' | 'workers'
  readonly device: 'auto' | 'cpu' | 'cuda' | 'dml' | 'coreml' | 'webgpu'
  readonly threads: number
  readonly memoryMegabytes: number
  readonly auth: 'off' | 'keys'
  readonly requestsPerMinute: number
  readonly requestsPerDay: number
  readonly concurrentRequests: number
  readonly inputTokenDollars: number
  readonly outputTokenDollars: number
  readonly interpreterUrl: string
  readonly interpreterModel: string
  readonly interpreterKey: string
  readonly interpreterSeconds: number
  readonly maxWaiting: number
  readonly maxBodyMegabytes: number
  readonly maxFileMegabytes: number
  readonly maxStorageMegabytes: number
  readonly fileHours: number
  readonly sessionDays: number
  readonly artifactDays: number
  readonly maxMegapixels: number
  readonly drainSeconds: number
  readonly log: 'errors' | 'requests'
  readonly sign: 'off' | 'on'
  readonly signKey: string
  readonly signCertificates: string
  readonly trustedCertificates: string
  readonly watermark: 'off' | 'on'
  readonly watermarkId: string
  readonly safety: 'off' | 'basic' | 'strict'
  readonly safetyPolicy: string
}

/** What goes into docs/configuration.md besides. */
interface Setting extends Field {
  readonly description: string
}
type Words = Readonly<Pick<Setting, 'allowed' | 'description'>>
type Range = readonly [least: number, most: number]

const number = (fallback: number, [least, most]: Range, words: Words): Setting => ({
  schema: z.number().min(least).max(most).default(fallback),
  ...words,
})
const whole = (fallback: number, [least, most]: Range, words: Words): Setting => ({
  schema: z.number().int().min(least).max(most).default(fallback),
  ...words,
})
const text = (fallback: string, words: Words): Setting => ({
  schema: z.string().min(1).default(fallback),
  ...words,
})

/** May be empty: then what is meant is something that needs no saying. */
const optional = (words: Words): Setting => ({ schema: z.string().default(''), ...words })

const devices = ['auto', 'cpu', 'cuda', 'dml', 'coreml', 'webgpu'] as const

/** The one schema: what can be set, what is allowed, what holds when nothing is said. */
const settings: Readonly<Record<keyof Config, Setting>> = {
  host: text('127.0.0.1', {
    allowed: 'a host name or an address, 0.0.0.0 for all networks',
    description: 'Where the server listens. The default lets in nobody but this machine.',
  }),
  port: whole(8787, [0, 65535], {
    allowed: 'a whole number from 1 to 65535, or 0 for any free port',
    description: 'Port of the server.',
  }),
  publicUrl: {
    schema: z
      .string()
      .regex(/^(https?:\/\/[^\s?#]+)?$/)
      .default(''),
    allowed:
      'a URL like https://pictures.example.org/plantain, or nothing to take what each request was sent to',
    description:
      'Where clients reach the server, for the addresses that it gives out; needed behind a proxy that sends no X-Forwarded-Host.',
  },
  data: text('~/.plantain', {
    allowed: 'a folder',
    description:
      'Data directory: models under `models/`, sessions under `db/`, their pictures under `blobs/`, caches. `~` is the home directory.',
  }),
  databaseUrl: {
    schema: z
      .string()
      .regex(/^(postgres(ql)?:\/\/.+)?$/)
      .default(''),
    allowed: 'a URL like postgres://user:password@host/database, or nothing for the embedded database',
    description: 'A Postgres to keep sessions in; without it the embedded database under `data`.',
  },
  blobs: optional({
    allowed: 'a folder, a bucket as s3://bucket/prefix, or nothing for `blobs/` under the data directory',
    description:
      'Where pictures and files are kept, each by its hash. For a bucket the variables of every program for S3 hold: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, and AWS_ENDPOINT_URL_S3 for another store than Amazon’s.',
  }),
  model: text('plantain-tiny', {
    allowed: 'the name of an installed model (`plantain models list`) or the folder of one',
    description: 'The model that is used when a request names none.',
  }),
  compute: {
    schema: z.enum(['here', 'workers']).default('here'),
    allowed: 'here or workers',
    description:
      'Where the server has pictures made: `here`, with the help of workers when it is busy, or by `workers` alone (`plantain worker`); workers need `databaseUrl`, and one folder of `blobs` that all see.',
  },
  device: {
    schema: z.enum(devices).default('auto'),
    allowed: `one of ${devices.join(', ')}`,
    description: 'Where networks compute; `auto` takes the fastest that the machine has.',
  },
  threads: whole(0, [0, 1024], {
    allowed: 'a whole number from 1 to 1024, or 0 to leave the choice to the engine',
    description: 'Threads of one network run on the CPU.',
  }),
  memoryMegabytes: whole(0, [0, 10_000_000], {
    allowed: 'a whole number of megabytes, or 0 to leave the choice to the engine',
    description: 'The most memory that weights may take at once; the least recently used leave first.',
  }),
  auth: {
    schema: z.enum(['off', 'keys']).default('off'),
    allowed: 'off or keys',
    description:
      'Who may use the API: with `off` everybody on this machine and nobody else, with `keys` who has a key (`plantain keys create`).',
  },
  requestsPerMinute: whole(0, [0, 1_000_000], {
    allowed: 'a whole number, or 0 for no limit',
    description:
      'Requests for pictures that a key may make in a minute, where the key has no limit of its own.',
  }),
  requestsPerDay: whole(0, [0, 10_000_000], {
    allowed: 'a whole number, or 0 for no limit',
    description:
      'Requests for pictures that a key may make in a day, where the key has no limit of its own. A day ends at midnight US Pacific time, as at Google.',
  }),
  concurrentRequests: whole(0, [0, 10_000], {
    allowed: 'a whole number, or 0 for no limit',
    description: 'Requests for pictures of one key that may run or wait at the same time.',
  }),
  inputTokenDollars: number(0.3, [0, 10_000], {
    allowed: 'dollars for a million tokens',
    description: 'Price of what is sent in, for the figures of `plantain usage` and for budgets.',
  }),
  outputTokenDollars: number(30, [0, 10_000], {
    allowed: 'dollars for a million tokens',
    description: 'Price of what is made; 30 makes $0.039 a picture of 1290 tokens.',
  }),
  interpreterUrl: {
    schema: z
      .string()
      .regex(/^(https?:\/\/.+)?$/)
      .default(''),
    allowed: 'the URL of an OpenAI-compatible API with its version, as http://127.0.0.1:11434/v1, or nothing',
    description:
      'A language model that reads messages in place of the embedded interpreter; messages and what the pictures show, in words, go there. Where it fails, the embedded one reads, and the log says so.',
  },
  interpreterModel: optional({
    allowed: 'the name of a model of that API, or nothing without `interpreterUrl`',
    description: 'The language model that reads messages.',
  }),
  interpreterKey: optional({
    allowed: 'a key of that API, or nothing where it needs none',
    description: 'Sent to `interpreterUrl` and nowhere else.',
  }),
  interpreterSeconds: number(20, [0.1, 600], {
    allowed: 'a number of seconds from 0.1 to 600',
    description: 'After so long without an answer the embedded interpreter reads the message.',
  }),
  maxWaiting: whole(16, [0, 10_000], {
    allowed: 'a whole number from 0 to 10000',
    description: 'Requests that may wait while another is computed; more are told to come back later.',
  }),
  maxBodyMegabytes: number(100, [0.1, 1024], {
    allowed: 'a number of megabytes from 0.1 to 1024',
    description: 'Largest body of a request, pictures in it included.',
  }),
  maxFileMegabytes: number(2048, [0.1, 1_000_000], {
    allowed: 'a number of megabytes from 0.1 to 1000000',
    description: 'Largest file of the Files API.',
  }),
  maxStorageMegabytes: number(20_480, [0.1, 1_000_000_000], {
    allowed: 'a number of megabytes from 0.1 to 1000000000',
    description: 'The most that the files of one key may take together.',
  }),
  fileHours: number(48, [0.001, 87_600], {
    allowed: 'a number of hours from 0.001 to 87600',
    description: 'How long a file of the Files API is kept.',
  }),
  sessionDays: whole(0, [0, 36_500], {
    allowed: 'a whole number of days, or 0 for ever',
    description: 'Sessions in which nothing was said for so long are deleted, with their history.',
  }),
  artifactDays: whole(0, [0, 36_500], {
    allowed: 'a whole number of days, or 0 for as long as `sessionDays`',
    description:
      'Stored pictures that no session names, as those of deleted sessions and the sources of single edits, are removed when they are so old.',
  }),
  maxMegapixels: number(50, [0.1, 1000], {
    allowed: 'a number of megapixels from 0.1 to 1000',
    description: 'Largest picture that is read.',
  }),
  drainSeconds: number(20, [0, 3600], {
    allowed: 'a number of seconds from 0 to 3600',
    description:
      'When the server is told to stop, running requests have so long to finish; then they are cancelled.',
  }),
  log: {
    schema: z.enum(['errors', 'requests']).default('errors'),
    allowed: 'errors or requests',
    description:
      'What the server writes to standard error, a line of JSON each: its own errors, or each answered request as well. Never prompts, pictures or keys.',
  },
  sign: {
    schema: z.enum(['off', 'on']).default('off'),
    allowed: 'off or on',
    description:
      'With `on`, pictures that are handed out carry a signed C2PA manifest (Content Credentials); the same picture is then the same file only where the same key signs. See [provenance.md](provenance.md).',
  },
  signKey: optional({
    allowed: 'a PEM file with a private key (Ed25519, P-256 or P-384), or nothing',
    description:
      'Key that signs; without it one is made at first use, in `identity.pem` under the data directory.',
  }),
  signCertificates: optional({
    allowed: "a PEM file, the signer's own certificate first, or nothing without `signKey`",
    description: 'Certificates of `signKey`.',
  }),
  trustedCertificates: optional({
    allowed: 'a PEM file, or nothing',
    description: 'Those whose word `plantain verify` takes for whose a certificate is.',
  }),
  watermark: {
    schema: z.enum(['off', 'on']).default('off'),
    allowed: 'off or on',
    description:
      'With `on`, pictures made from words alone carry an invisible mark when they are handed out. See [provenance.md](provenance.md).',
  },
  watermarkId: {
    schema: z
      .string()
      .regex(/^([0-9a-f]{8})?$/i)
      .default(''),
    allowed: '8 hexadecimal digits, or nothing for a number of this installation',
    description: 'What the mark says.',
  },
  safety: {
    schema: z.enum(['off', 'basic', 'strict']).default('basic'),
    allowed: 'off, basic or strict',
    description:
      "What is not carried out, by what a message means: `basic` can be lowered by a request (Gemini's `safetySettings`, OpenAI's `moderation`), `strict` cannot, `off` keeps what is unlawful. See [safety.md](safety.md).",
  },
  safetyPolicy: optional({
    allowed: 'a JSON file, or nothing',
    description: 'Rules of your own over those of `safety`.',
  }),
}

/** One line of documentation. */
export interface SettingLine {
  readonly key: string
  readonly variable: string
  readonly fallback: unknown
  readonly allowed: string
  readonly description: string
}
export const describeSettings = (): readonly SettingLine[] =>
  Object.entries(settings).map(([key, { schema, allowed, description }]) => ({
    key,
    variable: variableOf(key),
    fallback: schema.parse(undefined),
    allowed,
    description,
  }))

export interface ConfigSources {
  /** From the command line; undefined ones are left out. */
  readonly flags?: Readonly<Partial<Record<keyof Config, unknown>>>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where `plantain.config.json` is looked for and relative paths start. */
  readonly directory: string
}

/** The environment of this process; nothing else reads it. */
export const environment = (): Readonly<Record<string, string | undefined>> => process.env

const configFile = 'plantain.config.json'

/**
 * Flags over `PLANTAIN_*` over `plantain.config.json` over defaults, frozen.
 *
 * throws: INVALID_ARGUMENT with a sentence for an unknown key, a bad value, a file that is no JSON object
 */
export function loadConfig({ flags = {}, environment: variables, directory }: ConfigSources): Config {
  const file = readConfigFile(directory)
  refuseUnknown(Object.keys(file), Object.keys(settings), configFile)
  refuseUnknown(
    Object.keys(variables).filter((name) => name.startsWith('PLANTAIN_')),
    Object.keys(settings).map(variableOf),
    'the environment',
  )
  const values = Object.entries(settings).map(([key, setting]) => {
    const flag = flags[key as keyof Config]
    const variable = variables[variableOf(key)]
    if (flag !== undefined) return [key, parseField(setting, flag, `--${kebab(key)}`)]
    // An empty variable is how shells and containers say "not set".
    if (variable !== undefined && variable !== '')
      return [key, parseField(setting, fromText(variable, setting), variableOf(key), variable)]
    return [key, parseField(setting, file[key], `${key} in ${configFile}`)]
  })
  const config = Object.fromEntries(values) as Config
  return Object.freeze({
    ...config,
    data: folder(directory, config.data),
    blobs:
      config.blobs === '' || /^\w+:\/\//.test(config.blobs) ? config.blobs : folder(directory, config.blobs),
    signKey: config.signKey && folder(directory, config.signKey),
    signCertificates: config.signCertificates && folder(directory, config.signCertificates),
    safetyPolicy: config.safetyPolicy && folder(directory, config.safetyPolicy),
    trustedCertificates: config.trustedCertificates && folder(directory, config.trustedCertificates),
  })
}

const folder = (directory: string, path: string): string =>
  resolve(directory, path.replace(/^~(?=$|[\\/])/, homedir()))

/** A variable is text; where the schema takes numbers, a text that is one becomes it. */
function fromText(value: string, { schema }: Field): unknown {
  const takesNumbers = typeof schema.parse(undefined) === 'number'
  return takesNumbers && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value
}

function readConfigFile(directory: string): Readonly<Record<string, unknown>> {
  const path = join(directory, configFile)
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${path} cannot be read; check its permissions or remove it`,
      { cause },
    )
  }
  const wrong = (cause?: unknown): PlantainError =>
    new PlantainError('INVALID_ARGUMENT', `${path} is not a JSON object; write it like { "port": 8787 }`, {
      cause,
    })
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (cause) {
    throw wrong(cause)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong()
  return value as Record<string, unknown>
}

function refuseUnknown(given: readonly string[], known: readonly string[], where: string): void {
  const unknown = given.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${where} sets ${unknown}, which is not known; known are ${known.join(', ')}`,
    )
}

const variableOf = (key: string): string => `PLANTAIN_${kebab(key).replaceAll('-', '_').toUpperCase()}`
const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
