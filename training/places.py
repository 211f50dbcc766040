"""
English for places: lands, waters, backdrops, moods and uses.

A noun is written "article:noun": 'a:forest' (a or an, counted once), 'the:sea', 'p:mountains' (plural, no article), 'm:snow'.
"""
from __future__ import annotations


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split('|') if part.strip())


class Place:
    """
    at:    "preposition article:noun", where something happens: 'in a:forest'
    of:    nouns that can be the subject of a picture: 'a:mountain landscape'
    tail:  what can be added to a noun phrase: 'with mountains in the background'
    kw:    keywords
    sent:  clauses that name the place
    """
    __slots__ = ('at', 'of', 'tail', 'kw', 'sent')

    def __init__(self, at: str, of: str, tail: str = '', kw: str = '', sent: str = ''):
        self.at = tuple(_place(part) for part in _split(at))
        self.of = tuple(_noun(part) for part in _split(of))
        self.tail, self.kw, self.sent = _split(tail), _split(kw), _split(sent)


def _noun(text: str) -> tuple[str, str]:
    article, _, noun = text.partition(':')
    return article, noun


def _place(text: str) -> tuple[str, str, str]:
    """'in front of p:mountains' -> ('in front of', 'p', 'mountains')."""
    head, _, noun = text.partition(':')
    if not noun:
        return head, '', ''  # 'in space:'
    preposition, _, article = head.rpartition(' ')
    return preposition, article, noun


