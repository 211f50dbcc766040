import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import { camelize, fieldPath } from './camel.ts'

export interface PartBody {
  readonly text?: string | undefined
  readonly thought?: boolean | undefined
  readonly thoughtSignature?: string | undefined
  readonly inlineData?: { readonly mimeType?: string | undefined; readonly data: string } | undefined
  readonly fileData?: { readonly mimeType?: string | undefined; readonly fileUri: string } | undefined
}
export interface ContentBody {
  readonly role?: string | undefined
  readonly parts: readonly PartBody[]
}
export interface ImageConfigBody {
  readonly aspectRatio?: string | undefined
  readonly imageSize?: string | undefined
  readonly imageOutputOptions?:
    | { readonly mimeType?: string | undefined; readonly compressionQuality?: number | undefined }
    | undefined
}
export interface ImageFormatBody {
  readonly aspectRatio?: string | undefined
  readonly imageSize?: string | undefined
  readonly mimeType?: string | undefined
  readonly delivery?: string | undefined
}
export interface GenerationConfigBody {
  readonly responseModalities?: readonly string[] | undefined
  readonly imageConfig?: ImageConfigBody | undefined
  readonly responseFormat?: readonly { readonly image?: ImageFormatBody | undefined }[] | undefined
  readonly seed?: number | undefined
  readonly candidateCount?: number | undefined
  readonly responseMimeType?: string | undefined
  readonly responseSchema?: unknown
  readonly thinkingConfig?: { readonly includeThoughts?: boolean | undefined } | undefined
}
/** A request with every spelling normalised; what has no part in making a picture is checked and left out of the type. */
export interface GenerateContentRequest {
  readonly contents: readonly ContentBody[]
  readonly systemInstruction?: ContentBody | undefined
  readonly generationConfig?: GenerationConfigBody | undefined
  readonly safetySettings?: readonly { readonly category: string; readonly threshold: string }[] | undefined
  readonly tools?:
    | readonly {
        readonly functionDeclarations?: readonly unknown[] | undefined
        readonly codeExecution?: unknown
      }[]
    | undefined
  readonly cachedContent?: string | undefined
}

/** Enums come in any letter case. */
const anyCase = <const T extends readonly [string, ...string[]]>(type: string, values: T) =>
  z.string().transform((given, context) => {
    const upper = given.toUpperCase().replace(/-/g, '_')
    const found = values.find((value) => value.toUpperCase() === upper)
    if (found === undefined)
      context.addIssue({ code: 'custom', params: { enum: type, given }, message: type })
    return found as T[number]
  })
/** A proto number may be a numeric string. */
const number = (type: string) =>
  z.union(
    [
      z.number(),
      z
        .string()
        .regex(/^-?\d+(\.\d+)?$/)
        .transform(Number),
    ],
    { error: type },
  )
const int32 = number('TYPE_INT32').pipe(
  z.number().int({ error: 'TYPE_INT32' }).min(-2147483648).max(2147483647),
)
const percent = number('TYPE_INT32').pipe(z.number().int({ error: 'TYPE_INT32' }).min(0).max(100))
/** A repeated field that people write as one. */
const oneOrMore = <T extends z.ZodType>(of: T) => z.union([z.array(of), of.transform((one) => [one])])

const Part = z.object({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  thoughtSignature: z.string().optional(),
  inlineData: z.object({ mimeType: z.string().optional(), data: z.string() }).optional(),
  fileData: z.object({ mimeType: z.string().optional(), fileUri: z.string() }).optional(),
  functionCall: z.unknown().optional(),
  functionResponse: z.unknown().optional(),
  executableCode: z.unknown().optional(),
  codeExecutionResult: z.unknown().optional(),
})
const Content = z.object({
  role: z.string().optional(),
  parts: z.preprocess(
    (parts) => (parts === undefined || Array.isArray(parts) ? (parts ?? []) : [parts]),
    z.array(Part),
  ),
})
const contents = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? (value ?? []) : [value]),
  z.array(Content),
)

const systemInstruction = z
  .union([z.string().transform((text) => ({ parts: [{ text }] })), Content])
  .optional()

const ImageConfig = z.object({
  aspectRatio: z.string().optional(),
  imageSize: z.union([z.string(), z.number().transform(String)]).optional(),
  imageOutputOptions: z
    .object({ mimeType: z.string().optional(), compressionQuality: percent.optional() })
    .optional(),
  personGeneration: z.string().optional(),
})
const ImageFormat = z.object({
  aspectRatio: z.string().optional(),
  imageSize: z.string().optional(),
  mimeType: z.string().optional(),
  delivery: z.string().optional(),
})
const between = (least: number, most: number) => number('TYPE_FLOAT').pipe(z.number().min(least).max(most))

