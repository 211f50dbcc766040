import type { ToolAnnotations } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import type { Caller } from '../../access.ts'
import type { Plantain } from '../../plantain.ts'

/** Files of the person's machine, where the assistant runs on it; over HTTP there are none. */
export interface LocalFiles {
  /** throws: NOT_FOUND, PERMISSION_DENIED */
  read(path: string): Promise<Uint8Array>
  /** Gives the whole path. throws: ALREADY_EXISTS unless `overwrite`, PERMISSION_DENIED */
  write(path: string, bytes: Uint8Array, overwrite: boolean): Promise<string>
}

/** What a call has to work with. */
export interface ToolUse {
  readonly plantain: Plantain
  readonly caller: Caller
  readonly files: LocalFiles | null
  readonly signal: AbortSignal
  /** What is going on, for a client that wants to know. */
  tell(words: string): void
}

/** A picture as a file, before it is made small enough to be looked at. */
export interface ToolPicture {
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly width: number
  readonly height: number
}

export interface ToolAnswer {
  /** What was understood and done, and how to go on from there. */
  readonly text: string
  readonly pictures: readonly ToolPicture[]
  /** The same for programs. */
  readonly structured: Readonly<Record<string, unknown>>
  /** Pictures go out as they are, however large. */
  readonly whole?: boolean
}

/** Something that an assistant can have done: one file and one line in `tools/index.ts`. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly title: string
  /** For the assistant: when to use it and what it gives. */
  readonly description: string
  readonly input: Input
  readonly annotations: ToolAnnotations
  /** Only where the assistant runs on the person's machine. */
  readonly local?: boolean
  call(input: z.output<Input>, use: ToolUse): Promise<ToolAnswer>
}

/** Keeps the type of the input between its schema and its call. */
export const tool = <Input extends z.ZodObject>(one: Tool<Input>): Tool => one as unknown as Tool