LAND = {
    'mountains': Place('in the:mountains|in front of p:mountains|high up in the:mountains|in a:mountain valley|in a:mountain landscape|below p:tall mountains|among p:mountain peaks|in the:alps|at the foot of the:mountains',
                       'a:mountain landscape|p:mountains|a:mountain range|p:mountain peaks|a:mountain scene|a:mountain valley|a:mountain view|p:rugged mountains|a:mountain|p:alpine peaks|an:alpine landscape',
                       'with mountains in the background|with mountains behind|mountains in the background|with mountain peaks in the distance|with a mountain range behind',
                       'mountains|mountain landscape|mountain range|peaks|alps|mountain background|mountain scenery', 'there are mountains in the background|mountains rise behind|mountains tower in the distance'),
    'hills': Place('in the:hills|on a:hill|on a:green hill|among p:rolling hills|on top of a:hill|on a:hilltop|in a:hilly landscape|on a:hillside',
                   'p:rolling hills|p:hills|a:hilly landscape|p:green hills|a:hill|a:landscape of rolling hills|a:countryside|a:grassy hill',
                   'with rolling hills in the background|with hills behind|hills in the background|with green hills in the distance', 'hills|rolling hills|green hills|hilltop|countryside|hilly landscape', 'there are hills in the background|hills roll into the distance'),
    'meadow': Place('in a:meadow|on a:meadow|in a:green meadow|in the:meadow|on a:pasture|in a:grassy meadow|in the:grasslands', 'a:meadow|a:green meadow|a:grassy meadow|a:pasture|an:alpine meadow|a:grassland|a:wide meadow',
                    'with a meadow|in front of a meadow', 'meadow|green meadow|pasture|grassland', 'there is a meadow'),
    'field': Place('in a:field|in a:wheat field|on a:farm|in the:fields|in a:corn field|in a:field of wheat|on a:farm field|in the:countryside|on farmland:', 'a:field|a:wheat field|p:fields|a:field of wheat|p:farm fields|a:farm landscape|a:corn field|a:golden field',
                   'with fields in the background|with fields behind', 'field|fields|wheat field|farmland|farm|farm field', 'there are fields all around|fields stretch to the horizon'),
    'forest': Place('in a:forest|in the:forest|in the:woods|deep in the:forest|among the:trees|in a:pine forest|in a:dense forest|at the edge of a:forest|in a:clearing in the forest|in an:old forest|in a:woodland', 'a:forest|a:forest scene|a:dense forest|the:woods|a:pine forest|a:forest clearing|a:woodland|a:deep forest|an:enchanted forest|an:old forest',
                    'with a forest in the background|with trees behind|with a forest behind|surrounded by trees', 'forest|woods|woodland|dense forest|trees in the background|forest background', 'there is a forest behind|tall trees stand all around|the forest is dense'),
    'jungle': Place('in the:jungle|in a:jungle|in a:rainforest|deep in the:jungle|in a:tropical forest|in a:lush jungle', 'a:jungle|a:rainforest|a:lush jungle|a:tropical forest|a:jungle scene|a:tropical jungle', 'with jungle behind|surrounded by jungle|with tropical plants all around',
                    'jungle|rainforest|tropical|lush jungle|tropical forest', 'the jungle is all around'),
    'desert': Place('in the:desert|in a:desert|on a:sand dune|among p:sand dunes|in the:sahara|in a:sandy desert|on the:dunes', 'a:desert|a:desert landscape|p:sand dunes|p:dunes|a:sandy desert|a:desert scene|the:sahara', 'with dunes in the background|with sand dunes behind|with a desert behind',
                    'desert|dunes|sand dunes|sahara|desert landscape|desert background', 'there are dunes all around|the desert stretches out'),
    'canyon': Place('in a:canyon|in a:red rock canyon|in the:grand canyon|at the edge of a:canyon|in a:rocky canyon|in a:gorge', 'a:canyon|a:red rock canyon|the:grand canyon|a:deep canyon|a:canyon landscape|p:red rocks', 'with canyon walls behind|with red rocks behind', 'canyon|red rocks|grand canyon|gorge|canyon walls', 'canyon walls rise on both sides'),
    'beach': Place('on the:beach|on a:beach|at the:beach|on a:sandy beach|on a:tropical beach|at the:seaside|on the:shore|by the:seaside|on the:coast|on a:white sand beach', 'a:beach|a:tropical beach|a:sandy beach|a:beach scene|the:seaside|a:seashore|a:coast|a:quiet beach|a:coastline',
                   'with a beach behind|with the beach in the background|with a beach', 'beach|seaside|tropical beach|seashore|sandy beach|coast', 'there is a beach|waves roll onto the beach'),
    'sea': Place('at sea:|on the:open sea|by the:sea|on the:ocean|in the:ocean|at the:sea|out at sea:|in the middle of the:ocean|over the:sea', 'the:sea|the:ocean|the:open sea|a:seascape|a:calm sea|an:ocean view|a:view of the sea|p:ocean waves',
                 'with the sea in the background|with the sea behind|with the ocean behind|sea in the background', 'sea|ocean|seascape|open sea|ocean waves|waves', 'the sea stretches to the horizon|there is the sea behind'),
    'island': Place('on an:island|on a:small island|on a:tropical island|on a:desert island|on a:lonely island|on an:island in the sea', 'an:island|a:tropical island|a:small island|a:lonely island|a:desert island|an:island in the sea|a:tiny island', 'with an island in the background|with an island behind',
                    'island|tropical island|small island|desert island', 'there is an island'),
    'snowfield': Place('on the:ice|in a:snowy landscape|in the:arctic|in a:snowfield|in the:antarctic|at the:north pole|on a:snowfield|in the:snowy tundra|in the:tundra|in a:frozen landscape', 'a:snowy landscape|a:snowfield|an:arctic landscape|the:arctic|a:snow-covered plain|a:frozen landscape|the:tundra',
                       'with a snowy landscape behind|with snow fields behind', 'snowfield|arctic|snowy landscape|tundra|antarctica|north pole', 'there is nothing but snow and ice'),
    'volcano': Place('in front of a:volcano|near a:volcano|at the foot of a:volcano|on a:volcano|beside an:erupting volcano|below a:volcano', 'a:volcano|an:erupting volcano|a:volcano landscape|a:smoking volcano|a:volcanic landscape', 'with a volcano in the background|with a volcano behind|volcano in the background', 'volcano|volcano in the background|volcanic landscape|erupting volcano',
                     'a volcano smokes behind|there is a volcano in the background'),
    'park': Place('in a:park|in the:park|in a:city park|at the:park|in a:green park|in a:quiet park', 'a:park|a:city park|a:green park|a:park scene', 'with a park behind|with a park in the background', 'park|city park|park scene|in the park', 'there is a park behind'),
    'garden': Place('in a:garden|in the:garden|in a:backyard|in a:flower garden|in a:lush garden|in the:yard|in a:cottage garden|in a:vegetable garden', 'a:garden|a:flower garden|a:lush garden|a:cottage garden|a:secret garden|a:backyard|a:japanese garden', 'with a garden behind|with a garden in the background', 'garden|flower garden|backyard|lush garden|cottage garden', 'there is a garden all around'),
    'village': Place('in a:village|in a:small village|in the:village|in front of a:village|in a:quiet village|in a:little town|in a:medieval village|in a:small town', 'a:village|a:small village|a:medieval village|a:little town|a:mountain village|a:cozy village|a:fairytale village|a:village scene', 'with a village in the background|with a village behind', 'village|small village|little town|medieval village', 'there is a village in the background'),
    'street': Place('on a:street|in the:street|on the:road|on a:quiet street|in a:narrow street|on a:cobbled street|on the:sidewalk|in an:alley|on a:city street|at the:side of the road', 'a:street|a:city street|a:narrow street|a:cobbled street|a:street scene|an:alley|a:quiet street|a:busy street', 'with a street behind|with houses along the street', 'street|city street|alley|street scene|cobblestone street|road', 'a street runs between houses'),
    'city': Place('in the:city|in a:city|in a:big city|above the:city|in front of a:skyline|in front of a:city skyline|downtown:|in a:modern city|in a:metropolis', 'a:city|a:city skyline|a:skyline|a:big city|a:cityscape|a:modern city|a:futuristic city|a:metropolis|a:view of the city', 'with a city in the background|with a skyline behind|with skyscrapers behind|city in the background', 'city|skyline|cityscape|city skyline|skyscrapers|metropolis|urban', 'there is a city in the background|skyscrapers rise behind'),
    'underwater': Place('under water:|underwater:|under the:sea|at the bottom of the:sea|in the:deep sea|on the:seabed|in a:coral reef|below the:waves|on the:sea floor|in an:aquarium', 'an:underwater scene|an:underwater world|a:coral reef|the:seabed|the:deep sea|the:ocean floor|an:underwater landscape|the:bottom of the sea', 'with a coral reef behind|with corals', 'underwater|under the sea|coral reef|deep sea|ocean floor|seabed', 'it is under water|this happens under the sea'),
    'space': Place('in space:|in outer space:|in deep space:|among the:stars|in the:cosmos|floating in space:|in front of a:galaxy|in the:universe', 'm:space|m:outer space|a:galaxy|a:space scene|the:cosmos|a:nebula|the:milky way', 'with a galaxy behind|with stars and planets behind', 'space|outer space|galaxy|cosmos|nebula|stars and planets', 'it is in outer space'),
    'moon': Place('on the:moon|on the:surface of the moon|on an:alien planet|on a:moon crater|on the:lunar surface|on a:strange planet|on mars:', 'the:surface of the moon|a:lunar landscape|the:moon surface|a:moon landscape|an:alien planet|a:martian landscape', 'with moon craters behind|with craters all around', 'moon surface|lunar landscape|alien planet|craters|mars', 'craters are all around'),
    'sky': Place('in the:sky|up in the:sky|high in the:sky|in the:air|among the:clouds|above the:clouds|in the:clouds|high above the:ground', 'the:sky|a:view above the clouds|a:sky full of clouds|the:blue sky|p:clouds', 'against the sky|with nothing but sky behind', 'sky|in the sky|above the clouds|sky background', 'there is nothing but sky'),
    'living room': Place('in a:living room|in the:living room|in a:cozy living room|in a:modern living room|in the:lounge|in a:sitting room', 'a:living room|a:living room interior|a:modern living room|a:cozy living room|a:lounge', 'with a living room behind', 'living room|living room interior|lounge', 'the place is a living room|it is in a living room'),
    'bedroom': Place("in a:bedroom|in the:bedroom|in a:child's bedroom|in a:small bedroom|in a:bright bedroom", "a:bedroom|a:bedroom interior|a:small bedroom|a:child's bedroom|a:bright bedroom", 'with a bedroom behind', 'bedroom|bedroom interior', 'it is in a bedroom'),
    'kitchen': Place('in a:kitchen|in the:kitchen|in a:rustic kitchen|in a:bright kitchen|on the:kitchen counter|in a:modern kitchen', 'a:kitchen|a:kitchen interior|a:rustic kitchen|a:modern kitchen|a:small kitchen', 'with a kitchen behind|with a kitchen in the background', 'kitchen|kitchen interior|rustic kitchen|kitchen counter', 'it is in a kitchen'),
    'room': Place('in a:room|in an:empty room|indoors:|inside a:room|in a:bare room|inside:|in a:small room|in a:bright room', 'a:room|an:empty room|a:room interior|an:interior|a:bright room|a:small room', 'with a plain wall behind|against a wall', 'room|interior|indoor|indoors|empty room', 'it is indoors|it is in a room'),
    'library': Place('in a:library|in the:library|in an:old library|among p:bookshelves|in front of p:bookshelves|in a:book shop', 'a:library|an:old library|a:library interior|a:grand library|a:study full of books', 'with bookshelves behind|with bookshelves in the background|with books all around', 'library|bookshelves|old library|books in the background', 'bookshelves fill the walls|it is in a library'),
    'stage': Place('on a:stage|on the:stage|on stage:|in a:theatre|on a:theater stage|at a:concert', 'a:stage|an:empty stage|a:theatre stage|a:concert stage', 'with a red curtain behind|with a stage behind', 'stage|theater stage|on stage|concert stage', 'it is on a stage'),
    'table': Place('on a:table|on the:table|on a:wooden table|on a:desk|on a:kitchen table|on a:tabletop|on a:dining table|on a:rustic table|on a:small table', 'a:table|a:still life|a:tabletop still life|a:wooden table|a:table top', 'on a table top|arranged on a table', 'table|still life|tabletop|wooden table|on a table', 'it is on a table'),
    'studio': Place('in a:studio|in a:photo studio|against a:plain background|on a:plain background|in front of a:plain backdrop|against a:simple background|on a:seamless background|on a:clean background', 'a:studio backdrop|an:empty studio|a:plain background', 'with a plain background|with a simple background|on a plain backdrop|isolated on a plain background|with nothing in the background', 'plain background|studio|simple background|isolated|studio backdrop|clean background|no background|seamless background', 'the background is plain|nothing in the background|keep the background plain'),
}

