import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Channel, Connection } from './open.ts'

/**
 * What is said on the channels of a hosted Postgres, over one connection of its own, which is opened with the first subscription and
 * again whenever it breaks.
 */
export function hearing(url: string): Pick<Connection, 'subscribe'> & { close(): Promise<void> } {
  const heard = new Map<Channel, Set<(text: string) => void>>()
  let opening: Promise<Client> | null = null
  let closed = false

  const open = async (): Promise<Client> => {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
    client.on('notification', ({ channel, payload = '' }) => {
      for (const hear of heard.get(channel as Channel) ?? []) hear(payload)
    })
    client.on('error', () => {}) // 'end' follows
    client.on('end', () => void again())
    await client.connect()
    for (const channel of heard.keys()) await client.query(`listen ${channel}`)
    return client
  }
  const again = async (): Promise<void> => {
    while (!closed) {
      try {
        opening = open()
        await opening
        return
      } catch {
        await wait(1000, undefined, { ref: false })
      }
    }
  }

  return {
    async subscribe(channel, hear) {
      const ears = heard.get(channel) ?? new Set()
      heard.set(channel, ears)
      ears.add(hear)
      const client = await (opening ??= open())
      if (ears.size === 1) await client.query(`listen ${channel}`) // heard twice is heard once
      return async () => void ears.delete(hear)
    },
    async close() {
      closed = true
      const client = await opening?.catch(() => null)
      await client?.end()
    },
  }
}
