import type { Bitmap, Scene, Time, Weather } from '@plantain/core'
import { byteToLinear, linearToByte } from '@plantain/imaging'
import { cameraFor } from '../camera.ts'
import { lightFor } from '../light.ts'
import { paintWeather } from '../weather/index.ts'
import { photoDepth, photoLabels, type PhotoParts } from './frame.ts'

export interface PhotoWeather {
  readonly weather: Weather
  /** 0 to 1. */
  readonly intensity: number
  /** Hour of the photograph, for the light of what falls. */
  readonly time: Time
  readonly seed: number
}

/** Share of the light that clouds of full strength let through, and of the colour that is left under them. */
const UNDER_CLOUDS: Partial<Record<Weather, readonly [light: number, color: number]>> = {
  rain: [0.62, 0.75],
  storm: [0.3, 0.55],
}

/**
 * What falls, blows and drifts, in front of a photograph, and the dull light of rain and storm: in sunshine drops are hardly seen. Where nothing
 * changes, bytes stay.
 */
export function weatherOver(
  image: Bitmap,
  parts: PhotoParts,
  { weather, intensity, time, seed }: PhotoWeather,
): Bitmap {
  const { width, height, data } = image
  const label = photoLabels(image, parts)
  const color = new Float32Array(width * height * 3)
  for (let p = 0; p < width * height; p++)
    for (let c = 0; c < 3; c++) color[p * 3 + c] = byteToLinear(data[p * 4 + c]!)
  dim(color, UNDER_CLOUDS[weather], intensity)
  const scene = sceneFor(weather, intensity, time, seed)
  const frame = { width, height, color, depth: photoDepth(image, label), label }
  paintWeather(
    {
      frame,
      light: lightFor(scene.world),
      camera: cameraFor(scene, width / height),
      checkpoint: () => undefined,
    },
    scene,
  )
  const result = data.slice()
  for (let p = 0; p < width * height; p++)
    for (let c = 0; c < 3; c++) result[p * 4 + c] = linearToByte(Math.min(1, Math.max(0, color[p * 3 + c]!)))
  return { width, height, data: result }
}

/** Less light and less colour, in place. */
function dim(color: Float32Array, under: readonly [number, number] | undefined, intensity: number): void {
  if (under === undefined) return
  const [light, saturation] = under.map((share) => 1 - (1 - share) * intensity) as [number, number]
  for (let i = 0; i < color.length; i += 3) {
    const grey = 0.2126 * color[i]! + 0.7152 * color[i + 1]! + 0.0722 * color[i + 2]!
    for (let c = i; c < i + 3; c++) color[c] = light * (grey + saturation * (color[c]! - grey))
  }
}

/** An open country in that weather: the painters of weather look at nothing else. */
const sceneFor = (weather: Weather, intensity: number, time: Time, seed: number): Scene => ({
  seed,
  world: {
    land: 'meadow',
    water: 'none',
    cover: 'none',
    season: weather === 'snow' ? 'winter' : 'autumn',
    time,
    weather,
    moon: 'none',
    style: 'natural',
    viewpoint: 'eye level',
    light: 'natural',
    grade: 'none',
    backdrop: 'auto',
    sun: false,
    rainbow: false,
    aurora: false,
    lightning: false,
    horizon: 0.5,
    relief: 0.3,
    sunX: 0.3,
    sunY: 0.5,
    clouds: 0.8,
    haze: 0.3,
    drama: 0.2,
    shore: 0,
    intensity,
    focus: 0,
  },
  things: [],
})
