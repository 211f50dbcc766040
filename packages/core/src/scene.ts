/**
 * A described world: what the embedded model denoises, and what its renderer paints at any size.
 *
 * All places are in frame units: x from 0 (left) to 1 (right), y from 0 (top) to 1 (bottom). Plain JSON, so that it can be
 * stored with a turn and painted again to the same bytes.
 */
export const LANDS = [
  'mountains',
  'hills',
  'meadow',
  'field',
  'forest',
  'jungle',
  'desert',
  'canyon',
  'beach',
  'sea',
  'island',
  'snowfield',
  'volcano',
  'park',
  'garden',
  'village',
  'street',
  'city',
  'underwater',
  'space',
  'moon',
  'sky',
  'living room',
  'bedroom',
  'kitchen',
  'room',
  'library',
  'stage',
  'table',
  'studio',
] as const
/** Lands within walls: no sky, no ground that grows. */
export const INDOOR_LANDS = [
  'living room',
  'bedroom',
  'kitchen',
  'room',
  'library',
  'stage',
  'table',
  'studio',
] as const
export const WATERS = ['none', 'lake', 'river', 'pond', 'sea', 'waterfall'] as const
/** What lies on the ground besides what the land brings. */
export const COVERS = [
  'none',
  'grass',
  'flowers',
  'snow',
  'sand',
  'leaves',
  'crops',
  'path',
  'road',
  'rocks',
] as const
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
export const TIMES = [
  'dawn',
  'morning',
  'noon',
  'afternoon',
  'golden hour',
  'sunset',
  'dusk',
  'night',
] as const
export const WEATHERS = ['clear', 'cloudy', 'overcast', 'rain', 'storm', 'snow', 'fog', 'windy'] as const
export const MOONS = ['none', 'full', 'crescent'] as const
export const STYLES = [
  'natural',
  'flat',
  'watercolor',
  'oil',
  'pencil',
  'ink',
  'pixel art',
  'low poly',
  'paper cut',
  'comic',
  'anime',
  'stained glass',
] as const
export const VIEWPOINTS = ['eye level', 'from above', 'low angle', 'close-up', 'wide', 'portrait'] as const
export const LIGHTS = [
  'natural',
  'soft',
  'studio',
  'dramatic',
  'backlit',
  'spotlight',
  'candlelight',
  'neon',
] as const
export const GRADES = [
  'none',
  'warm',
  'cool',
  'pastel',
  'vivid',
  'muted',
  'dark',
  'monochrome',
  'sepia',
] as const
/** 'auto' leaves a thing its natural colours, and a backdrop or a wall the one that goes with the scene. */
export const COLORS = [
  'auto',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
  'brown',
  'black',
  'gray',
  'white',
  'gold',
] as const
export const MATERIALS = [
  'none',
  'wood',
  'metal',
  'stone',
  'glass',
  'gold',
  'paper',
  'fabric',
  'ice',
  'plastic',
] as const
export const STATES = [
  'none',
  'happy',
  'sad',
  'angry',
  'surprised',
  'sleeping',
  'running',
  'flying',
  'jumping',
  'sitting',
  'dancing',
  'lit',
  'open',
  'snowy',
  'old',
  'young',
  'broken',
  'upside down',
  'wet',
  'tilted',
] as const
/** States that a face shows, beside whatever else holds of the one who has it. */
export const MOODS = ['happy', 'sad', 'angry', 'surprised'] as const
/** Parts of things that can have a colour of their own, where the drawing has them. */
export const PARTS = ['hair', 'handle', 'sail', 'roof', 'door', 'chimney'] as const
/** How a thing is held up. 'on' to 'held' and 'behind' are about the thing at `parent`. */
export const SUPPORTS = ['ground', 'air', 'water', 'wall', 'on', 'in', 'worn', 'held', 'under'] as const

export type Land = (typeof LANDS)[number]
export type Water = (typeof WATERS)[number]
export type Cover = (typeof COVERS)[number]
export type Season = (typeof SEASONS)[number]
export type Time = (typeof TIMES)[number]
export type Weather = (typeof WEATHERS)[number]
export type Moon = (typeof MOONS)[number]
export type Style = (typeof STYLES)[number]
export type Viewpoint = (typeof VIEWPOINTS)[number]
export type LightKind = (typeof LIGHTS)[number]
export type Grade = (typeof GRADES)[number]
export type ColorName = (typeof COLORS)[number]
export type Material = (typeof MATERIALS)[number]
export type State = (typeof STATES)[number]
export type Mood = (typeof MOODS)[number]
export type Support = (typeof SUPPORTS)[number]
export type Part = (typeof PARTS)[number]

