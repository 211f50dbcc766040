import type { Element } from './interpretation.ts'

/** A thing that a picture shows, with where: `box` is [x, y, width, height] in shares of the frame. */
export interface SummaryThing extends Element {
  readonly box: readonly [number, number, number, number]
}

/** What a picture shows, in the words of the intent vocabulary: told with every turn, and what references are resolved against. */
export interface SceneSummary {
  readonly things: readonly SummaryThing[]
  readonly weather?: string
  readonly season?: string
  readonly time_of_day?: string
  readonly background?: string
  readonly style?: string
  readonly light?: string
  readonly viewpoint?: string
}