WATER = {
    'lake': Place('by a:lake|at a:lake|beside a:lake|on the shore of a:lake|by the:lake|near a:lake|at the:lake|in front of a:lake', 'a:lake|a:calm lake|a:still lake|a:lake landscape|a:clear lake|a:blue lake|a:lakeside scene|a:big lake', 'with a lake|with a calm lake|with a lake in front|with a lake in the foreground|and a lake|beside a lake', 'lake|lakeside|calm lake|clear lake|still lake', 'there is a lake|a lake lies in front|a calm lake mirrors the sky'),
    'river': Place('by a:river|at the:river|beside a:river|on the bank of a:river|by the:river|along a:river|near a:river|on a:riverbank|by a:stream', 'a:river|a:winding river|a:river landscape|a:stream|a:wide river|a:river valley|a:quiet river', 'with a river|with a winding river|with a river running through|and a river|with a stream', 'river|winding river|stream|riverside|river bank', 'a river runs through|there is a river|a river winds through'),
    'pond': Place('by a:pond|at a:pond|beside a:pond|near a:pond|at the:pond|at the edge of a:pond|by a:small pond', 'a:pond|a:small pond|a:quiet pond|a:garden pond|a:duck pond', 'with a pond|with a small pond|and a pond', 'pond|small pond|duck pond', 'there is a pond|there is a small pond'),
    'sea': Place('by the:sea|at the:sea|by the:ocean|near the:sea|at the:seaside|beside the:sea|on the:coast', 'the:sea|the:ocean|a:seascape|p:ocean waves|the:open sea', 'with the sea|with the sea in the background|with the ocean behind|and the sea|overlooking the sea', 'sea|ocean|seaside|waves', 'the sea is behind|there is the sea|the sea glitters'),
    'waterfall': Place('at a:waterfall|by a:waterfall|in front of a:waterfall|near a:waterfall|beneath a:waterfall|next to a:waterfall', 'a:waterfall|a:tall waterfall|a:big waterfall|a:hidden waterfall|a:cascade|a:waterfall scene', 'with a waterfall|with a tall waterfall|with a waterfall behind|and a waterfall|with a waterfall in the background', 'waterfall|cascade|tall waterfall', 'there is a waterfall|a waterfall tumbles down'),
}
#: How a thing stands to water: prepositions for relations whose target is 'water', 'land', 'sky', 'sun', 'moon'.
WATER_NOUN = {'lake': 'lake', 'river': 'river', 'pond': 'pond', 'sea': 'sea', 'waterfall': 'waterfall'}

