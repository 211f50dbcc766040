import type { Document, SceneSummary } from '@plantain/core'
import type { Picture, PictureState, Session, Turn } from '@plantain/conversation'

// Small whole values for tests of what keeps sessions.

const artifact = (digit: string): string => digit.repeat(64)
const summary: SceneSummary = {
  things: [{ id: 'house1', name: 'house', color: 'red', box: [0.1, 0.2, 0.3, 0.4] }],
}
const document = (id: string): Document => ({
  base: { kind: 'picture', artifact: id, width: 4, height: 3 },
  operations: [],
})
export const pictureState = (digit: string): PictureState => ({
  document: document(artifact(digit)),
  artifact: artifact(digit),
  width: 4,
  height: 3,
  summary,
})
export const picture = (digit: string): Picture => ({ ...pictureState(digit), seed: 1, mask: null })

/** A turn that made one picture, or what the second argument says. */
export const turn = (number: number, more: Partial<Turn> = {}): Turn => ({
  number,
  parent: number === 1 ? null : `turn:${number - 1}`,
  kind: number === 1 ? 'generate' : 'edit',
  message: `message ${number}`,
  attachments: [],
  painted: null,
  interpretation: { kind: number === 1 ? 'generate' : 'edit', ops: [], refers_to: [] },
  move: { type: 'make' },
  pictures: [picture(String(number % 10))],
  source: null,
  text: `reply ${number}`,
  files: [],
  options: {},
  names: {},
  seed: 1,
  usage: { promptTokens: 1, inputImageTokens: 0, outputImageTokens: 1290, steps: 20, milliseconds: 5 },
  reader: 'test',
  version: '0',
  ...more,
})
export const session = (id: string, turns: readonly Turn[] = []): Session => ({ id, seed: 7, turns })
