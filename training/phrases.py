"""
English for everything about the world of a spec: which words say (or imply) which fields.

Each phrase names the fields it says; a caption picks phrases until every field of the spec is covered, so that the words
and the spec cannot drift apart. Forms of a phrase:
  of    frames the whole picture: "a watercolor of", followed by a noun phrase
  adj   stands before a noun that names a place or a scene: "foggy"
  pp    follows a noun phrase or a clause: "at sunset"
  kw    an item of a list of keywords: "golden hour"
  sent  a clause with a subject, lower case, without a full stop: "the sun is setting"
"""
from __future__ import annotations

FORMS = ('of', 'adj', 'pp', 'kw', 'sent')


class Phrase:
    """fields: what it says; guards: fields that must not hold another value ("blue sky" is not said of the night)."""
    __slots__ = ('fields', 'of', 'adj', 'pp', 'kw', 'sent', 'unless', 'outdoor')

    def __init__(self, fields: dict, of: str = '', adj: str = '', pp: str = '', kw: str = '', sent: str = '',
                 unless: dict | None = None, outdoor: bool = False):
        self.fields = tuple(fields.items())
        self.of, self.adj, self.pp, self.kw, self.sent = (tuple(_split(text)) for text in (of, adj, pp, kw, sent))
        self.unless = tuple((unless or {}).items())
        self.outdoor = outdoor  # only where the place is not an interior


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split('|') if part.strip()]


P = Phrase
DARK = {'time': ('night', 'dusk')}