#: What a mood implies for the picture; each is a list of alternatives, and a spec takes one.
MOODS = {
    'cosy': [{'grade': 'warm', 'light': 'soft'}, {'grade': 'warm', 'light': 'candlelight'}, {'grade': 'warm'}],
    'lonely': [{'viewpoint': 'wide', 'grade': 'muted'}, {'grade': 'muted', 'weather': 'overcast'}, {'viewpoint': 'wide', 'weather': 'fog'}],
    'epic': [{'drama': 0.9, 'viewpoint': 'wide'}, {'drama': 0.9, 'light': 'dramatic'}, {'drama': 0.9, 'viewpoint': 'low angle'}],
    'peaceful': [{'light': 'soft', 'drama': 0.08}, {'drama': 0.08, 'weather': 'clear'}, {'drama': 0.08, 'light': 'soft', 'grade': 'pastel'}],
    'melancholic': [{'weather': 'overcast', 'grade': 'muted'}, {'weather': 'rain', 'grade': 'cool'}, {'grade': 'cool', 'light': 'soft'}],
    'mysterious': [{'weather': 'fog', 'haze': 0.8}, {'grade': 'dark', 'haze': 0.8}, {'weather': 'fog', 'time': 'dusk'}],
    'spooky': [{'time': 'night', 'grade': 'dark'}, {'time': 'night', 'weather': 'fog'}, {'time': 'night', 'moon': 'full', 'grade': 'dark'}],
    'romantic': [{'time': 'sunset', 'grade': 'warm'}, {'time': 'golden hour', 'light': 'soft'}, {'grade': 'warm', 'light': 'soft'}],
    'magical': [{'light': 'soft', 'grade': 'pastel'}, {'light': 'soft', 'haze': 0.6}, {'time': 'dusk', 'light': 'soft'}],
    'dreamy': [{'grade': 'pastel', 'haze': 0.7, 'light': 'soft'}, {'haze': 0.7, 'light': 'soft'}, {'grade': 'pastel', 'light': 'soft'}],
    'cheerful': [{'grade': 'vivid', 'weather': 'clear'}, {'grade': 'vivid'}],
    'gloomy': [{'weather': 'overcast', 'grade': 'dark'}, {'grade': 'dark', 'weather': 'rain'}, {'weather': 'overcast', 'grade': 'muted'}],
    'nostalgic': [{'grade': 'warm', 'light': 'soft'}, {'grade': 'sepia'}, {'time': 'golden hour', 'grade': 'warm'}],
    'tense': [{'light': 'dramatic', 'drama': 0.9}, {'weather': 'storm', 'drama': 0.9}, {'grade': 'dark', 'drama': 0.9}],
    'fresh': [{'time': 'morning', 'weather': 'clear'}, {'grade': 'pastel', 'time': 'morning'}],
    'hopeful': [{'time': 'dawn'}, {'time': 'dawn', 'weather': 'clear'}],
    'moody': [{'light': 'dramatic', 'grade': 'dark'}, {'grade': 'dark', 'weather': 'overcast'}, {'grade': 'dark', 'haze': 0.7}],
    'festive': [{'grade': 'warm', 'time': 'dusk'}, {'grade': 'vivid'}, {'grade': 'warm'}],
    'after the storm': [{'weather': 'cloudy', 'drama': 0.8}, {'weather': 'cloudy', 'drama': 0.8, 'rainbow': True}],
    'cold': [{'grade': 'cool', 'season': 'winter'}, {'grade': 'cool'}],
    'cyberpunk': [{'light': 'neon', 'time': 'night'}],
    'rustic': [{'grade': 'warm', 'light': 'natural'}, {'grade': 'muted', 'light': 'natural'}],
}
INDOOR_MOODS = ('cosy', 'romantic', 'magical', 'dreamy', 'nostalgic', 'moody', 'festive', 'rustic', 'tense', 'melancholic', 'mysterious', 'cheerful', 'fresh')
MOOD_WORDS = {
    'cosy': 'cosy|cozy|snug|homely', 'lonely': 'lonely|solitary|desolate|forlorn', 'epic': 'epic|majestic|awe-inspiring|grand|breathtaking|heroic', 'peaceful': 'peaceful|calm|serene|tranquil|quiet|restful|relaxing|idyllic',
    'melancholic': 'melancholic|melancholy|wistful|sorrowful', 'mysterious': 'mysterious|enigmatic|mystical|hushed', 'spooky': 'spooky|creepy|eerie|haunted|scary|haunting', 'romantic': 'romantic|tender', 'magical': 'magical|enchanted|fairytale|whimsical|enchanting',
    'dreamy': 'dreamy|dreamlike|ethereal|surreal', 'cheerful': 'cheerful|joyful|playful|lively|jolly|happy', 'gloomy': 'gloomy|bleak|dreary|sombre', 'nostalgic': 'nostalgic|vintage|retro', 'tense': 'tense|ominous|suspenseful|threatening|sinister', 'fresh': 'fresh|airy|crisp',
    'hopeful': 'hopeful|optimistic|uplifting', 'moody': 'moody|brooding|atmospheric', 'festive': 'festive|celebratory', 'after the storm': '', 'cold': 'cold|icy|frosty|chilly|freezing', 'cyberpunk': 'cyberpunk|futuristic', 'rustic': 'rustic',
}
MOOD_WORDS = {mood: _split(words) for mood, words in MOOD_WORDS.items()}

