/**
 * What a message means. Names of kinds, ops and slots are those of the project's intent vocabulary, letter for letter (also
 * `subject_ref`, `refers_to`, `time_of_day`): an interpretation is stored, shown and exchanged as it stands.
 */
export const KINDS = [
  'generate',
  'edit',
  'blend',
  'style_transfer',
  'vary',
  'undo',
  'redo',
  'revert_to',
  'branch',
  'question',
  'export',
  'set_option',
  'clarify',
  'refuse',
] as const
export const OPS = [
  'temperature',
  'tint',
  'brightness',
  'contrast',
  'saturation',
  'tone',
  'monochrome',
  'invert',
  'look',
  'auto_enhance',
  'dehaze',
  'blur',
  'sharpen',
  'denoise',
  'grain',
  'vignette',
  'crop',
  'rotate',
  'straighten',
  'flip',
  'aspect',
  'resize',
  'upscale',
  'extend',
  'border',
  'add',
  'remove',
  'replace',
  'set_count',
  'move',
  'scale',
  'recolor',
  'material',
  'modify',
  'expression',
  'pose',
  'outfit',
  'retouch',
  'background',
  'weather',
  'season',
  'time_of_day',
  'light',
  'viewpoint',
  'restyle',
  'restore',
  'colorize',
  'add_text',
  'edit_text',
  'insert',
  'combine',
  'create',
  'variation',
  'keep',
  'avoid',
  'undo',
  'redo',
  'export',
  'set_option',
] as const
export const DIRECTIONS = [
  'up',
  'down',
  'warmer',
  'cooler',
  'left',
  'right',
  'cw',
  'ccw',
  'horizontal',
  'vertical',
] as const
export const OPTIONS = [
  'aspect',
  'size',
  'count',
  'format',
  'quality',
  'style',
  'seed',
  'language',
  'strength',
  'watermark',
  'avoid',
] as const
/** What a question back is about. */
export const ASKS = ['target', 'value', 'change', 'image', 'upload', 'conflict'] as const
/** Why something is not done. */
export const REASONS = [
  'sexual',
  'minor',
  'deception',
  'document',
  'harassment',
  'hate',
  'violence',
  'self_harm',
  'dangerous',
  'copyright',
] as const

export type Kind = (typeof KINDS)[number]
export type OpName = (typeof OPS)[number]
export type Direction = (typeof DIRECTIONS)[number]
export type OptionName = (typeof OPTIONS)[number]
export type Ask = (typeof ASKS)[number]
export type Reason = (typeof REASONS)[number]

/**
 * `image:N` the N-th picture that was sent in this session, `turn:N` the picture that turn N made, `el:ID` an element of the
 * current scene or of a sent picture, `edit:last` the edit before, `current` the current picture (the default, never listed).
 */
export type Ref = string

/** One thing that the person wants done. Slots that are absent have their default or do not apply. */
export interface Wish {
  readonly op: OpName
  /** Head noun of the thing acted on, or the id of an element (`el:ID`); absent: the whole picture. */
  readonly target?: string
  readonly value?: string
  /** Absolute place ("left", "top right", "foreground") or relation to a thing ("next to the bench"). */
  readonly region?: string
  readonly direction?: Direction
  /** slight, moderate (the default), strong, max, or a figure: 20%, 2x, 90, 200px. */
  readonly amount?: string
  readonly count?: number
  readonly color?: string
  readonly size?: string
  readonly font?: string
  readonly source?: Ref
  readonly into?: Ref
  readonly sources?: readonly Ref[]
  readonly subject?: readonly string[]
  readonly subject_ref?: Ref
  readonly steps?: number
  readonly format?: string
  readonly quality?: string
  readonly option?: OptionName
}

/** What else is said of the picture to make. */
export interface Constraints {
  readonly count?: number
  readonly aspect?: string
  readonly size?: string
  readonly style?: string
  readonly mood?: string
  readonly palette?: readonly string[]
  readonly composition?: string
  readonly lighting?: string
  readonly time_of_day?: string
  readonly weather?: string
  readonly season?: string
  readonly background?: string
  readonly text?: string
  readonly use?: string
}

/** Shown to the person and stored with the turn, so that a wrong reading can be seen and corrected in a sentence. */
export interface Interpretation {
  readonly kind: Kind
  readonly ops: readonly Wish[]
  readonly refers_to: readonly Ref[]
  readonly constraints?: Constraints
  /** Of `clarify`. */
  readonly ask?: Ask
  /** Of `refuse`. */
  readonly reason?: Reason
}

/** A thing known to be in a picture, by the words people use for it. */
export interface Element {
  readonly id: string
  readonly name: string
  readonly color?: string
  readonly region?: string
  readonly state?: string
  /** Lettering, or other attributes in words. */
  readonly value?: string
  readonly count?: number
}

/** One turn of the history that a message is read against. */
export type PastTurn =
  | {
      readonly role: 'user'
      readonly text: string
      readonly images?: number
      readonly uploads?: readonly (readonly Element[])[]
    }
  | {
      readonly role: 'assistant'
      readonly turn?: number
      readonly ops?: readonly Wish[]
      readonly scene?: readonly Element[]
      readonly text?: string
    }

/** A message and all that its meaning may depend on. */
export interface Message {
  readonly history: readonly PastTurn[]
  readonly message: string
  /** Pictures sent with the message. */
  readonly images: number
  /** What is known to be in each of them. */
  readonly uploads: readonly (readonly Element[])[]
  /** A picture may show more than is told of it, as photographs do. */
  readonly partial?: boolean
}

/** Reads messages. Implementations: the embedded network, any OpenAI-compatible chat endpoint. */
export interface Interpreter {
  readonly name: string
  /** throws: INVALID_ARGUMENT for a message that is empty or too long, CANCELLED, UNAVAILABLE where it cannot be reached */
  interpret(message: Message, signal: AbortSignal): Promise<Interpretation>
}
