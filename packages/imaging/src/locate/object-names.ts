import { own } from '@plantain/core'

/** What the detector knows, in the order of its outputs (the classes of COCO). */
export const OBJECT_NAMES: readonly string[] =
  'person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,parking meter,bench,bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee,skis,snowboard,ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,cup,fork,knife,spoon,bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,potted plant,bed,table,toilet,tv,laptop,mouse,remote,keyboard,phone,microwave,oven,toaster,sink,refrigerator,book,clock,vase,scissors,teddy bear,hair dryer,toothbrush'.split(
    ',',
  )

/** Other words for them, and for what belongs to one of them. */
const ALIASES: Readonly<Record<string, string>> = {
  ...among(
    'person',
    'man woman boy girl child kid baby guy lady human people someone she her he him they them me astronaut model portrait bride groom dancer player worker figure people',
  ),
  ...among('bicycle', 'bike cycle'),
  ...among('car', 'automobile vehicle taxi cab suv sedan jeep van'),
  ...among('motorcycle', 'motorbike scooter moped'),
  ...among('airplane', 'plane aeroplane aircraft jet'),
  ...among('truck', 'lorry pickup'),
  ...among('boat', 'ship sailboat yacht canoe kayak ferry'),
  ...among('bird', 'pigeon seagull gull parrot duck goose swan sparrow owl eagle chicken'),
  ...among('cat', 'kitten kitty tabby'),
  ...among('dog', 'puppy hound'),
  ...among('horse', 'pony foal'),
  ...among('sheep', 'lamb'),
  ...among('cow', 'bull calf ox'),
  ...among('handbag', 'purse bag'),
  ...among('ball', 'football'),
  ...among('cup', 'mug teacup'),
  ...among('couch', 'sofa'),
  ...among('potted plant', 'houseplant'),
  ...among('table', 'desk'),
  ...among('tv', 'television monitor screen'),
  ...among('phone', 'smartphone cellphone mobile'),
  ...among('refrigerator', 'fridge'),
  ...among('donut', 'doughnut'),
  ...among('teddy bear', 'teddy'),
}
function among(name: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word) => [word, name]))
}

/** The detector's name for a noun in the singular; null where it has none. */
export const objectNamed = (noun: string): string | null =>
  OBJECT_NAMES.includes(noun) ? noun : (own(ALIASES, noun) ?? null)

/** Living kinds: what a picture is of, where there is one. */
export const ANIMALS: ReadonlySet<string> = new Set([
  'bird',
  'cat',
  'dog',
  'horse',
  'sheep',
  'cow',
  'elephant',
  'bear',
  'zebra',
  'giraffe',
])
