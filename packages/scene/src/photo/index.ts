export type { PhotoParts } from './frame.ts'
export { restylePhoto } from './restyle.ts'
export { weatherOver, type PhotoWeather } from './weather.ts'
