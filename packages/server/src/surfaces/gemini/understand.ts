import { randomBytes } from 'node:crypto'
import type { Caller } from '../../access.ts'
import type { Alias } from '../../aliases/index.ts'
import type { Ask, AskTurn } from '../../answer/ask.ts'
import type { Scenario } from '../../answer/simulate.ts'
import type { Plantain } from '../../plantain.ts'
import { openCached, systemText } from './cached-content.ts'
import { toTurns } from './content.ts'
import { fileReader } from './files.ts'
import { engineModel } from './models.ts'
import type { Head } from './respond.ts'
import { toSettings } from './settings.ts'
import { toThresholds } from './thresholds.ts'
import { promptTokens, type PromptTokens } from './tokens.ts'
import type { GenerateContentRequest } from './wire.ts'

/** Who sends a GenerateContentRequest, and to which model: on a path of its own, or as a line of a batch. */
export interface Asked {
  readonly plantain: Plantain
  readonly alias: Alias
  readonly caller: Caller
  readonly scenario: Scenario | null
}

const previewMilliseconds = 400

/** What is asked, after what is cached where the request names it. */
export async function conversationOf(
  {
    contents,
    systemInstruction,
    cachedContent,
  }: Pick<GenerateContentRequest, 'contents' | 'systemInstruction' | 'cachedContent'>,
  { plantain, alias, caller }: Omit<Asked, 'scenario'>,
): Promise<{ turns: readonly AskTurn[]; instruction: string; cached: PromptTokens | null }> {
  const kept = cachedContent ? await openCached(plantain, caller, { name: cachedContent, alias }) : null
  const instructions = [kept?.instruction ?? '', systemText(systemInstruction)]
  return {
    turns: await toTurns(contents, fileReader(plantain, caller), kept?.turns),
    instruction: instructions.filter((text) => text !== '').join('\n'),
    cached: kept?.tokens ?? null,
  }
}

/** A request of Gemini's → what is asked, and what of it the answer needs. throws: INVALID_ARGUMENT in Google's words */
export async function understand(
  request: GenerateContentRequest,
  asked: Asked,
): Promise<{ ask: Ask; head: Head }> {
  const { alias, caller, scenario } = asked
  const settings = toSettings(request, alias)
  const { turns, instruction, cached } = await conversationOf(request, asked)
  const head: Head = {
    alias,
    modelVersion: alias.id,
    responseId: randomBytes(17).toString('base64url'),
    settings,
    prompt: await promptTokens({ turns, instruction }),
    ...(cached === null ? {} : { cached }),
  }
  const { size, format, quality, seed } = settings
  const ask: Ask = {
    caller,
    alias: alias.id,
    turns,
    model: engineModel(alias),
    size,
    format,
    count: 1,
    wordsOnly: !settings.image,
    thresholds: toThresholds(request.safetySettings),
    ...(instruction === '' ? {} : { instruction }),
    ...(scenario === null ? {} : { scenario }),
    ...(quality === undefined ? {} : { quality }),
    ...(seed === undefined ? {} : { seed }),
    previewMilliseconds: settings.thoughts ? previewMilliseconds : null,
  }
  return { ask, head }
}
