import type { OpName, Wish } from '@plantain/core'
import type { Appearance } from '@plantain/imaging'
import { checked, looks, moved, type Check } from './compared.ts'

/** Steps that cannot be seen do not count: half a level of a byte in lightness or chroma. */
const LEAST = 0.002

const down = ({ direction }: Wish): boolean => direction === 'down'

/** A figure of the part that goes up with the wish, and down where the wish says so. */
const figure =
  (
    measure: string,
    of: (seen: Appearance) => number,
    {
      least = LEAST,
      up = (wish: Wish) => !down(wish),
    }: { least?: number; up?: (wish: Wish) => boolean } = {},
  ): Check =>
  (wish, compared) => {
    const seen = looks(compared)
    if (seen === null) return null
    if (compared.crowded) return anyChange(wish, compared)
    return moved(wish, { measure, before: of(seen.was), after: of(seen.is) }, least, up(wish))
  }

/** Of wishes that no one figure tells of: something is to be seen of them. */
export const anyChange: Check = (wish, { changedShare }) =>
  checked(wish, {
    measure: 'share of the picture that changed',
    before: 0,
    after: changedShare,
    expected: 'at least 0.0005',
    followed: changedShare >= 0.0005,
  })

const gray: Check = (wish, compared) => {
  const seen = looks(compared)
  if (seen === null) return null
  // Sepia and other tints are one colour, not none.
  if (!/^(?:|gr[ae]y|black and white|b&w|b\/w|grayscale|monochrome|desaturated?)$/i.test(wish.value ?? ''))
    return anyChange(wish, compared)
  return checked(wish, {
    measure: 'mean chroma',
    before: seen.was.chroma,
    after: seen.is.chroma,
    expected: 'at most 0.005',
    followed: seen.is.chroma <= 0.005,
  })
}

const inverted: Check = (wish, compared) => {
  const seen = looks(compared)
  if (seen === null) return null
  const far = Math.abs(seen.is.lightness - seen.was.lightness) + Math.abs(seen.is.b - seen.was.b)
  return checked(wish, {
    measure: 'share of the picture that changed',
    before: 0,
    after: compared.changedShare,
    expected: 'nearly all of the part',
    followed: far > LEAST || compared.changedShare > 0.01,
  })
}

const detail = figure('mean step between neighbours', ({ detail: steps }) => steps, { least: 0.0002 })
const lessDetail = figure('mean step between neighbours', ({ detail: steps }) => steps, {
  least: 0.0002,
  up: down,
})

/** The light, tones and detail of a picture. */
export const light: Readonly<Partial<Record<OpName, Check>>> = {
  brightness: figure('mean lightness', ({ lightness }) => lightness),
  contrast: figure('deviation of the lightness', ({ contrast }) => contrast),
  saturation: figure('mean chroma', ({ chroma }) => chroma, { least: 0.001 }),
  temperature: figure('mean warmth (Oklab b)', ({ b }) => b, {
    least: 0.001,
    up: ({ direction }) => direction === 'warmer' || direction === 'up',
  }),
  dehaze: figure('deviation of the lightness', ({ contrast }) => contrast),
  vignette: figure('lightness of the edges less that of the middle', ({ edgeLightness }) => edgeLightness, {
    up: down,
  }),
  sharpen: detail,
  grain: detail,
  blur: lessDetail,
  denoise: lessDetail,
  monochrome: gray,
  invert: inverted,
}
