import { sniff, mimeTypes } from '@plantain/codecs'
import type { Caller } from '../../access.ts'
import type { Alias } from '../../aliases/index.ts'
import { joinTurns, type AskTurn } from '../../answer/ask.ts'
import type { Plantain } from '../../plantain.ts'
import type { CachedEntry } from '../../store/cached-contents.ts'
import { toBase64 } from './bytes.ts'
import { invalid, readTurns, type ReadFile } from './content.ts'
import { counts, promptTokens, type PromptTokens } from './tokens.ts'
import type { ContentBody, GenerateContentRequest, PartBody } from './wire.ts'

type Cacheable = Pick<GenerateContentRequest, 'contents' | 'systemInstruction'>

export const systemText = (instruction: GenerateContentRequest['systemInstruction']): string =>
  (instruction?.parts ?? []).flatMap(({ text }) => (text === undefined ? [] : [text])).join('\n')

/** What cached contents bring into a request. */
export interface Cached {
  readonly turns: readonly AskTurn[]
  readonly instruction: string
  readonly tokens: PromptTokens
}

/**
 * Cached contents by the name in a request.
 *
 * throws: PERMISSION_DENIED for those that are not there, are another's or have expired; INVALID_ARGUMENT where they are another model's
 */
export async function openCached(
  plantain: Plantain,
  caller: Caller,
  { name, alias }: { readonly name: string; readonly alias: Alias },
): Promise<Cached> {
  const own = plantain.cachedContents.of(caller.id)
  const entry = await own.get(cachedIdOf(name))
  if (entry.model !== alias.id)
    throw invalid(
      `Model used by GenerateContent request (models/${alias.id}) and CachedContent (models/${entry.model}) has to be the same.`,
      'cached_content',
    )
  const { contents, systemInstruction } = JSON.parse(
    Buffer.from(await own.body(entry)).toString(),
  ) as Cacheable
  return {
    turns: await readTurns(contents, noFiles),
    instruction: systemText(systemInstruction),
    tokens: tokensOf(entry),
  }
}

/** "cachedContents/abc", also below a project as Vertex writes it → "abc". */
export const cachedIdOf = (name: string): string => name.split('/').at(-1)!.slice(0, 80)

export const tokensOf = ({ textTokens, imageTokens }: CachedEntry): PromptTokens => ({
  total: textTokens + imageTokens,
  details: counts({ TEXT: textTokens, IMAGE: imageTokens }),
})

const noFiles: ReadFile = async (uri) => {
  throw new RangeError(`cached contents name the file ${uri}; its bytes should be in them`)
}

/**
 * Contents as they are kept: checked, with the bytes of the files that they name, which expire on their own.
 *
 * throws: INVALID_ARGUMENT and PERMISSION_DENIED with the field
 */
export async function toCacheable(
  { contents, systemInstruction }: Cacheable,
  readFile: ReadFile,
): Promise<{ readonly body: Uint8Array; readonly textTokens: number; readonly imageTokens: number }> {
  const instruction = systemText(systemInstruction)
  if (contents.length === 0 && instruction === '')
    throw invalid(
      '* CreateCachedContentRequest.cached_content.contents: contents is not specified\n',
      'contents',
    )
  const turns = joinTurns(await readTurns(contents, readFile)) // counted as they will be in a request
  const { details } = await promptTokens({ turns, instruction })
  const tokens = (of: 'TEXT' | 'IMAGE'): number =>
    details.find(({ modality }) => modality === of)?.tokenCount ?? 0
  const whole = await Promise.all(
    contents.map((content, i) => withFiles(content, `contents[${i}]`, readFile)),
  )
  const body = Buffer.from(JSON.stringify({ contents: whole, systemInstruction }))
  return { body: new Uint8Array(body), textTokens: tokens('TEXT'), imageTokens: tokens('IMAGE') }
}

const withFiles = async (content: ContentBody, path: string, readFile: ReadFile): Promise<ContentBody> => ({
  ...content,
  parts: await Promise.all(
    content.parts.map(async ({ fileData, ...part }, i): Promise<PartBody> => {
      if (fileData === undefined) return part
      const bytes = await readFile(fileData.fileUri, `${path}.parts[${i}].file_data.file_uri`)
      const format = sniff(bytes)
      return {
        ...part,
        inlineData: { data: toBase64(bytes), ...(format === null ? {} : { mimeType: mimeTypes[format] }) },
      }
    }),
  ),
})
