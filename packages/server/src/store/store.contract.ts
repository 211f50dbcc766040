import { randomUUID } from 'node:crypto'
import { append, type Session, type Turn } from '@plantain/conversation'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArtifact } from './artifacts.ts'
import { insertSession, listSessions, readSession, readTurns, saveLastTurn } from './conversations.ts'
import { deleteInteraction, insertInteraction, readInteraction } from './interactions.ts'
import type { Connection } from './open.ts'
import { session as named, turn } from './turn.contract.ts'

/** What is asked of any database; each test has sessions of its own. */
export function storeContract(name: string, open: () => Promise<Connection>): void {
  describe(name, () => {
    let connection: Connection
    beforeAll(async () => {
      connection = await open()
    }, 300_000) // the first start of an embedded database takes seconds
    afterAll(async () => connection?.[Symbol.asyncDispose]())
    const database = () => connection.database
    // A database that is kept has the sessions of earlier runs.
    const run = randomUUID()
    const id = (name: string): string => `${name}-${run}`
    const session = (name: string, turns?: readonly Turn[]): Session => named(id(name), turns)

    test('a session comes back as it was, turn by turn', async () => {
      let before = session('a-whole')
      for (const one of [
        turn(1),
        turn(2, { message: 'añade "dos" gaviotas 🕊️ \u2028 </script>' }),
        turn(3),
      ]) {
        before = append(before, one)
        await saveLastTurn(database(), before)
      }
      expect(await readSession(database(), id('a-whole'))).toEqual(before)
      expect(await readTurns(database(), id('a-whole'), 2)).toEqual([before.turns[2]])
    })
    test('there is no session of an unknown name, whatever the name', async () => {
      for (const unknown of ['nobody', '', "'; drop table turns; --", 'x'.repeat(10_000)])
        expect(await readSession(database(), unknown)).toBeNull()
    })
    test('an empty session can be stored and gets its title with the first message', async () => {
      await insertSession(database(), session('b-empty'))
      expect(await readSession(database(), id('b-empty'))).toEqual(session('b-empty'))
      await saveLastTurn(database(), session('b-empty', [turn(1, { message: 'x'.repeat(200) })]))
      const entry = (await listSessions(database(), { limit: 100, offset: 0 })).find(
        (one) => one.id === id('b-empty'),
      )
      expect(entry).toMatchObject({ title: 'x'.repeat(80), turns: 1 })
      expect(entry!.createdAt).toBeInstanceOf(Date)
    })
    test('two who add the same turn: one is stored, the other is told, and nothing is half there', async () => {
      const one = session('c-race', [turn(1)])
      await saveLastTurn(database(), one)
      const mine = append(one, turn(2, { message: 'mine' }))
      const yours = append(one, turn(2, { message: 'yours', files: [delivered('d')] }))
      await saveLastTurn(database(), mine)
      await expect(saveLastTurn(database(), yours)).rejects.toMatchObject({ code: 'ABORTED' })
      expect(await readSession(database(), id('c-race'))).toEqual(mine)
      expect(await readArtifact(database(), 'd'.repeat(64))).toBeNull()
    })
    test('a turn that does not follow is not stored', async () => {
      const one = session('d-follow', [turn(1)])
      await saveLastTurn(database(), one)
      await expect(saveLastTurn(database(), one)).rejects.toMatchObject({ code: 'ABORTED' })
    })
    test('what a turn names can be found by its id, once, whoever names it again', async () => {
      await saveLastTurn(database(), session('e-files', [turn(1, { files: [delivered('e')] })]))
      await saveLastTurn(database(), session('e-again', [turn(1, { files: [delivered('e')] })]))
      expect(await readArtifact(database(), 'e'.repeat(64))).toEqual({
        id: 'e'.repeat(64),
        mimeType: 'image/jpeg',
        width: 8,
        height: 6,
      })
      expect(await readArtifact(database(), '1'.repeat(64))).toMatchObject({
        mimeType: 'image/png',
        width: 4,
      })
    })
    test('an interaction is its owner’s, until it is deleted', async () => {
      const one = { owner: `mine-${run}`, id: 'v1_a', session: 's', turn: 3, body: { text: 'añade "dos"' } }
      await insertInteraction(database(), one)
      expect(await readInteraction(database(), one.owner, 'v1_a')).toEqual(one)
      expect(await readInteraction(database(), 'local', 'v1_a')).toBeNull()
      expect(await deleteInteraction(database(), 'local', 'v1_a')).toBe(false)
      expect(await deleteInteraction(database(), one.owner, 'v1_a')).toBe(true)
      expect(await readInteraction(database(), one.owner, 'v1_a')).toBeNull()
    })
    test('a file is found by who has it in a session, and by nobody else', async () => {
      const [mine, yours] = [`mine-${run}`, `yours-${run}`]
      const file = { ...delivered('f'), artifact: run.replaceAll('-', '').repeat(2) }
      await saveLastTurn(database(), session('g-mine', [turn(1, { files: [file] })]), mine)
      expect(await readArtifact(database(), file.artifact, mine)).toMatchObject({ mimeType: 'image/jpeg' })
      for (const other of [yours, 'local', ''])
        expect(await readArtifact(database(), file.artifact, other)).toBeNull()
      await saveLastTurn(database(), session('g-yours', [turn(1, { files: [file] })]), yours)
      expect(await readArtifact(database(), file.artifact, yours)).not.toBeNull()
    })
    test('the list has the latest first and no more than asked for', async () => {
      await saveLastTurn(database(), session('f-old', [turn(1)]))
      await saveLastTurn(database(), session('f-new', [turn(1)]))
      await saveLastTurn(database(), session('f-old', [turn(1), turn(2)]))
      const ids = (await listSessions(database(), { limit: 2, offset: 0 })).map((one) => one.id)
      expect(ids).toEqual([id('f-old'), id('f-new')])
    })
  })
}

const delivered = (digit: string) => ({
  artifact: digit.repeat(64),
  mimeType: 'image/jpeg',
  name: 'picture.jpg',
  width: 8,
  height: 6,
})
