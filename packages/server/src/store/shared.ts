import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/**
 * What all processes of one installation have in common, by a name. Of several that bring a value the first one's holds for all.
 *
 * returns: the value that holds
 */
export async function agree(
  database: Kysely<Database>,
  name: 'secret' | 'marker',
  mine: () => Promise<string>,
): Promise<string> {
  const read = () => database.selectFrom('shared').select('value').where('name', '=', name).executeTakeFirst()
  const found = await read()
  if (found !== undefined) return found.value
  await database
    .insertInto('shared')
    .values({ name, value: await mine() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return (await read())!.value
}
