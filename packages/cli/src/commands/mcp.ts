import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Command } from 'commander'
import type { LocalFiles } from '@plantain/server/mcp'
import { readPicture, writeWhole } from '../files.ts'
import { byModel, interruption, open } from './open.ts'

interface Options {
  readonly model?: string
}

/** Pictures as tools of an assistant, over standard input and output, until the assistant leaves. */
export function mcp(command: Command): void {
  command
    .option('--model <id>', 'an installed model, or the folder of one (plantain-tiny)')
    .addHelpText(
      'after',
      [
        '',
        'An assistant starts it and speaks the Model Context Protocol with it over standard input and output:',
        `  ${JSON.stringify({ mcpServers: { plantain: { command: 'node', args: [process.argv[1] ?? '', 'mcp'] } } })}`,
        'A running server (plantain serve) has the same tools at /mcp, except those that read and write files.',
      ].join('\n'),
    )
    .action(async ({ model }: Options) => {
      const { flags, id } = byModel(model)
      await using plantain = open({ ...flags, ...(id === undefined ? {} : { model: id }) })
      const { serveMcp } = await import('@plantain/server/mcp')
      const streams = { input: process.stdin, output: process.stdout, signal: interruption() }
      await serveMcp({ plantain, caller: plantain.access.local, files, log }, streams)
      process.stdin.unref() // a client that keeps the pipe open does not keep us
    })
}

const place = (path: string): string => resolve(path.replace(/^~(?=$|[\\/])/, homedir()))

const files: LocalFiles = {
  read: (path) => readPicture(place(path)),
  async write(path, bytes, overwrite) {
    const target = place(path)
    if (!overwrite && existsSync(target))
      throw new PlantainError(
        'ALREADY_EXISTS',
        `${target} is there already; give another path, or overwrite: true to replace it`,
      )
    return writeWhole(target, bytes)
  },
}

/** Standard output belongs to the protocol. */
function log(message: string, cause: unknown): void {
  process.stderr.write(`plantain: ${message} (${cause instanceof Error ? cause.message : String(cause)})\n`)
}
