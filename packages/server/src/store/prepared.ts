import type { PGlite as Embedded, Transaction } from '@electric-sql/pglite'
import type { PGlite, PGliteTransaction } from 'kysely'
import { serialize } from 'pg-protocol'

/** Statements that are kept; the one that was longest unused goes. */
const mostKept = 100
/** Inserts of hundreds of rows seldom come again with as many. */
const longestKept = 8000
/** Statements after which all are planned anew: planning costs as much as running them, and once in so many it is nothing. */
const plansHold = 500

type Query = PGlite['query']
type Results = Awaited<ReturnType<Query>>
type Message = Awaited<ReturnType<Embedded['execProtocol']>>['messages'][number]

interface Statement {
  readonly name: string
  /** Of its parameters, by their number. */
  readonly types: readonly number[]
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
}

/**
 * The same database; a statement that comes again is parsed once, planned now and then, and takes one call of the embedded Postgres in
 * place of six. Nothing analyses tables there, so that a plan that was made when they were empty would be kept for ever: plans are thrown
 * away after some hundred statements.
 */
export async function preparing(pglite: Embedded): Promise<PGlite> {
  const kept = new Map<string, Statement>()
  let [names, untilDiscard] = [0, plansHold]

  const call = async (...parts: readonly Uint8Array[]): Promise<readonly Message[]> =>
    (await pglite.execProtocol(Buffer.concat([...parts, serialize.sync()]))).messages

  async function prepare(text: string): Promise<Statement> {
    const name = `kept_${++names}`
    const told = await call(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    let [types, fields]: [Statement['types'], Statement['fields']] = [[], []]
    for (const message of told) {
      if (is('parameterDescription', message)) types = message.dataTypeIDs
      if (is('rowDescription', message)) fields = message.fields
    }
    return { name, types, fields }
  }

  async function statementOf(text: string): Promise<Statement> {
    const statement = kept.get(text) ?? (await prepare(text))
    kept.delete(text)
    kept.set(text, statement) // now the newest
    for (const [oldest, { name }] of kept) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
      await call(serialize.close({ type: 'S', name }))
    }
    return statement
  }

  const query = async (text: string, values: readonly unknown[]): Promise<Results> =>
    pglite.runExclusive(async () => {
      if (--untilDiscard === 0) {
        untilDiscard = plansHold
        await pglite.execProtocol(serialize.query('discard plans'))
      }
      const { name, types, fields } = await statementOf(text)
      const sent = values.map((value, i) => asText(value, pglite.serializers[types[i]!]))
      const told = await call(serialize.bind({ statement: name, values: sent }), serialize.execute())
      const rows: Record<string, unknown>[] = []
      let affectedRows = 0
      for (const message of told) {
        if (is('dataRow', message))
          rows.push(
            Object.fromEntries(
              fields.map(({ name: field, dataTypeID }, i) => {
                const value = message.fields[i] ?? null
                const parse = pglite.parsers[dataTypeID]
                return [field, value === null || parse === undefined ? value : parse(value, dataTypeID)]
              }),
            ),
          )
        if (is('commandComplete', message) && !message.text.startsWith('SELECT'))
          affectedRows = Number(message.text.split(' ').at(-1)) || 0
      }
      return { rows, fields: [...fields], affectedRows }
    })

  const over = (plain: Embedded | Transaction): Query =>
    (async (text: string, values: readonly unknown[] = [], options?: object) =>
      text.length > longestKept ? plain.query(text, [...values], options) : query(text, values)) as Query

  return {
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
    waitReady: pglite.waitReady,
    close: () => pglite.close(),
    query: over(pglite),
    transaction: (callback) =>
      pglite.transaction((transaction) => {
        const own: PGliteTransaction = { query: over(transaction), rollback: () => transaction.rollback() }
        return callback(own)
      }),
  }
}

const asText = (value: unknown, serializer: ((value: unknown) => string) | undefined): string | null => {
  if (value === null || value === undefined) return null
  return serializer === undefined ? String(value) : serializer(value)
}

interface Told {
  readonly parameterDescription: { readonly dataTypeIDs: number[] }
  readonly rowDescription: { readonly fields: { readonly name: string; readonly dataTypeID: number }[] }
  readonly dataRow: { readonly fields: (string | null)[] }
  readonly commandComplete: { readonly text: string }
}
const is = <N extends keyof Told>(name: N, message: Message): message is Message & Told[N] =>
  message.name === name
