import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import { ASPECTS } from '../../sizes.ts'
import { bytesOf } from './converse.ts'
import type { ToolUse } from './tool.ts'

/** A picture of a call: one of the two. */
export interface SentPicture {
  readonly data?: string | undefined
  readonly path?: string | undefined
}

// What several tools take.

export const session: z.ZodString = z
  .string()
  .min(1)
  .max(100)
  .describe('The session that an earlier result named, as "snowy-badger-9082".')
export const place: z.ZodString = z
  .string()
  .regex(/^(current|turn:\d{1,6}(\.\d{1,3})?|image:\d{1,6})$/)
  .describe(
    'A picture of the session: "turn:2", "turn:2.3" (the third of several), "image:1" (one that was sent), "current".',
  )
export const aspect: z.ZodType<keyof typeof ASPECTS> = z
  .enum(Object.keys(ASPECTS) as [keyof typeof ASPECTS])
  .describe('Ratio of width to height. Left out, the words decide.')
export const size: z.ZodString = z
  .string()
  .regex(/^([124]K|\d{2,4}x\d{2,4})$/)
  .describe('"1K" (about a megapixel), "2K", "4K", or pixels as "640x480". Left out, 1K.')
export const seed: z.ZodNumber = z
  .number()
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .describe('The same seed and the same words make the same bytes.')
export const picture: z.ZodType<SentPicture> = z
  .strictObject({
    data: z.string().min(1).optional().describe('The file (PNG, JPEG or WebP) in base64, or as a data URL.'),
    path: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .describe("A file on the person's machine; only where the assistant runs there."),
  })
  .describe('A picture: either data or path.')

/** throws: INVALID_ARGUMENT, NOT_FOUND */
export async function read(
  { data, path }: SentPicture,
  name: string,
  { files }: ToolUse,
): Promise<Uint8Array> {
  if ((data === undefined) === (path === undefined))
    throw new PlantainError('INVALID_ARGUMENT', `${name} needs either data or path, one of the two`)
  if (data !== undefined) return bytesOf(data, `${name}.data`)
  if (files === null)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${name}.path names a file, and this server runs apart from your machine; send the file as ${name}.data`,
    )
  return files.read(path!)
}
