"""
The catalogue as people speak of it: words for each kind, and which kinds can wear, hold, ride, carry or contain which.

Lists here name catalogue ids; what the catalogue lacks is left out, so that it can grow and shrink.
"""
from __future__ import annotations

from vocabulary import catalog

ENTRIES = {entry['id']: entry for entry in catalog()}
LIVING_GROUPS = ('person', 'animal', 'bird', 'insect', 'fish', 'fantasy')


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split('|') if part.strip())


def there(text: str) -> tuple[str, ...]:
    """Those of the ids that the catalogue has."""
    return tuple(name for name in _split(text) if name in ENTRIES)


def _groups() -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for name, entry in ENTRIES.items():
        groups.setdefault(entry['category'], []).append(name)
    return {group: tuple(names) for group, names in groups.items()}


GROUPS = _groups()
CATEGORY = {name: entry['category'] for name, entry in ENTRIES.items()}
HEIGHT = {name: max(float(entry['height']), 0.01) for name, entry in ENTRIES.items()}


def of(*groups: str) -> tuple[str, ...]:
    return tuple(name for group in groups for name in GROUPS.get(group, ()))


#: Lifeless though they stand among the creatures.
_LIFELESS = frozenset(there('statue|skull|ufo|crystal ball|magic wand|treasure chest|magic lamp|gingerbread man|coral|oyster|starfish|parachutist'))
LIVING = frozenset(of(*LIVING_GROUPS)) - _LIFELESS
SMALL_ANIMALS = tuple(name for name in of('animal', 'bird', 'insect') if HEIGHT[name] < 0.7)

# --- words ---------------------------------------------------------------------------------------------------------------------

COLOR_NAMES = frozenset('red orange yellow green teal blue purple pink brown black gray grey white gold golden silver ginger'.split())
#: Names in the catalogue that are no singular word for the thing alone, or say more than the thing.
_UNFIT = frozenset(_split('he|she|mice|geese|balloons|bananas|lemons|eggs|children|people|cacti|fireflies|feet|bowling|archery target|flock of sheep|pair of chopsticks|pair of scissors|pair of skis|laundry|knitting|ballooning|'
                          'merry-go-round|window with curtains|toast glasses|clinking glasses|sauna|wood|gears|hay|trunk|hoop|stop|stand|ass|male|female|female office worker|he-goat|signal|plant|works|card|note|bar|coach|'
                          'gal|sub|chopper|auto|match|needle|tie|record|fan|ray|nut|cob|trunk|container|crane bird|kite bird|wrap|roast|tear|drop|block|page|bill|world|probe|plug|clip|nail|pin|staff|target|cone|tank|'
                          'stocking|branch with leaves|pictures|pumps|blade|pick|bow|tick|bang|hockey|tennis|baseball bat|cricket|badminton|curling|archery|boom|target|disk|dot|x|sack of money|ice|medusa|ruin|little one|wreath of flowers on the head|garland of flowers|tablet|hop|prince|sister nun|person|human eye|parents and child|two lovers|flag in hole|golf hole|grapes bunch|reading book|stack of wood|fever thermometer|like sign'))


def _words(name: str) -> tuple[str, ...]:
    """Words for a kind, the more usual ones repeated."""
    words = [name]
    for other in ENTRIES[name].get('names', ()):
        other = other.strip()
        if not other or other == name or other in _UNFIT or other in ENTRIES:
            continue
        if any(w in COLOR_NAMES for w in other.replace('-', ' ').split(' ')) and not any(w in COLOR_NAMES for w in name.split(' ')):
            continue
        if other.endswith('s') and other[:-1] in (name, *words):
            continue
        words.append(other)
    rest = words[1:]
    weight = max(4, 2 * len(rest))
    return (PLAIN.get(name, name),) * weight + tuple(PLAIN.get(name, name) if w == name else w for w in rest)