PHRASES = [
    # --- seasons
    P({'season': 'spring'}, adj='spring|springtime|springlike', pp='in spring|in springtime|in early spring|on a spring day|during spring',
      kw='spring|springtime|spring season|spring mood', sent='it is spring|spring is here|it\'s spring'),
    P({'season': 'summer'}, adj='summer|summery|midsummer', pp='in summer|in summertime|in midsummer|on a summer day|during summer|in the summer',
      kw='summer|summertime|summer day|summer vibes|summer season', sent='it is summer|it\'s summer|it is a summer day'),
    P({'season': 'autumn'}, adj='autumn|autumnal|fall|late autumn', pp='in autumn|in the fall|in late autumn|on an autumn day|in fall|with autumn colours|in autumn colors',
      kw='autumn|fall|autumn colors|fall foliage|autumn leaves|autumn season', sent='it is autumn|it\'s fall|the leaves have turned|autumn has come'),
    P({'season': 'winter'}, adj='winter|wintry|wintery|midwinter', pp='in winter|in wintertime|in midwinter|on a winter day|in the dead of winter|during winter|at christmas time',
      kw='winter|wintertime|winter season|winter day|christmas', sent='it is winter|it\'s winter|winter has come'),
    P({'season': 'winter', 'cover': 'snow'}, adj='snowy winter|snow-covered winter', pp='in snowy winter|in winter with snow on the ground',
      kw='snowy winter|winter with snow', sent='it is winter and snow lies on the ground', outdoor=True),
    P({'season': 'autumn', 'cover': 'leaves'}, pp='with autumn leaves on the ground|among fallen autumn leaves', kw='fallen autumn leaves|autumn leaves on the ground',
      sent='autumn leaves cover the ground', outdoor=True),
    # --- times of day
    P({'time': 'dawn'}, adj='early dawn', pp='at dawn|at daybreak|at first light|at sunrise|at the break of day|just before sunrise|as the sun comes up|as the sun rises',
      kw='dawn|sunrise|daybreak|first light', sent='the sun is rising|the sun is coming up|dawn is breaking|day is breaking|it is dawn'),
    P({'time': 'morning'}, adj='early morning', pp='in the morning|early in the morning|in the early morning|on a bright morning|in morning light|in the morning sun',
      kw='morning|early morning|morning light|morning sun', sent='it is morning|it is early in the morning|it\'s early morning'),
    P({'time': 'noon'}, adj='midday', pp='at noon|at midday|in the middle of the day|at high noon|in broad daylight|under the midday sun',
      kw='noon|midday|high noon|broad daylight|daytime', sent='it is noon|it\'s midday|it is the middle of the day'),
    P({'time': 'afternoon'}, pp='in the afternoon|in the late afternoon|on a lazy afternoon|in afternoon light|on a quiet afternoon',
      kw='afternoon|late afternoon|afternoon light|afternoon sun', sent='it is afternoon|it\'s late afternoon'),
    P({'time': 'golden hour'}, adj='golden-hour', pp='at golden hour|in golden light|in the golden hour|in golden evening light|in the last golden light|during golden hour',
      kw='golden hour|golden light|golden hour lighting|warm golden hour light', sent='everything glows in golden hour light|the light is golden|low golden light falls over everything'),
    P({'time': 'sunset'}, adj='sunset', pp='at sunset|as the sun goes down|as the sun sets|in the light of the setting sun|against a sunset|during sunset|with a sunset behind',
      kw='sunset|sunset sky|setting sun|sunset light|sundown', sent='the sun is setting|the sun is going down|the sun sinks below the horizon|it is sunset'),
    P({'time': 'dusk'}, adj='twilight', pp='at dusk|at twilight|at nightfall|in the evening|in the blue hour|at blue hour|just after sunset|in the dusk',
      kw='dusk|twilight|evening|blue hour|nightfall', sent='it is getting dark|night is falling|it is evening|it\'s dusk|dusk is falling'),
    P({'time': 'night'}, adj='night|night-time|nighttime|nocturnal', pp='at night|by night|at midnight|late at night|in the middle of the night|in the dark|at night time|after dark|in the night',
      kw='night|night time|midnight|nighttime|night scene|dark night', sent='it is night|it is dark|it\'s late at night|it is the middle of the night'),
    P({'time': 'night', 'weather': 'clear'}, adj='starlit|starry', pp='under a starry sky|under the stars|under a sky full of stars|on a clear night|on a starry night|beneath the stars',
      kw='starry night|starry sky|night sky full of stars|stars|clear night sky', sent='the night sky is full of stars|stars fill the sky|stars twinkle above'),
    P({'time': 'night', 'moon': 'full'}, adj='moonlit', pp='under a full moon|by moonlight|in the light of the full moon|on a moonlit night|on a full moon night|with a full moon in the sky',
      kw='full moon|moonlit night|moonlight|full moon night', sent='a full moon hangs in the sky|the full moon is up|the moon is full', outdoor=True),
    P({'moon': 'full'}, pp='with a full moon|with a big round moon|with a full moon rising|under the full moon|with the full moon above', kw='full moon|big full moon|round moon',
      sent='a full moon shines|there is a full moon|a full moon rises', outdoor=True),
    P({'moon': 'crescent'}, pp='under a crescent moon|with a crescent moon|with a thin crescent moon in the sky|under a sliver of moon|with a half moon above',
      kw='crescent moon|thin crescent moon|new moon|moon sickle', sent='a crescent moon hangs above|there is a crescent moon|a thin moon is in the sky', outdoor=True),
    P({'time': 'night', 'moon': 'crescent'}, pp='at night under a crescent moon|on a night with a crescent moon', kw='night with crescent moon|crescent moon night',
      sent='it is night and a crescent moon shines', outdoor=True),
    # --- weather
    P({'weather': 'clear'}, adj='sunny|sun-drenched|sunlit', pp='on a sunny day|in the sunshine|on a bright sunny day|under a blue sky|under a clear blue sky|in bright sunshine|in sunny weather|on a clear day',
      kw='sunny|sunny day|blue sky|clear sky|clear weather|bright sunshine|sunshine|nice weather|fine weather', sent='the sun shines|the sky is blue|the sky is clear|it is sunny|the weather is nice|it\'s a sunny day',
      unless=DARK, outdoor=True),
    P({'weather': 'clear'}, pp='under a clear sky|in clear weather', kw='clear sky|clear weather', sent='the sky is clear', outdoor=True),
    P({'weather': 'cloudy'}, adj='cloudy', pp='under a cloudy sky|on a cloudy day|with clouds in the sky|under drifting clouds|with lots of clouds|in cloudy weather',
      kw='cloudy|cloudy sky|clouds|cloudy day|partly cloudy', sent='it is cloudy|clouds drift by|there are clouds in the sky|the sky is cloudy', outdoor=True),
    P({'weather': 'overcast'}, adj='overcast|grey|gray', pp='under an overcast sky|under a grey sky|on a grey day|on an overcast day|under heavy clouds|on a dull day',
      kw='overcast|overcast sky|grey sky|gray day|dull weather', sent='the sky is overcast|the sky is grey|it is overcast|it\'s a gray day', outdoor=True),
    P({'weather': 'rain'}, adj='rainy|rain-soaked|rainswept', pp='in the rain|on a rainy day|while it rains|in rainy weather|with rain falling|during a shower|in the pouring rain',
      kw='rain|rainy|rainy day|raining|rainy weather|rainfall', sent='it is raining|it\'s raining|rain is falling|it rains', outdoor=True),
    P({'weather': 'rain', 'intensity': 0.9}, pp='in heavy rain|in pouring rain|in a downpour|in torrential rain', kw='heavy rain|downpour|pouring rain',
      sent='it is pouring|rain is pouring down|it\'s raining cats and dogs', outdoor=True),
    P({'weather': 'rain', 'intensity': 0.25}, adj='drizzly', pp='in light rain|in a drizzle|in a light drizzle', kw='drizzle|light rain|slight drizzle', sent='it is drizzling|a light rain falls', outdoor=True),
    P({'weather': 'storm'}, adj='stormy|storm-tossed', pp='in a storm|during a storm|in stormy weather|under storm clouds|under a stormy sky|with a storm coming',
      kw='storm|stormy|storm clouds|stormy sky|stormy weather', sent='a storm is raging|a storm is coming|it is stormy|dark storm clouds gather', outdoor=True),
    P({'weather': 'storm', 'lightning': True}, pp='in a thunderstorm|during a thunderstorm|with lightning in a stormy sky|in a storm with lightning', kw='thunderstorm|thunder and lightning|lightning storm',
      sent='a thunderstorm is raging|lightning flashes in the storm', outdoor=True),
    P({'lightning': True}, pp='with lightning|with lightning in the sky|with a bolt of lightning', kw='lightning|lightning bolt|lightning strike', sent='lightning flashes|lightning splits the sky', outdoor=True),
    P({'weather': 'snow'}, pp='while it snows|in falling snow|on a snowy day|in snowfall|with snow falling|in snowy weather|with snowflakes in the air',
      kw='snowing|snowfall|snowy day|falling snow|snowflakes', sent='it is snowing|snow is falling|it\'s snowing|it snows', outdoor=True),
    P({'weather': 'snow', 'intensity': 0.9}, pp='in a blizzard|in a snowstorm|in heavy snowfall|in heavy snow', kw='blizzard|snowstorm|heavy snow', sent='a blizzard rages|it is snowing hard', outdoor=True),
    P({'weather': 'snow', 'intensity': 0.25}, pp='in light snowfall|with a few snowflakes falling|in light snow', kw='light snow|a few snowflakes', sent='a few snowflakes fall|it is snowing lightly', outdoor=True),
    P({'weather': 'fog'}, adj='foggy|misty|fog-shrouded', pp='in the fog|in the mist|on a foggy day|in foggy weather|shrouded in mist|with fog|with mist over everything',
      kw='fog|foggy|mist|misty|foggy day', sent='it is foggy|fog hangs in the air|mist drifts around|it\'s misty', outdoor=True),
    P({'weather': 'fog', 'intensity': 0.9}, pp='in thick fog|in dense fog|in heavy fog', kw='thick fog|dense fog|heavy fog', sent='thick fog hides everything far away|the fog is thick', outdoor=True),
    P({'weather': 'fog', 'intensity': 0.25}, pp='in a light mist|with a little mist|in a thin fog', kw='light mist|thin fog|slight mist', sent='a light mist hangs in the air', outdoor=True),
    P({'weather': 'fog', 'time': 'morning'}, adj='misty morning', pp='on a foggy morning|in the morning mist|on a misty morning', kw='morning mist|foggy morning|misty morning', sent='it is a foggy morning', outdoor=True),
    P({'weather': 'rain', 'time': 'night'}, pp='on a rainy night', kw='rainy night', sent='it is a rainy night', outdoor=True),
    P({'weather': 'snow', 'time': 'night'}, pp='on a snowy night', kw='snowy night', sent='it is a snowy night', outdoor=True),
    P({'weather': 'storm', 'time': 'night'}, pp='on a stormy night', kw='stormy night', sent='it is a stormy night', outdoor=True),
    P({'weather': 'rain', 'season': 'autumn'}, pp='on a rainy autumn day', kw='rainy autumn day', sent='it is a rainy autumn day', outdoor=True),
    P({'weather': 'clear', 'season': 'summer'}, pp='on a sunny summer day|on a hot summer day', kw='sunny summer day|hot summer day', sent='it is a sunny summer day', unless=DARK, outdoor=True),
    P({'weather': 'clear', 'season': 'winter'}, pp='on a clear winter day|on a sunny winter day', kw='clear winter day|cold sunny winter day', sent='it is a clear cold winter day', unless=DARK, outdoor=True),
    P({'weather': 'clear', 'time': 'morning'}, pp='on a sunny morning', kw='sunny morning', sent='it is a sunny morning', outdoor=True),
    P({'weather': 'windy'}, adj='windy|windswept|breezy', pp='on a windy day|in the wind|in strong wind|in windy weather|with a strong wind blowing', kw='windy|wind|windy day|strong wind|gusty', sent='it is windy|the wind is blowing|a strong wind blows', outdoor=True),
    P({'weather': 'windy', 'intensity': 0.25}, pp='in a light breeze|in a gentle breeze', kw='light breeze|gentle breeze', sent='a light breeze blows', outdoor=True),
    P({'weather': 'windy', 'intensity': 0.9}, pp='in a gale|in a howling wind', kw='gale|howling wind', sent='a gale is blowing|the wind howls', outdoor=True),
    # --- sky
    P({'sun': True}, pp='with the sun in the sky|with the sun shining|with a bright sun|with a big sun in the sky|under a bright sun', kw='sun|bright sun|sun in the sky|big sun|shining sun',
      sent='the sun is shining|the sun is in the sky|the sun is up', outdoor=True),
    P({'sun': True, 'sunX': 0.2}, pp='with the sun on the left|with the sun at the upper left', kw='sun on the left|sun at left', sent='the sun is on the left', outdoor=True),
    P({'sun': True, 'sunX': 0.8}, pp='with the sun on the right|with the sun at the upper right', kw='sun on the right|sun at right', sent='the sun is on the right', outdoor=True),
    P({'rainbow': True}, pp='with a rainbow|under a rainbow|with a rainbow in the sky|with a rainbow above|and a rainbow|with a double rainbow', kw='rainbow|rainbow in the sky|colorful rainbow|rainbow arching above',
      sent='a rainbow arches over it all|there is a rainbow in the sky|a rainbow stands in the sky', outdoor=True),
    P({'aurora': True}, pp='under the northern lights|with the northern lights|with the aurora in the sky|with northern lights above|with an aurora borealis', kw='northern lights|aurora borealis|aurora|polar lights',
      sent='the northern lights dance in the sky|northern lights glow above|there is an aurora', outdoor=True),
    P({'aurora': True, 'time': 'night'}, pp='at night with northern lights|on a night of northern lights', kw='northern lights at night|night sky with aurora', sent='northern lights fill the night sky', outdoor=True),
    P({'clouds': 0.03}, pp='under a cloudless sky|without a cloud in the sky', kw='cloudless sky|not a cloud in sight', sent='there is not a cloud in the sky', outdoor=True),
    P({'clouds': 0.75}, pp='with big clouds in the sky|under big white clouds|with fluffy white clouds|under towering clouds', kw='big fluffy clouds|white clouds|puffy clouds|cumulus clouds',
      sent='big white clouds fill the sky|fluffy clouds drift above', outdoor=True),
    P({'drama': 0.9}, pp='under a dramatic sky|with a dramatic sky', kw='dramatic sky|dramatic clouds', sent='the sky is dramatic', outdoor=True),
    P({'haze': 0.8}, adj='hazy', pp='in the haze|fading into haze', kw='haze|hazy|hazy distance|atmospheric haze', sent='everything far away fades into haze', outdoor=True),
    P({'focus': 0.9}, pp='with a blurred background|with a blurry background|with shallow depth of field|with bokeh', kw='blurred background|shallow depth of field|bokeh|blurry background|out of focus background|f/1.8',
      sent='the background is blurred|the background is out of focus'),
    P({'focus': 0.0}, pp='with everything in focus', kw='everything in focus|deep focus|sharp from front to back', sent='everything is in focus'),
    P({'horizon': 0.72}, pp='with a low horizon|under a huge sky|under a big wide sky', kw='low horizon|big sky|huge sky', sent='the horizon is low', outdoor=True),
    P({'horizon': 0.32}, pp='with a high horizon', kw='high horizon', sent='the horizon is high', outdoor=True),
    # --- covers of the ground
    P({'cover': 'grass'}, adj='grassy|grass-covered', pp='on the grass|in the grass|in green grass|with green grass', kw='grass|green grass|grassy|lawn', sent='the ground is covered in grass|the grass is green', outdoor=True),
    P({'cover': 'flowers'}, adj='flowering|flower-filled|flowery|blooming', pp='with flowers|full of flowers|among wildflowers|with wildflowers everywhere|with flowers all around|surrounded by flowers|with lots of flowers',
      kw='flowers|wildflowers|flowers everywhere|blooming flowers|many flowers', sent='flowers bloom everywhere|there are flowers all over|wildflowers cover the ground', outdoor=True),
    P({'cover': 'snow'}, adj='snowy|snow-covered', pp='in the snow|covered in snow|with snow on the ground|covered with snow|under a blanket of snow|in deep snow', kw='snow|snow on the ground|snow-covered|deep snow|fresh snow',
      sent='snow lies on the ground|everything is covered in snow|the ground is covered with snow', outdoor=True),
    P({'cover': 'sand'}, adj='sandy', pp='on the sand|in the sand|with sand', kw='sand|sandy ground|sandy', sent='the ground is sandy', outdoor=True),
    P({'cover': 'leaves'}, adj='leaf-strewn', pp='with fallen leaves|among fallen leaves|with leaves on the ground', kw='fallen leaves|leaves on the ground', sent='fallen leaves cover the ground', outdoor=True),
    P({'cover': 'crops'}, pp='with crops|among the crops|with rows of crops', kw='crops|rows of crops|ripe crops', sent='crops grow in rows', outdoor=True),
    P({'cover': 'path'}, pp='with a path|with a winding path|with a path running through|along a path', kw='path|winding path|footpath|trail', sent='a path winds through|there is a path|a path leads into the distance', outdoor=True),
    P({'cover': 'road'}, pp='with a road|with a road running through|along a road|by the road|with a winding road', kw='road|winding road|country road', sent='a road runs through|there is a road|a road leads into the distance', outdoor=True),
    P({'cover': 'rocks'}, adj='rocky|boulder-strewn', pp='with rocks|among rocks|with big rocks scattered around|with boulders', kw='rocks|rocky ground|boulders|stones', sent='there are rocks on the ground|boulders lie around', outdoor=True),
    # --- styles
    P({'style': 'natural'}, of='a photo of|a realistic picture of|a photograph of|photo of|picture of|a realistic image of|a photorealistic image of|an image of|a close look at',
      pp='in a realistic style|in natural style|as a photo', kw='realistic|photorealistic|photo|realistic style|natural style|photography|lifelike', sent='make it realistic|it should look real'),
    P({'style': 'flat'}, of='a flat illustration of|a vector illustration of|flat design of|a flat vector of|a clip art of|a minimalist illustration of|a simple cartoon of', pp='in flat style|in flat design|as a flat vector|as a vector graphic|in a minimalist flat style|as clipart',
      kw='flat|flat design|flat vector|vector art|flat style|flat illustration|vector|minimalist|clean vector', sent='use a flat style|make it flat'),
    P({'style': 'watercolor'}, of='a watercolor of|a watercolour of|a watercolor painting of|a watercolour painting of|watercolor of|an aquarelle of|a loose watercolor of', pp='in watercolor|in watercolour|in watercolor style|as a watercolor|painted in watercolor|in the style of a watercolour',
      kw='watercolor|watercolour|watercolor painting|watercolor style|aquarelle|loose watercolour|watercolor on paper|gouache', sent='use watercolor|make it a watercolour|it is painted in watercolors'),
    P({'style': 'oil'}, of='an oil painting of|oil painting of|a painting of|an oil on canvas of|an impressionist painting of', pp='in oil|as an oil painting|in oils|in the style of an oil painting|painted in oil|in thick oil paint|in impressionist style',
      kw='oil painting|oil on canvas|oil paint|impasto|oil painting style|impressionist|impressionism|visible brush strokes', sent='it is an oil painting|make it look like an oil painting'),
    P({'style': 'pencil'}, of='a pencil drawing of|a pencil sketch of|a sketch of|a drawing of|pencil sketch of|a graphite drawing of|a colored pencil drawing of', pp='in pencil|as a pencil sketch|as a sketch|drawn in pencil|in pencil style|in coloured pencil',
      kw='pencil|pencil sketch|pencil drawing|sketch|graphite|hand drawn|colored pencil|charcoal', sent='draw it in pencil|it is a pencil drawing|sketched in pencil'),
    P({'style': 'ink'}, of='an ink drawing of|an ink sketch of|a pen and ink drawing of|an ink wash painting of|line art of|a woodcut of|a black ink drawing of', pp='in ink|as an ink drawing|in pen and ink|in ink wash|as line art|drawn in ink|in sumi-e style',
      kw='ink|ink drawing|pen and ink|line art|ink wash|sumi-e|linocut|engraving|chinese ink painting', sent='draw it in ink|it is an ink drawing'),
    P({'style': 'pixel art'}, of='pixel art of|a pixel art of|an 8-bit picture of|a pixel art picture of|16-bit pixel art of', pp='in pixel art|as pixel art|in pixel art style|in pixels|in 8-bit style|like an old video game',
      kw='pixel art|8-bit|16-bit|pixelated|retro game|pixel art style|pixels|retro video game style', sent='make it pixel art|it is pixel art'),
    P({'style': 'low poly'}, of='a low poly render of|low poly|a low-poly model of|a low poly scene of|a 3d low poly render of', pp='in low poly|in low poly style|as a low poly render|in low-poly 3d', kw='low poly|low-poly|low poly style|polygonal|3d low poly|faceted|geometric low poly', sent='make it low poly|low poly style please'),
    P({'style': 'paper cut'}, of='a paper cut of|a paper cutout of|a papercut of|a layered paper art of|paper craft of|a paper collage of', pp='as a paper cut|in paper cut style|as a papercut|made of cut paper|in layered paper art|as a paper collage',
      kw='paper cut|papercut|paper cutout|layered paper|paper art|paper craft|paper collage|cut paper|kirigami', sent='make it look like cut paper|it is made of layered paper'),
    P({'style': 'comic'}, of='a comic of|a comic book panel of|a comic style drawing of|a pop art picture of|a cartoon of|a comic strip panel of', pp='in comic style|as a comic|in comic book style|like a comic panel|as a cartoon|in cartoon style|in pop art style',
      kw='comic|comic book|comic style|comic panel|cartoon|cartoon style|pop art|graphic novel|bold outlines', sent='draw it like a comic|make it a comic'),
    P({'style': 'anime'}, of='an anime drawing of|anime|an anime picture of|a manga style drawing of|an anime scene of', pp='in anime style|as anime|in the style of anime|in manga style|like a ghibli film|in studio ghibli style',
      kw='anime|anime style|manga|ghibli style|studio ghibli|anime art|cel shading|anime background', sent='anime style please|make it anime'),
    P({'style': 'stained glass'}, of='a stained glass window of|a stained glass of|stained glass of|a stained-glass window showing', pp='in stained glass|as a stained glass window|in stained glass style|as stained glass', kw='stained glass|stained glass window|stained glass style|stained-glass|leaded glass',
      sent='make it a stained glass window|it looks like stained glass'),
    # --- viewpoints
    P({'viewpoint': 'eye level'}, pp='at eye level|seen at eye level', kw='eye level|eye-level view|eye level shot', sent='seen at eye level'),
    P({'viewpoint': 'from above'}, of="a bird's-eye view of|an aerial view of|a top-down view of|an overhead shot of|a view from above of|top view of|drone shot of", pp="from above|seen from above|from a bird's eye view|in bird's-eye view|from overhead|top down|viewed from above",
      kw="from above|bird's-eye view|aerial view|top-down|overhead shot|top view|birds eye view|flat lay|drone view", sent='we look down from above|seen from above|the view is from above'),
    P({'viewpoint': 'low angle'}, of="a low angle shot of|a worm's-eye view of|a low-angle view of", pp="from below|from a low angle|seen from below|from a worm's eye view|looking up", kw="low angle|low-angle shot|worm's-eye view|from below|low angle view", sent='seen from below|the camera looks up|the camera is low'),
    P({'viewpoint': 'close-up'}, of='a close-up of|close up of|a closeup of|a close-up photo of|a macro shot of|an extreme close-up of|a macro photo of|a detail of', pp='in close-up|up close|from very near|close up', kw='close-up|close up|macro|closeup|macro shot|extreme close-up|detail shot', sent='it is a close-up|seen from very close|the camera is very close'),
    P({'viewpoint': 'wide'}, of='a wide shot of|a panorama of|a wide view of|a panoramic view of|a wide-angle shot of|an establishing shot of', pp='in a wide shot|from far away|seen from a distance|in a wide view|in a panoramic view', kw='wide shot|wide angle|panorama|panoramic|wide view|long shot|wide-angle', sent='it is a wide shot|seen from far away'),
    P({'viewpoint': 'portrait'}, of='a portrait of|portrait of|a head-and-shoulders portrait of|a portrait photo of|a studio portrait of|a bust of', pp='in a portrait|as a portrait|from the shoulders up', kw='portrait|head and shoulders|portrait shot|bust|half-length portrait|upper body|face', sent='it is a portrait|only head and shoulders are visible'),
    # --- lights
    P({'light': 'natural'}, pp='in natural light|in daylight|in natural lighting', kw='natural light|daylight|natural lighting', sent='the light is natural'),
    P({'light': 'soft'}, pp='in soft light|in soft lighting|in gentle light|with soft lighting|in diffuse light|bathed in soft light', kw='soft light|soft lighting|diffuse light|gentle light|soft shadows|softly lit', sent='the light is soft|soft light falls on everything'),
    P({'light': 'studio'}, of='a studio shot of|a studio photo of', pp='in studio light|in studio lighting|with studio lighting|under studio lights', kw='studio light|studio lighting|softbox lighting|studio lights|professional lighting', sent='use studio lighting'),
    P({'light': 'dramatic'}, pp='in dramatic light|with dramatic lighting|in dramatic lighting|in hard light|in chiaroscuro', kw='dramatic lighting|dramatic light|chiaroscuro|moody lighting|hard light|cinematic lighting|high contrast lighting|god rays', sent='the lighting is dramatic'),
    P({'light': 'backlit'}, adj='backlit', pp='against the light|backlit|with light from behind|with rim light|in backlight|lit from behind', kw='backlit|backlight|rim light|silhouette|back lighting|contre-jour|lit from behind', sent='the light comes from behind|it is backlit'),
    P({'light': 'spotlight'}, pp='in a spotlight|under a spotlight|lit by a single spotlight|in the spotlight', kw='spotlight|single spotlight|spot light|stage spotlight', sent='a spotlight falls on the scene|a single spotlight shines'),
    P({'light': 'candlelight'}, adj='candlelit', pp='by candlelight|in candlelight|lit by candles|in the glow of candles|in warm candlelight', kw='candlelight|candlelit|candle light|warm candle glow|firelight', sent='candles light the scene|only candles give light'),
    P({'light': 'neon'}, adj='neon|neon-lit', pp='in neon light|under neon lights|with neon lights|lit by neon|in a neon glow|in pink and blue neon light', kw='neon|neon lights|neon glow|neon light|neon lighting|neon colors', sent='neon lights glow|everything glows in neon'),
    # --- grades
    P({'grade': 'warm'}, pp='in warm colors|in warm tones|in warm colours|with warm tones', kw='warm colors|warm tones|warm palette|warm colours|warm color palette', sent='the colours are warm|use warm colors'),
    P({'grade': 'cool'}, pp='in cool tones|in cold colors|in cool colours|in blue tones|with a cool palette', kw='cool tones|cold colors|cool colours|cool palette|bluish tones|cold tones', sent='the colors are cold|use cool colours'),
    P({'grade': 'pastel'}, adj='pastel|pastel-coloured', pp='in pastel colors|in pastels|in pastel colours|in soft pastel tones', kw='pastel|pastel colors|pastel colours|pastel palette|pastel tones|soft pastels', sent='use pastel colours|the colours are pastel'),
    P({'grade': 'vivid'}, adj='colourful|colorful|vibrant', pp='in vivid colors|in bright colors|in vibrant colours|in saturated colors|with vivid colors', kw='vivid colors|vibrant|bright colors|vibrant colors|saturated colors|vivid|colorful|high saturation', sent='the colors are vivid|use bright colours'),
    P({'grade': 'muted'}, pp='in muted colors|in muted tones|in faded colors|in subdued colours', kw='muted colors|muted tones|desaturated|faded colors|subdued colours|muted palette|earth tones', sent='the colours are muted|use muted colors'),
    P({'grade': 'dark'}, pp='in dark tones|in dark colors|in dark colours|in low key', kw='dark tones|low key|dark colors|dark|dark palette|dark atmosphere', sent='the picture is dark|keep it dark'),
    P({'grade': 'monochrome'}, of='a black and white photo of|a black and white picture of|a monochrome picture of', pp='in black and white|in monochrome|in grayscale|in b&w', kw='black and white|monochrome|b&w|grayscale|bw|greyscale', sent='it is in black and white|make it black and white'),
    P({'grade': 'sepia'}, of='an old sepia photo of|a sepia photo of|a vintage sepia picture of', pp='in sepia|in sepia tones|like an old sepia photo', kw='sepia|sepia tone|sepia photo|old sepia photograph', sent='it is in sepia|use sepia tones'),
]
