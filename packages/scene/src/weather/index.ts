import type { Land, Scene } from '@plantain/core'
import type { Stage } from '../frame.ts'
import { paintSnowfall, paintWindblown } from './flakes.ts'
import { paintMist } from './mist.ts'
import { paintRain } from './rain.ts'

/** Lands where the wind finds no leaf to carry. */
const BARREN: readonly Land[] = ['sea', 'island', 'beach', 'desert', 'snowfield', 'sky', 'canyon', 'volcano']

/** What falls, blows and drifts in front of everything. */
export function paintWeather(stage: Stage, scene: Scene): void {
  const { weather, intensity } = scene.world
  switch (weather) {
    case 'rain':
      paintMist(stage, scene, 0.25 * intensity)
      return paintRain(stage, scene)
    case 'storm':
      paintMist(stage, scene, 0.18 * intensity)
      return paintRain(stage, scene)
    case 'snow':
      paintMist(stage, scene, 0.35 * intensity)
      return paintSnowfall(stage, scene)
    case 'fog':
      return paintMist(stage, scene, 0.45 + 0.5 * intensity)
    case 'windy':
      if (!BARREN.includes(scene.world.land)) paintWindblown(stage, scene)
      return
    default:
  }
}
