import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { DATABASE_TIMEOUT_MILLISECONDS, testDatabase } from './test-database.contract.ts'

test(
  'a plan that was made for an empty table does not outlive its filling',
  async () => {
    await using connection = await testDatabase()
    const { database } = connection
    await sql`create table things (id integer, name text)`.execute(database)
    await sql`create index things_by_name on things (name)`.execute(database)
    const find = (name: string) => sql`select id from things where name = ${name}`.execute(database)
    const planned = async (): Promise<string> => {
      const found = sql`select name from pg_prepared_statements where statement like 'select id from things%'`
      const { name } = (await found.execute(database)).rows[0] as { name: string }
      const { rows } = await sql.raw(`explain execute ${name}('n')`).execute(database)
      return JSON.stringify(rows)
    }
    for (let n = 0; n < 10; n++) await find(`${n}`)
    const empty = await planned()
    await sql`insert into things select n, md5(n::text) from generate_series(1, 20000) n`.execute(database)
    for (let n = 0; n < 600; n++) await find(`${n}`)
    expect(await planned()).not.toBe(empty) // the same way at another cost: it was thought out again
    const { rows } = await sql`select generic_plans from pg_prepared_statements
      where statement like 'select id from things%'`.execute(database)
    // And not for each of its calls.
    expect(Number((rows[0] as { generic_plans: string }).generic_plans)).toBeGreaterThan(400)
  },
  DATABASE_TIMEOUT_MILLISECONDS,
)
