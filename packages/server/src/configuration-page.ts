import { describeSettings } from './config.ts'

/** docs/configuration.md, printed from the schema: `node packages/server/dist/configuration-page.js > docs/configuration.md`. */
export function configurationPage(): string {
  const rows = describeSettings().map(
    ({ key, variable, fallback, allowed, description }) =>
      `| \`${key}\` | \`${variable}\` | \`${JSON.stringify(fallback)}\` | ${description} Allowed: ${allowed}. |`,
  )
  return [
    '# Configuration',
    '',
    'One typed object, from defaults, then `plantain.config.json` in the current folder (a JSON object with the keys below), then',
    'environment variables, then options of the command line. Unknown keys and bad values stop the start with a message that says',
    'what is allowed.',
    '',
    '| key | variable | default | what it does |',
    '|---|---|---|---|',
    ...rows,
    '',
    'This page is printed from the schema in `packages/server/src/config.ts`; a test keeps the two together.',
    '',
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) process.stdout.write(configurationPage())
