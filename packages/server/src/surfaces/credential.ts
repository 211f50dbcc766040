import { parseScenario, type Scenario } from '../answer/simulate.ts'

/** The key of a request, in the order in which Google's servers look: header, query, bearer token. */
export function keyOf({ headers, url }: Pick<Request, 'headers' | 'url'>): string | null {
  const header = headers.get('x-goog-api-key')
  if (header !== null && header !== '') return header
  const query = new URL(url).searchParams.get('key')
  if (query !== null && query !== '') return query
  return /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

/** `test:rate-limit` as a key, or the header: an emulator for the tests of clients. null: a model answers. */
export function scenarioOf(request: Pick<Request, 'headers' | 'url'>): Scenario | null {
  const asked = request.headers.get('x-plantain-simulate')
  if (asked !== null && asked !== '') return parseScenario(asked)
  const key = keyOf(request)
  return key?.startsWith('test:') ? parseScenario(key.slice('test:'.length) || 'ok') : null
}

/** Of a path that Google's API and OpenAI's share (/v1/models, /v1/files): whether the manner of the credential is OpenAI's. */
export const speaksOpenAi = ({ headers, url }: Pick<Request, 'headers' | 'url'>): boolean =>
  headers.has('authorization') &&
  !headers.has('x-goog-api-key') &&
  !headers.has('x-goog-api-client') &&
  !/[?&]key=/.test(url)