/** The most things that one scene can hold; a thing with a count is one. */
export const MAX_THINGS = 8
/** The most of one kind that is drawn one by one. */
export const MAX_COUNT = 12

export interface World {
  readonly land: Land
  readonly water: Water
  readonly cover: Cover
  readonly season: Season
  readonly time: Time
  readonly weather: Weather
  readonly moon: Moon
  readonly style: Style
  readonly viewpoint: Viewpoint
  readonly light: LightKind
  readonly grade: Grade
  /** Wall, seamless paper or table: the colour behind the subject where the land is an interior or a studio. */
  readonly backdrop: ColorName
  readonly sun: boolean
  readonly rainbow: boolean
  readonly aurora: boolean
  readonly lightning: boolean
  /** Frame y of the horizon (of the table's far edge, of the floor's), 0.2 to 0.8. */
  readonly horizon: number
  /** Height of the farthest relief (peaks, skyline, tree line) above the horizon as a share of the sky, 0 to 1. */
  readonly relief: number
  /** Frame x of the sun or the moon, 0 to 1; light falls from that side. */
  readonly sunX: number
  /** Height of the sun or the moon: 0 at the horizon, 1 at the top of the frame. */
  readonly sunY: number
  /** Cover of clouds, 0 to 1. */
  readonly clouds: number
  /** Haze by distance, 0 to 1. */
  readonly haze: number
  /** Contrast and tension of sky and light, 0 to 1. */
  readonly drama: number
  /** How much of the ground below the horizon is water, from its near shore, 0 to 1. */
  readonly shore: number
  /** Strength of rain, snow, wind, fog, 0 to 1. */
  readonly intensity: number
  /** Depth of field: 0 all sharp, 1 the background melts. */
  readonly focus: number
}

export interface Thing {
  /** Stable over edits of a session; seeds the thing's own variation. */
  readonly id: string
  /** Catalogue name. */
  readonly kind: string
  /** Word that the person used, when it is another ("sedan" drawn as a car). */
  readonly word?: string
  readonly color: ColorName
  readonly material: Material
  readonly state: State
  /** The face that goes with a state which is something else ("the old man smiles"); 'none' or absent where the state says it all. */
  readonly mood?: Mood | 'none'
  /** Which of the looks of its kind (skin tone, breed, cut): 0 to 3. */
  readonly variant: number
  /** How many of it, side by side or scattered around (x, y), 1 to MAX_COUNT. */
  readonly count: number
  /** Centre of the thing or of the group, frame x. */
  readonly x: number
  /** Frame y of its foot (the lowest point), or of its lowest point where it flies or swims. */
  readonly y: number
  /** Height of one of it as a share of min(frame height, 1.25 frame width), 0.02 to 1.2: fits tall frames too. */
  readonly height: number
  /** True when it looks to the right. */
  readonly right: boolean
  readonly support: Support
  /** Index in `things` of what it is on, in, worn or held by; null otherwise. */
  readonly parent: number | null
  /** Lettering on it. */
  readonly text?: string
  /** What a person's clothes were called ("green raincoat"): their colour is drawn, their cut is the figure's own. */
  readonly clothes?: string
  /** What was said of its looks and holds for them, where no field says it: "leather" of fabric, "round" of a ball. */
  readonly looks?: string
  /** Its parts that were spoken of, with their colours; 'auto' leaves one as it is drawn. */
  readonly parts?: Readonly<Partial<Record<Part, ColorName>>>
  /**
   * What is left of a group that an edit parted ("paint the left one green", "remove one"): the places that this thing takes in the
   * group `id` of `size`, whose id still seeds their looks, so that those who stay do not move. `count` is the number of places.
   */
  readonly group?: { readonly id: string; readonly size: number; readonly members: readonly number[] }
}

export interface Scene {
  /** Seed of all fine texture: ridges, clouds, waves, leaves. An edit keeps it. */
  readonly seed: number
  readonly world: World
  /** No particular order: depth follows from `y`, from `support` and from `parent`. */
  readonly things: readonly Thing[]
}
