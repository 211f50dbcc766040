// The words of a label: ops with their slots, and the values of everything that is a choice.

/** Slots of each op, in the order of bare values. */
export const OPS = {
  temperature: 'direction amount target region',
  tint: 'value direction amount target region',
  brightness: 'direction amount target region',
  contrast: 'direction amount target region',
  saturation: 'direction amount target region',
  tone: 'value direction amount target region',
  monochrome: 'value target region',
  invert: 'target',
  look: 'value amount',
  auto_enhance: 'amount target',
  dehaze: 'amount direction',
  blur: 'target value direction amount region',
  sharpen: 'target amount region direction',
  denoise: 'amount target',
  grain: 'direction amount',
  vignette: 'direction amount color',
  crop: 'target region value amount',
  rotate: 'amount direction target',
  straighten: 'value',
  flip: 'direction target',
  aspect: 'value',
  resize: 'value amount direction',
  upscale: 'value amount',
  extend: 'region value amount',
  border: 'color value amount direction',
  add: 'target region color count size value',
  remove: 'target count region',
  replace: 'target value color count',
  set_count: 'target count',
  move: 'target region direction amount',
  scale: 'target direction amount',
  recolor: 'target value',
  material: 'target value',
  modify: 'target value',
  expression: 'target value',
  pose: 'target value',
  outfit: 'target value color',
  retouch: 'target value amount',
  background: 'value target',
  weather: 'value amount',
  season: 'value',
  time_of_day: 'value',
  light: 'value region color target amount',
  viewpoint: 'value target',
  restyle: 'value source target amount',
  restore: 'value target',
  colorize: 'target',
  add_text: 'value region color font size',
  edit_text: 'target value color font size',
  insert: 'target source into region',
  combine: 'value sources',
  create: 'subject subject_ref',
  variation: 'count value amount',
  keep: 'target',
  avoid: 'target',
  undo: 'steps',
  redo: 'steps',
  export: 'format size quality',
  set_option: 'option value',
}
export const DIRECTIONS = 'up down warmer cooler left right cw ccw horizontal vertical'.split(' ')
export const OPTIONS = 'aspect size count format quality style seed language strength watermark avoid'.split(
  ' ',
)
export const ASKS = 'target value change image upload conflict'.split(' ')
export const REASONS =
  'sexual minor deception document harassment hate violence self_harm dangerous copyright'.split(' ')
export const KINDS =
  'generate edit blend style_transfer vary undo redo revert_to branch question export set_option clarify refuse'.split(
    ' ',
  )
export const CONSTRAINTS =
  'count aspect size style mood palette composition lighting time_of_day weather season background text use'.split(
    ' ',
  )
export const SHORT_KINDS = { q: 'question', revert: 'revert_to' }

/** Category of a message whose reading does not say one: by its kind, and for edits by the first op. */
export const KIND_CATEGORY = {
  generate: 'generate',
  vary: 'session',
  undo: 'session',
  redo: 'session',
  revert_to: 'session',
  branch: 'session',
  question: 'question',
  export: 'format',
  set_option: 'format',
  clarify: 'clarify',
  refuse: 'refuse',
  blend: 'multi_image',
}
export const OP_CATEGORY = Object.fromEntries(
  Object.entries({
    photometric:
      'temperature tint brightness contrast saturation tone monochrome invert look auto_enhance dehaze',
    detail: 'blur sharpen denoise grain vignette upscale',
    geometry: 'crop rotate straighten flip resize extend border',
    format: 'aspect',
    add: 'add',
    remove: 'remove',
    replace: 'replace',
    recolor: 'recolor',
    place: 'move scale set_count',
    object: 'material modify',
    person: 'expression pose outfit retouch',
    background: 'background',
    scene: 'weather season time_of_day light viewpoint',
    style: 'restyle',
    restore: 'restore colorize',
    text: 'add_text edit_text',
    negation: 'keep avoid',
    correction: 'undo',
    session: 'redo',
  }).flatMap(([category, ops]) => ops.split(' ').map((op) => [op, category])),
)
