/**
 * JSON as Python writes it: with Infinity, -Infinity and NaN, which the standard has not and which real
 * scheduler_config.json files hold (`lambda_min_clipped`). NaN becomes null. Throws SyntaxError for anything else.
 */
export function parsePythonJson(text: string): unknown {
  try {
    return JSON.parse(text) // nearly all files are standard, some are megabytes
  } catch {
    // then it may be Python's
  }
  const standard = text.replaceAll(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g, (token) => {
    if (token.startsWith('"')) return token
    if (token === 'NaN') return 'null'
    return token.startsWith('-') ? '-1e999' : '1e999' // beyond double: read as infinite
  })
  return JSON.parse(standard)
}