#: What a use implies; and how it is said: frames with {} for the rest of the picture, then keywords.
USES = {
    'headshot': ({'viewpoint': 'portrait', 'land': 'studio', 'light': 'studio'}, 'a headshot of|a professional headshot of|a corporate headshot of|headshot of|a LinkedIn headshot of|a business portrait of|an actor headshot of', 'headshot|professional headshot|LinkedIn photo|corporate headshot'),
    'profile picture': ({'viewpoint': 'portrait'}, 'a profile picture of|an avatar of|a profile pic of|an avatar showing', 'profile picture|avatar|profile pic|pfp'),
    'passport photo': ({'viewpoint': 'portrait', 'land': 'studio', 'backdrop': 'white', 'light': 'soft'}, 'a passport photo of|an ID photo of|passport photo of|a passport picture of', 'passport photo|ID photo|visa photo'),
    'product shot': ({'land': 'studio', 'light': 'studio'}, 'a product shot of|a product photo of|product photography of|an advertising photo of|a catalogue photo of|a packshot of|an e-commerce photo of', 'product shot|product photography|product photo|catalogue photo|packshot|commercial photography'),
    'icon': ({'land': 'studio', 'style': 'flat'}, 'an icon of|an app icon of|icon of|a simple icon of|a flat icon of', 'icon|app icon|flat icon|simple icon'),
    'logo': ({'land': 'studio', 'style': 'flat'}, 'a logo of|a logo with|logo with|a simple logo showing', 'logo|simple logo|logo design'),
    'sticker': ({'land': 'studio', 'style': 'flat', 'backdrop': 'white'}, 'a sticker of|a cute sticker of|sticker of|a die-cut sticker of', 'sticker|die-cut sticker|sticker design'),
    'emoji': ({'land': 'studio', 'style': 'flat'}, 'an emoji of', 'emoji'),
    'coloring page': ({'style': 'ink', 'land': 'studio', 'backdrop': 'white'}, 'a coloring page of|a colouring page of|a coloring book page of', 'coloring page|colouring page for kids'),
    'tattoo': ({'style': 'ink', 'land': 'studio'}, 'a tattoo of|a tattoo design of', 'tattoo design|tattoo'),
    'poster': ({}, 'a poster of|a movie poster of|a poster with|a travel poster of|poster of', 'poster|travel poster|movie poster|poster design'),
    'book cover': ({}, "a book cover with|a children's book cover with|a book cover of|book cover:", 'book cover|cover art'),
    'album cover': ({}, 'an album cover of|an album cover with|album cover:', 'album cover|album art'),
    "children's book": ({}, "a children's book illustration of|a storybook illustration of|a picture book illustration of", "children's book illustration|storybook|picture book"),
    'postcard': ({}, 'a postcard of|a postcard with|a vintage postcard of|a greeting card with|a birthday card with|a christmas card with', 'postcard|greeting card|birthday card'),
    'wallpaper': ({'viewpoint': 'wide'}, 'a desktop wallpaper of|a wallpaper with|a phone wallpaper of|a wallpaper of', 'desktop wallpaper|wallpaper|phone wallpaper'),
    'banner': ({'viewpoint': 'wide'}, 'a banner with|a website banner with|a hero image of', 'banner|website banner|hero image'),
    't-shirt': ({'land': 'studio', 'style': 'flat'}, 'a t-shirt design with|a t-shirt print of', 't-shirt design|t-shirt print'),
}
USES = {use: (implied, _split(frames), _split(words)) for use, (implied, frames, words) in USES.items()}
