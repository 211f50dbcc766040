import { z } from 'zod'

// The three shapes in which clients are told of errors; what makes them is held to these by a test.

export const PlantainErrorBody: z.ZodObject = z.object({
  error: z.object({
    code: z.string().describe('A name of google.rpc.Code, as INVALID_ARGUMENT.'),
    message: z.string().describe('What was given, what is allowed, what to do.'),
    details: z.record(z.string(), z.unknown()),
  }),
})
export const GoogleErrorBody: z.ZodObject = z.object({
  error: z.object({
    code: z.number().int().describe('The HTTP status.'),
    message: z.string(),
    status: z.string().describe('A name of google.rpc.Code.'),
    details: z.array(z.looseObject({ '@type': z.string() })).optional(),
  }),
})
export const OpenAiErrorBody: z.ZodObject = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
})