#: Where the id is not what people say.
PLAIN = {'cone shape': 'cone', 'pyramid shape': 'pyramid', 'gate entrance': 'garden gate', 'paper sheet': 'sheet of paper', 'arrow sign': 'arrow', 'cross mark': 'cross', 'rubiks cube': "rubik's cube", 'keyboard instrument': 'keyboard', 'karate fighter': 'karate fighter', 't-rex': 'T-rex'}
WORDS = {name: _words(name) for name in ENTRIES}

# --- who does what with what -----------------------------------------------------------------------------------------------------

WEARABLE_ON_HEAD = there('hat|top hat|cap|beanie|party hat|santa hat|wizard hat|chef hat|cowboy hat|pirate hat|graduation cap|helmet|crown|flower crown')
WEARABLE = WEARABLE_ON_HEAD * 2 + there('glasses|sunglasses|goggles|scarf|bow tie|necktie|cape|headphones|mask|necklace|medal|ribbon|backpack|glasses|sunglasses|scarf|scarf')
CLOTHES = there('coat|shirt|dress|kimono|sari|trousers|shorts|socks|gloves|boot|swimsuit|apron|coat|dress|shirt')
HOLDABLE = tuple(dict.fromkeys(there('umbrella|balloon|flag|lantern|candle|book|open book|flower|rose|tulip|sunflower|bouquet|sword|shield|spear|axe|hammer|broom|shovel|rake|fishing rod|camera|smartphone|microphone|guitar|violin|trumpet|saxophone|flute|accordion|banjo|bow and arrow|magnifying glass|magic wand|basket|bucket|'
                                  'teddy bear|doll|cup|mug|wine glass|beer|cocktail|soda cup|ice cream|popsicle|lollipop|donut|pizza|sandwich|apple|carrot|fish|newspaper|map|letter|scroll|key|paintbrush|palette|pencil|tennis racket|cricket bat|hockey stick|ball|basketball|soccer ball|flashlight|watering can|wrapped gift|heart|cake|cupcake|'
                                  'plate|teapot|frying pan|spoon|fork|knife|trophy|kite|cat|rabbit|baby|chick|puzzle piece|crystal ball|pumpkin|jack-o-lantern|ladder|suitcase|shopping bag|handbag|crutch|skateboard|surfboard|snowboard|hourglass|telescope|paper plane|parrot|money bag|paper sheet|clipboard|laptop|game controller|star|feather|bone|test tube|wrench|screwdriver|saw|pickaxe|torch|sparkles')))
