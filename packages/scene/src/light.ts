export type Rgb = readonly [number, number, number]

/** The one light of a scene: every painter shades with it, so that all parts agree. Linear light. */
export interface Light {
  /** Unit vector towards the sun, the moon or the lamp: x right, y up, z towards the viewer. */
  readonly direction: readonly [number, number, number]
  /** Colour and strength of that light on a surface that faces it. */
  readonly color: Rgb
  /** Light from the sky (on surfaces that face up) and back from the ground (on those that face down). */
  readonly sky: Rgb
  readonly ground: Rgb
  /** What distance fades into, and how fast: share of haze after 1 km, 0 to 1. */
  readonly haze: Rgb
  readonly hazePerKilometre: number
  /** How soft the edge of a cast shadow is: 0 noon sun, 1 overcast (no cast shadow, only contact). */
  readonly softness: number
  /** 0 day, 1 night: windows, lamps and fires are lit, stars come out. */
  readonly night: number
}
