import { readFile } from 'node:fs/promises'
import { PlantainError, REASONS, type Reason } from '@plantain/core'
import { z } from 'zod'
import type { Config } from '../config.ts'

/** Gemini's categories, which clients may set thresholds for. */
export type Category =
  | 'HARASSMENT'
  | 'HATE_SPEECH'
  | 'SEXUALLY_EXPLICIT'
  | 'DANGEROUS_CONTENT'
  | 'CIVIC_INTEGRITY'
export type Threshold = 'LOW_AND_ABOVE' | 'MEDIUM_AND_ABOVE' | 'ONLY_HIGH' | 'NONE'

/** What a request asks to be lowered or raised; a category that is not named is as the operator has it. */
export type Thresholds = Readonly<Partial<Record<Category, Threshold>>>

/**
 * `always`: refused whatever a request says; `default`: refused unless a request lowers its category; `never`: let through.
 */
export type Action = 'always' | 'default' | 'never'

/** The operator's policy. A rule is named by the reason that the interpreter gives, read in the whole of a message, never by a word. */
export interface Policy {
  readonly name: string
  readonly version: 1
  readonly rules: Readonly<Record<Reason, Action>>
}

interface Standing {
  readonly category: Category | null
  /** Gemini's word for how bad it is, held against thresholds. */
  readonly probability: 'MEDIUM' | 'HIGH'
}

const standings: Readonly<Record<Reason, Standing>> = {
  sexual: { category: 'SEXUALLY_EXPLICIT', probability: 'HIGH' },
  minor: { category: 'SEXUALLY_EXPLICIT', probability: 'HIGH' },
  deception: { category: 'CIVIC_INTEGRITY', probability: 'MEDIUM' },
  document: { category: 'DANGEROUS_CONTENT', probability: 'HIGH' },
  harassment: { category: 'HARASSMENT', probability: 'MEDIUM' },
  hate: { category: 'HATE_SPEECH', probability: 'HIGH' },
  violence: { category: 'DANGEROUS_CONTENT', probability: 'MEDIUM' },
  self_harm: { category: 'DANGEROUS_CONTENT', probability: 'HIGH' },
  dangerous: { category: 'DANGEROUS_CONTENT', probability: 'HIGH' },
  copyright: { category: null, probability: 'MEDIUM' },
}

const all = (action: Action): Record<Reason, Action> =>
  Object.fromEntries(REASONS.map((reason) => [reason, action])) as Record<Reason, Action>

/** `minor` is against the law nearly everywhere, and no policy lets it through. */
const unlawful = { minor: 'always' } as const

const builtIn: Readonly<Record<Config['safety'], Policy>> = {
  off: { name: 'off', version: 1, rules: { ...all('never'), ...unlawful } },
  basic: { name: 'basic', version: 1, rules: { ...all('default'), ...unlawful } },
  strict: { name: 'strict', version: 1, rules: all('always') },
}

const File = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(60),
  /** Those that are left out are as in the built-in policy of `safety`. */
  rules: z.partialRecord(z.enum(REASONS), z.enum(['always', 'default', 'never'])),
})

/**
 * The policy of the settings: a built-in one, changed by the operator's file.
 *
 * throws: INVALID_ARGUMENT or NOT_FOUND that says what is wrong with the file
 */
export async function openPolicy({ safety, safetyPolicy }: Config): Promise<Policy> {
  const base = builtIn[safety]
  if (safetyPolicy === '') return base
  let text: string
  try {
    text = await readFile(safetyPolicy, 'utf8')
  } catch (cause) {
    throw new PlantainError(
      'NOT_FOUND',
      `${safetyPolicy} of the setting safetyPolicy cannot be read; check the path`,
      {
        cause,
      },
    )
  }
  const { name, version, rules } = parseFile(text, safetyPolicy)
  if ((rules.minor ?? 'always') !== 'always')
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${safetyPolicy} sets the rule "minor" to "${rules.minor}"; it can only be "always"`,
    )
  const changes = Object.fromEntries(Object.entries(rules).filter(([, action]) => action !== undefined))
  return { name, version, rules: { ...base.rules, ...changes } }
}

function parseFile(text: string, path: string): z.infer<typeof File> {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw new PlantainError('INVALID_ARGUMENT', `${path} is no JSON; see docs/safety.md for what it holds`, {
      cause,
    })
  }
  const result = File.safeParse(content)
  if (result.success) return result.data
  throw new PlantainError('INVALID_ARGUMENT', `${path}: ${z.prettifyError(result.error)}`, {
    cause: result.error,
  })
}

export interface Decision {
  readonly blocked: boolean
  /** The rule, by its name. */
  readonly rule: Reason
  readonly action: Action
  readonly policy: string
  readonly category: Category | null
  readonly probability: 'MEDIUM' | 'HIGH'
}

/** What becomes of a message that the interpreter would refuse. */
export function decide(
  { name, version, rules }: Policy,
  rule: Reason,
  thresholds: Thresholds = {},
): Decision {
  const { category, probability } = standings[rule]
  const action = rules[rule]
  const wanted = category === null ? undefined : thresholds[category]
  const lowered = wanted === 'NONE' || (wanted === 'ONLY_HIGH' && probability !== 'HIGH')
  const blocked = action === 'always' || (action === 'default' && !lowered)
  return { blocked, rule, action, policy: `${name}, version ${version}`, category, probability }
}

/** Which rule it was, whose it is, and what can be done. */
export function explain({ rule, action, policy, category }: Decision): string {
  const remedy =
    action === 'default' && category !== null
      ? `a request may lower the threshold of HARM_CATEGORY_${category}, or the operator of this server the rule`
      : rule === 'minor'
        ? 'it cannot be changed'
        : 'the operator of this server can change it'
  return `Rule "${rule}" of the safety policy "${policy}": ${remedy}. If the message was misread, say it in other words.`
}
