import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import {
  PlantainError,
  throwIfCancelled,
  type Interpretation,
  type Interpreter,
  type Message,
} from '@plantain/core'
import type { Command } from 'commander'
import { explain, UsageError } from '../failure.ts'
import { table } from '../terminal/table.ts'
import { interruption, open, printJson } from './open.ts'

interface Options {
  readonly jsonl?: string
  readonly json?: boolean
}

/** Only the understanding: a message in words, or lines of messages with their sessions. */
export function interpret(command: Command): void {
  command
    .argument('[message]', 'what somebody says; without it, lines are read')
    .option(
      '--jsonl <file>',
      'read {id, history, message, images, uploads} from each line of the file; - is the input',
    )
    .option('--json', 'print the reading of the message as JSON')
    .addHelpText(
      'after',
      '\nWithout a message and without --jsonl, lines are read from the input.\nLines: {id, kind, ops, refers_to, constraints?, ask?, reason?}, or {id, error} for a line that cannot be read.',
    )
    .action(async (message: string | undefined, { jsonl, json }: Options) => {
      if (message !== undefined && jsonl !== undefined)
        throw new UsageError('a message and --jsonl were both given; leave one of them out')
      if (message === undefined && jsonl === undefined && process.stdin.isTTY)
        throw new UsageError('say a message, or name a file of messages with --jsonl')
      await using plantain = open()
      const signal = interruption()
      if (message !== undefined) {
        const reading = await plantain.interpreter.interpret(plain(message), signal)
        if (json) printJson(reading)
        else process.stdout.write(forPeople(reading))
      } else await eachLine(plantain.interpreter, jsonl ?? '-', signal)
    })
}

const plain = (message: string): Message => ({ message, history: [], images: 0, uploads: [] })

async function eachLine(interpreter: Interpreter, file: string, signal: AbortSignal): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  let number = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++
      if (line.trim() === '') continue
      throwIfCancelled(signal)
      process.stdout.write(`${JSON.stringify(await readLine(interpreter, line, number, signal))}\n`)
    }
  } catch (error) {
    throw input.errored ? fileError(file, error) : error
  }
}

const fileError = (file: string, cause: unknown): PlantainError =>
  new PlantainError(
    'NOT_FOUND',
    `${file} cannot be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)}); give a file of messages, one JSON object a line`,
    { cause },
  )

/** A bad line is told in its place, and the rest goes on. */
async function readLine(
  interpreter: Interpreter,
  line: string,
  number: number,
  signal: AbortSignal,
): Promise<object> {
  let id: unknown
  try {
    const message = parse(line)
    id = message['id']
    const reading = await interpreter.interpret(message as unknown as Message, signal)
    return { ...(id === undefined ? {} : { id }), ...reading }
  } catch (error) {
    if (error instanceof PlantainError && error.code !== 'INVALID_ARGUMENT') throw error
    process.stderr.write(`plantain: line ${number}: ${explain(error).message}\n`)
    process.exitCode = 1
    return { ...(id === undefined ? { line: number } : { id }), error: explain(error).message }
  }
}

function parse(line: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'this is not JSON; write one object a line, as {"message": "make it warmer"}',
      { cause },
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'this is no object; write one a line, as {"message": "make it warmer"}',
    )
  return value as Readonly<Record<string, unknown>>
}

function forPeople({ kind, ops, refers_to: refersTo, constraints, ask, reason }: Interpretation): string {
  const said = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))
  const slots = (record: object): string =>
    Object.entries(record)
      .map(([slot, value]) => `${slot}: ${said(value)}`)
      .join('; ')
  const rows = [
    ['kind', kind],
    ...(ask === undefined ? [] : [['asks for', ask]]),
    ...(reason === undefined ? [] : [['because', reason]]),
    ...ops.map(({ op, ...rest }) => [op, slots(rest)]),
    ...(refersTo.length === 0 ? [] : [['refers to', refersTo.join(', ')]]),
    ...(constraints === undefined ? [] : [['with', slots(constraints)]]),
  ]
  return table(rows)
}