const GenerationConfig = z.object({
  responseModalities: oneOrMore(
    anyCase('GenerationConfig.Modality', ['TEXT', 'IMAGE', 'AUDIO', 'VIDEO', 'MODALITY_UNSPECIFIED']),
  ).optional(),
  imageConfig: ImageConfig.optional(),
  responseFormat: oneOrMore(z.object({ image: ImageFormat.optional() })).optional(),
  seed: int32.optional(),
  candidateCount: int32.optional(),
  temperature: between(0, 2).optional(),
  topP: between(0, 1).optional(),
  topK: number('TYPE_INT32').optional(),
  maxOutputTokens: int32.optional(),
  stopSequences: oneOrMore(z.string()).optional(),
  responseMimeType: z.string().optional(),
  responseSchema: z.unknown().optional(),
  thinkingConfig: z
    .object({
      includeThoughts: z.boolean().optional(),
      thinkingLevel: z.string().optional(),
      thinkingBudget: int32.optional(),
    })
    .optional(),
})
const SafetySetting = z.object({
  category: anyCase('HarmCategory', [
    'HARM_CATEGORY_UNSPECIFIED',
    'HARM_CATEGORY_HARASSMENT',
    'HARM_CATEGORY_HATE_SPEECH',
    'HARM_CATEGORY_SEXUALLY_EXPLICIT',
    'HARM_CATEGORY_DANGEROUS_CONTENT',
    'HARM_CATEGORY_CIVIC_INTEGRITY',
    'HARM_CATEGORY_IMAGE_HATE',
    'HARM_CATEGORY_IMAGE_DANGEROUS_CONTENT',
    'HARM_CATEGORY_IMAGE_HARASSMENT',
    'HARM_CATEGORY_IMAGE_SEXUALLY_EXPLICIT',
    'HARM_CATEGORY_JAILBREAK',
  ]),
  threshold: anyCase('SafetySetting.HarmBlockThreshold', [
    'HARM_BLOCK_THRESHOLD_UNSPECIFIED',
    'BLOCK_LOW_AND_ABOVE',
    'BLOCK_MEDIUM_AND_ABOVE',
    'BLOCK_ONLY_HIGH',
    'BLOCK_NONE',
    'OFF',
  ]),
})
const Tool = z.object({
  functionDeclarations: z.array(z.unknown()).optional(),
  codeExecution: z.unknown().optional(),
  googleSearch: z.unknown().optional(),
})

const GenerateContentRequest: z.ZodType<GenerateContentRequest> = z.object({
  contents,
  systemInstruction,
  generationConfig: GenerationConfig.optional(),
  safetySettings: oneOrMore(SafetySetting).optional(),
  tools: oneOrMore(Tool).optional(),
  cachedContent: z.string().optional(),
})
export {
  CachedContentRequest as CachedContentSchema,
  CountTokensRequest as CountTokensSchema,
  Expiry as ExpirySchema,
  GenerateContentRequest as GenerateContentSchema,
}
export const parseGenerateContent = (body: unknown): GenerateContentRequest =>
  parse(GenerateContentRequest, body)

const CountTokensRequest: z.ZodType<
  Pick<GenerateContentRequest, 'contents' | 'systemInstruction'> & {
    readonly generateContentRequest?: GenerateContentRequest | undefined
  }
> = z.object({
  contents,
  systemInstruction,
  cachedContent: z.string().optional(),
  generateContentRequest: GenerateContentRequest.optional(),
})
/** The request whose tokens are to be counted, in either of its two shapes. */
export function parseCountTokens(
  body: unknown,
): Pick<GenerateContentRequest, 'contents' | 'systemInstruction' | 'cachedContent'> {
  const { generateContentRequest, ...direct } = parse(CountTokensRequest, body)
  return generateContentRequest ?? direct
}

/** When it expires: after a time ("3600s") or at one; undefined: not said. */
export interface ExpiryBody {
  readonly ttl?: string | undefined
  readonly expireTime?: string | undefined
}
export interface CachedContentRequest
  extends ExpiryBody, Pick<GenerateContentRequest, 'contents' | 'systemInstruction' | 'tools'> {
  readonly model: string
  readonly displayName?: string | undefined
}
const expiry = {
  ttl: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,9})?s$/, { error: 'type.googleapis.com/google.protobuf.Duration' })
    .optional(),
  expireTime: z.iso
    .datetime({ offset: true, error: 'type.googleapis.com/google.protobuf.Timestamp' })
    .optional(),
}
const CachedContentRequest: z.ZodType<CachedContentRequest> = z.object({
  model: z.string(),
  displayName: z.string().max(128, { error: 'at most 128 characters' }).optional(),
  contents,
  systemInstruction,
  tools: oneOrMore(Tool).optional(),
  ...expiry,
})
export const parseCachedContent = (body: unknown): CachedContentRequest => parse(CachedContentRequest, body)
const Expiry: z.ZodType<ExpiryBody> = z.object(expiry)
export const parseExpiry = (body: unknown): ExpiryBody => parse(Expiry, body)

/** throws: INVALID_ARGUMENT in the words of Google's own servers, with the field in snake_case */
export function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new PlantainError('INVALID_ARGUMENT', 'Invalid JSON payload received. Root must be an object.')
  const plain = camelize(body)
  const result = schema.safeParse(plain)
  if (result.success) return result.data
  const issue = deepest(result.error.issues[0]!)
  const field = fieldPath(issue.path)
  const given = valueAt(plain, issue.path)
  const shown = JSON.stringify(given)?.slice(0, 64) ?? 'nothing'
  const message = `Invalid value at '${field}' (${typeOf(issue)}), ${shown}`
  throw new PlantainError('INVALID_ARGUMENT', message, { details: { field, description: message } })
}

type Issue = z.core.$ZodIssue
/** Of a union, the branch that came farthest: "contents[0].parts[1].text" says more than "contents". */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors
    .flat()
    .map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return inner !== undefined && inner.path.length > issue.path.length ? inner : issue
}

function typeOf(issue: Issue): string {
  if (issue.code === 'custom' && issue.params?.['enum'] !== undefined)
    return `type.googleapis.com/google.ai.generativelanguage.v1beta.${String(issue.params['enum'])}`
  if (issue.code === 'invalid_type')
    return (
      {
        string: 'TYPE_STRING',
        number: 'TYPE_FLOAT',
        boolean: 'TYPE_BOOL',
        object: 'TYPE_MESSAGE',
        array: 'TYPE_LIST',
      }[issue.expected as string] ?? `TYPE_${issue.expected.toUpperCase()}`
    )
  return issue.message
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )
