const versions = new Set(['v1', 'v1beta', 'v1alpha', 'v1beta1'])
const openai = new Set(['images', 'responses', 'chat'])
const gemini = new Set(['models', 'files', 'batches', 'cachedContents', 'operations', 'interactions'])

/**
 * The many ways in which clients write a path, as one: `/gemini/VERSION/…`, `/vertex/VERSION/…`, `/openai/…`. Takes doubled and leading
 * slashes, encoded slashes and colons, versions that a base URL doubled (the last counts), none at all, `/v1beta/openai/…`, and
 * `upload` or `download` before or after the version. Other paths stay as they are.
 */
export function canonicalPath(path: string): string {
  const segments = path.replace(/%2f/gi, '/').replace(/%3a/gi, ':').split('/').filter(Boolean)
  if (segments[1] === 'native') return path
  let version: string | null = null
  let transfer: string | null = null
  for (; segments.length > 0; segments.shift()) {
    const [first] = segments as [string]
    if (versions.has(first)) version = first
    else if ((first === 'upload' || first === 'download') && transfer === null) transfer = first
    else break
  }
  const [first] = segments
  const rest = segments.join('/')
  if (first === undefined) return path
  if (first === 'openai') return `/${rest}`
  if (transfer === null && openai.has(first)) return `/openai/${rest}`
  if (first === 'projects' || first === 'publishers') return `/vertex/${version ?? 'v1'}/${rest}`
  if (gemini.has(first))
    return `/gemini/${transfer === null ? '' : `${transfer}/`}${version ?? 'v1beta'}/${rest}`
  return path
}
