/**
 * Weather, hour and season by the one word that the vocabulary has for each. Twin of `CANONICAL` in training/interpret/target.py.
 */
const CANONICAL: ReadonlyMap<string, string> = new Map([
  ['foggy', 'fog'],
  ['misty', 'mist'],
  ['rainy', 'rain'],
  ['raining', 'rain'],
  ['snowy', 'snow'],
  ['snowing', 'snow'],
  ['stormy', 'storm'],
  ['thunder', 'thunderstorm'],
  ['clouds', 'cloudy'],
  ['wind', 'windy'],
  ['nighttime', 'night'],
  ['fall', 'autumn'],
  ['autumnal', 'autumn'],
  ['wintry', 'winter'],
])
const CLASSES: ReadonlySet<string> = new Set(['weather', 'time_of_day', 'season'])

/** of: an op or a constraint */
export const canonical = (of: string, value: string): string =>
  CLASSES.has(of) ? (CANONICAL.get(value) ?? value) : value
