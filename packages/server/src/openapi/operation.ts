import type { z } from 'zod'

/** What comes in: the schema that validates it. */
export interface BodyDescription {
  /** In the document's components. */
  readonly name: string
  readonly schema: z.ZodType
  /** Of a form: its files, which the schema does not hold. */
  readonly files?: Readonly<Record<string, string>>
}

/** What comes back: in words, and by the name of its schema among the answers of its surface; of a stream, that of one event. */
export interface AnswerDescription {
  readonly words: string
  readonly schema: string
}

/** What a route does, for those who read about it. The route itself stands where it is mounted. */
export interface Operation {
  /** Where one route has several verbs: the address of this one, in place of the route's. */
  readonly path?: string
  readonly summary: string
  readonly description?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: BodyDescription
  /** Media type → what comes back; in words alone where no schema describes it. */
  readonly answers?: Readonly<Record<string, string | AnswerDescription>>
  readonly status?: number
}

/** By method and path as mounted within the surface: `POST /:version/models/:call{.+}`. */
export type Operations = Readonly<Record<string, Operation | readonly Operation[]>>

/** The usual answer: JSON of one schema. */
export const json = (schema: string, words = 'The answer.'): NonNullable<Operation['answers']> => ({
  'application/json': { words, schema },
})