RIDEABLE = there('horse|bicycle|motorcycle|scooter|kick scooter|skateboard|surfboard|elephant|camel|donkey|unicorn|dragon|ostrich|sled|broom|turtle|whale|dolphin|rocket|cow|pig|deer|snowboard|t-rex|dinosaur|giraffe|ox|llama|snail|carousel|tractor|hot air balloon|balloon|goose|swan|lion|tiger|rubber duck|magic carpet|rug|moose|bear|seahorse|shark')
SURFACES = there('table|desk|chair|armchair|sofa|stool|bench|bed|shelf|rug|plate|cutting board|rock|tree stump|log|crate|barrel|pillar|book|books|tray|cushion|wall|fence|cardboard box|suitcase|piano|fireplace|bridge|dock|stairs|picnic blanket|hammock|deckchair|cake|oven|refrigerator|hill|chessboard|newspaper|rocking chair|desk|table|table|sofa|bed|blanket|haystack|window|mailbox|car|house')
CONTAINERS = there('basket|bowl|cup|mug|vase|jar|bottle|bucket|bathtub|boat|canoe|wheelbarrow|shopping cart|crate|cardboard box|pot|birdcage|fishbowl|nest|suitcase|backpack|hat|boot|plant pot|sink|wagon|pram|treasure chest|handbag|shopping bag|barrel|hot air balloon|tent|doghouse|cave|car|bus|swimming pool|puddle|crystal ball|snow globe|bubble|teapot|shoe|bed|hammock|refrigerator|washing machine|phone booth|treehouse|igloo|glass of water|frying pan|basket|bowl|vase|jar')
COVERS = there('umbrella|tree|table|bed|bridge|parasol|palm tree|cherry tree|willow|mushroom|desk|bench|cloud|street lamp|rainbow|arch|pine tree|chair|chandelier|hot air balloon|tent|ladder|fruit tree|lamp|apple tree|market stall')
FLIERS = there('bird|gull|dove|eagle|bat|butterfly|bee|dragonfly|fly|airplane|small plane|helicopter|hot air balloon|airship|rocket|drone|kite|balloon|parachute|paper plane|ufo|fairy|angel|phoenix|dragon|ghost|cloud|star|moon|sun|planet|rainbow|shooting star|fireworks|blackbird|pigeon|owl|parrot|goose|swan|duck|stork|bubble|feather|snowflake|leaf|paper lantern|firefly|superhero|witch|santa claus|genie|satellite|mosquito|heart|music note')
SWIMMERS = there('fish|tropical fish|goldfish|blowfish|shark|dolphin|whale|octopus|squid|jellyfish|seahorse|stingray|shrimp|turtle|mermaid|merman|scuba diver|submarine|seal|crab|lobster|starfish|crocodile|hippopotamus')
FLOATERS = there('boat|sailboat|canoe|motorboat|ship|cruise ship|pirate ship|paper boat|duck|swan|rubber duck|ring buoy|goose|lotus|rower|swimmer|surfer|submarine|penguin|iceberg|otter|seal|island|gull|surfboard|bottle|dolphin|whale|shark')
HOUSE_PARTS = there('door|window|chimney|fence|gate entrance|stairs|ivy|mailbox')
SMOKERS = there('house|cottage|cabin|factory|chimney|train|volcano|ship|campfire|hut')
PARTED = there('house|cottage|cabin|barn|castle|hut|church|shop|tower|lighthouse|school|windmill')
LETTERED = there('signpost|billboard|neon sign|chalkboard|flag|book|wrapped gift|shirt|mug|cake|paper sheet|letter|shop|bus|boat|speech bubble|heart|balloon|door|mailbox|newspaper|jar|bottle|cardboard box|birthday cake|ticket|wall|truck|gravestone')
GLOWING = there('lamp|floor lamp|lantern|paper lantern|candle|street lamp|light bulb|lighthouse|window|jack-o-lantern|campfire|fire|neon sign|fireplace|birthday cake|television|house|flashlight|chandelier|star|moon|disco ball|traffic light|cottage|cabin|castle|firefly|laptop|lighter|torch|crystal ball|tent|christmas tree|lantern|lamp|candle')
OPENABLE = there('door|window|book|umbrella|box|cardboard box|suitcase|wrapped gift|treasure chest|gate entrance|mailbox|refrigerator|laptop|jar|toolbox|backpack|handbag|letter|oven|curtain|tent|barn|door|window|door')
#: People a picture of a face is asked of.
SITTERS = of('person')

#: How often a kind is asked for beyond its share: what people name most.
POPULAR = there('cat|cat|cat|dog|dog|dog|bird|horse|fish|house|house|tree|tree|tree|flower|flower|car|car|boat|boat|sailboat|woman|woman|woman|man|man|man|girl|girl|boy|boy|child|person|old man|old woman|mountain|sun|moon|star|cloud|apple|book|chair|table|lamp|cup|mug|bicycle|ball|balloon|umbrella|hat|castle|robot|dragon|astronaut|'
                'rabbit|fox|owl|bear|elephant|penguin|lighthouse|cottage|cabin|candle|lantern|rose|cake|pizza|train|bus|airplane|hot air balloon|sofa|bed|bench|bridge|pine tree|palm tree|cactus|snowman|butterfly|duck|cow|sheep|wizard|knight|rocket|bottle|vase|teapot|guitar|piano|pumpkin|mushroom|frog|mouse|lion|tiger|giraffe')
