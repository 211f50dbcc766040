import type { z } from 'zod'

/** What comes in: the schema that validates it. */
export interface BodyDescription {
  /** In the document's components. */
  readonly name: string
  readonly schema: z.ZodType
  /** Of a form: its files, which the schema does not hold. */
  readonly files?: Readonly<Record<string, string>>
}

/** What a route does, for those who read about it. The route itself stands where it is mounted. */
export interface Operation {
  /** Where one route has several verbs: the address of this one, in place of the route's. */
  readonly path?: string
  readonly summary: string
  readonly description?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: BodyDescription
  /** Media type → what comes back; JSON where left out. */
  readonly answers?: Readonly<Record<string, string>>
  readonly status?: number
}

/** By method and path as mounted within the surface: `POST /:version/models/:call{.+}`. */
export type Operations = Readonly<Record<string, Operation | readonly Operation[]>>
