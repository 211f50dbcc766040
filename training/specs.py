"""
What people ask: the plain spec of a wish ("what is said"), and the joint distribution of what is asked.

A spec is a plain dict. It holds only what is said or clearly implied; a scene is completed from it elsewhere.

  world      {field: value}, fields and values of the core vocabularies (land, water, cover, season, time, weather, moon, style,
             viewpoint, light, grade, backdrop, sun, rainbow, aurora, lightning). Numbers appear where words ask for them, as
             targets from 0 to 1: clouds ("cloudless" 0.03, "big clouds" 0.8), haze, drama ("epic" 0.9), focus ("blurred
             background" 0.9), intensity ("heavy rain" 0.9, "light snow" 0.25), horizon ("low horizon" 0.72), sunX ("sun on the
             left" 0.2), relief.
  things     what is named, in order of importance; each a dict:
               kind      catalogue id
               word      the word used, singular base form ("puppy" for kind "dog"); the caption inflects it
               color     one of COLORS without 'auto'
               count     1 to 12, only where a number is said ("three", "a pair of"); a bare singular has no count
               plural    'some' or 'many' where more than one is asked for without a number ("pumpkins", "a herd of cows")
               size      tiny | small | large | huge
               state     one of STATES without 'none'
               material  one of MATERIALS without 'none'
               variant   0 to 3, only where a word asks for a certain look of its kind
               region    left | right | center | top | bottom | top left | top right | bottom left | bottom right |
                         background | foreground
               facing    left | right
               text      lettering on it, verbatim
  relations  [i, rel, j]: i indexes things; j indexes things or is 'land', 'water', 'sky', 'sun' or 'moon'. rel is one of RELATIONS.
             'between' comes as two relations with the same i. "a lamp, to its left a cat" is [cat, 'left of', lamp].
  avoid      what must not be seen: catalogue ids, or a category: person, animal, plant, building, vehicle, text, cloud
  lang       en | de | es | fr | zh | ja | hi
  mood, use  optional: the mood or use that is said ('cosy', 'headshot'). What it implies already stands in world, so
             that it can be ignored.
"""
from __future__ import annotations

RELATIONS = (
    'on', 'in', 'under', 'above', 'below', 'behind', 'in front of', 'next to', 'left of', 'right of', 'between', 'around',
    'wearing', 'holding', 'riding', 'reflected in', 'near',
)
SIZES = ('tiny', 'small', 'large', 'huge')
REGIONS = (
    'left', 'right', 'center', 'top', 'bottom', 'top left', 'top right', 'bottom left', 'bottom right', 'background', 'foreground',
)
AVOIDABLE = ('person', 'animal', 'plant', 'building', 'vehicle', 'text', 'cloud')
LANGUAGES = ('en', 'de', 'es', 'fr', 'zh', 'ja', 'hi')
