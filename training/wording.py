"""English words for attributes, and English inflection: plurals, articles, numbers."""
from __future__ import annotations

import re


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split('|') if part.strip())


#: Surface words of each colour; the plain name is used most.
COLOR_WORDS = {
    'red': 'crimson|scarlet|bright red|dark red|cherry red|ruby red|deep red|vermilion|blood red|lipstick red|burgundy|maroon|fire-engine red|rust red',
    'orange': 'bright orange|tangerine|deep orange|amber|burnt orange|dark orange|light orange|coral orange|pumpkin-coloured',
    'yellow': 'bright yellow|lemon yellow|mustard|canary yellow|pale yellow|sunny yellow|light yellow|mustard yellow|neon yellow',
    'green': 'bright green|dark green|emerald|lime green|olive|olive green|mint green|forest green|light green|moss green|sage green|emerald green|pale green|mint|neon green|jade',
    'teal': 'turquoise|cyan|aqua|dark teal|bright turquoise|aquamarine|blue-green|petrol',
    'blue': 'bright blue|dark blue|light blue|navy|navy blue|sky blue|cobalt blue|royal blue|baby blue|deep blue|azure|indigo|pale blue|electric blue|midnight blue|sapphire',
    'purple': 'violet|lilac|lavender|dark purple|plum|bright purple|light purple|aubergine|deep purple|mauve',
    'pink': 'hot pink|light pink|pale pink|bright pink|magenta|rose|fuchsia|salmon pink|bubblegum pink|rosy|dusty pink|coral pink|baby pink',
    'brown': 'dark brown|light brown|chocolate brown|tan|chestnut|reddish brown|beige|hazel|caramel|coffee-coloured',
    'black': 'jet black|jet-black|pitch black|deep black|charcoal black|ebony|raven black|inky black',
    'gray': 'grey|light grey|dark gray|silver|slate grey|silvery|light gray|dark grey|ash grey|charcoal',
    'white': 'snow white|pure white|ivory|cream|off-white|milky white|snow-white|cream-coloured|bright white|pearl white',
    'gold': 'golden|shiny gold|gold-coloured|gilded',
}
COLOR_WORDS = {color: (color,) * 14 + (color if color != 'gray' else 'grey',) * 4 + _split(words) for color, words in COLOR_WORDS.items()}
COLOR_WORDS['gold'] = ('gold', 'golden', 'golden') + COLOR_WORDS['gold'][16:]

SIZE_WORDS = {
    'tiny': _split('tiny|tiny|tiny|miniature|teeny tiny|very small|minuscule|itsy bitsy|wee|teeny|really small'),
    'small': _split('small|small|small|little|little|little|smallish|short|petite|fairly small'),
    'large': _split('large|large|big|big|big|tall|sizable|great|fat|large-sized'),
    'huge': _split('huge|huge|giant|giant|gigantic|enormous|massive|colossal|very big|oversized|towering|humongous|really big|monumental'),
}

#: (before the noun, after the noun or after "is"). What stands after also makes a sentence with "is".
MATERIAL_WORDS = {
    'wood': ('wooden|wooden|wooden|wood|oak|timber', 'made of wood|made from wood|carved from wood|carved out of wood|of wood'),
    'metal': ('metal|metal|metallic|steel|iron|tin|chrome|brass|copper|stainless steel', 'made of metal|made of steel|made of iron|of polished steel|made out of metal|of brass'),
    'stone': ('stone|stone|marble|granite|concrete|rock', 'made of stone|carved from stone|carved from marble|of stone|made out of rock|of marble|made of concrete'),
    'glass': ('glass|glass|crystal|transparent glass|blown-glass', 'made of glass|of glass|made of crystal|made out of glass|blown from glass'),
    'gold': ('solid gold|pure gold', 'made of gold|of solid gold|of pure gold|cast in gold|made out of gold'),
    'paper': ('paper|paper|origami|cardboard|folded paper|papier-mâché', 'made of paper|folded from paper|made of cardboard|of paper|made out of paper'),
    'fabric': ('fabric|knitted|felt|woollen|plush|crocheted|woven|velvet|cloth|stuffed|patchwork', 'made of fabric|made of wool|knitted from wool|made of felt|made out of cloth|sewn from felt|made of yarn'),
    'ice': ('ice|ice|frozen', 'made of ice|carved from ice|made of clear ice|of ice|made out of ice'),
    'plastic': ('plastic|plastic|rubber|toy plastic|inflatable|vinyl', 'made of plastic|of shiny plastic|made of rubber|made out of plastic|of plastic'),
}
MATERIAL_WORDS = {m: (_split(before), _split(after)) for m, (before, after) in MATERIAL_WORDS.items()}

#: State: (before the noun, after the noun or after "is"); 'verb' forms for a living subject: (is ...ing, plain verb stem).
STATE_WORDS = {
    'happy': ('happy|smiling|cheerful|laughing|joyful|grinning|happy-looking|delighted|friendly|beaming', 'smiling|laughing|with a big smile|looking happy|grinning|with a smile|in a good mood|full of joy'),
    'sad': ('sad|unhappy|crying|sad-looking|gloomy|miserable|weeping|tearful', 'crying|looking sad|in tears|with a sad face|feeling sad|weeping|with tears in its eyes'),
    'angry': ('angry|furious|grumpy|angry-looking|mad|cross|enraged', 'looking angry|frowning|with an angry face|scowling|in a rage|looking grumpy'),
    'surprised': ('surprised|shocked|astonished|startled|amazed|stunned', 'looking surprised|with a surprised face|with wide eyes|gasping|looking shocked|staring in surprise'),
    'sleeping': ('sleeping|sleeping|sleepy|snoozing|dozing|snoring', 'sleeping|sleeping|asleep|fast asleep|taking a nap|dozing|napping|curled up asleep|snoring|sound asleep'),
    'running': ('running|running|galloping|racing|sprinting|jogging', 'running|running|on the run|running fast|racing along|sprinting|in full gallop'),
    'flying': ('flying|flying|soaring|airborne', 'flying|flying|in flight|soaring|in the air|flying by|gliding|hovering'),
    'jumping': ('jumping|jumping|leaping|hopping|bouncing', 'jumping|jumping|leaping|in mid-air|mid-jump|hopping|leaping for joy|jumping up'),
    'sitting': ('sitting|seated', 'sitting|sitting|sitting down|seated|sitting still'),
    'dancing': ('dancing|dancing', 'dancing|dancing|dancing happily|in the middle of a dance|doing a dance|twirling'),
    'lit': ('lit|glowing|lit|illuminated|shining|burning|lighted', 'glowing|lit|lit up|shining|switched on|glowing warmly|that is lit|all lit up|giving light'),
    'open': ('open|open|opened|wide-open', 'open|wide open|that is open|standing open|left open'),
    'snowy': ('snowy|snow-covered|snow-capped|frosted|frosty', 'covered in snow|covered with snow|under snow|with snow on it|dusted with snow|capped with snow'),
    'old': ('old|old|old|ancient|weathered|aged|antique|vintage', 'that is old|that has seen better days|worn by age|that looks old'),
    'young': ('young|young|baby', 'that is young|still very young'),
    'broken': ('broken|broken|cracked|damaged|smashed|ruined|shattered|battered', 'broken|in pieces|with cracks|that is broken|falling apart|broken in two'),
    'upside down': ('upside-down|upturned|overturned|inverted', 'upside down|turned upside down|on its head|standing on its head|hanging upside down|the wrong way up'),
    'wet': ('wet|wet|dripping wet|soaked|soaking wet|rain-soaked|drenched', 'dripping wet|soaked|soaking wet|covered in raindrops|dripping with water|wet from the rain|that is wet'),
    'tilted': ('tilted|leaning|slanting|crooked|lopsided', 'leaning to one side|tilted|tilted to one side|at an angle|standing crooked|leaning over'),
}
STATE_WORDS = {s: (_split(before), _split(after)) for s, (before, after) in STATE_WORDS.items()}
ACTIVE_STATES = ('sleeping', 'running', 'flying', 'jumping', 'sitting', 'dancing')
#: Person words for 'old' and 'young' replace the noun's adjective.
ACTIVE_VERBS = {
    'sleeping': (_split('sleeps|naps|is asleep|snoozes|is sleeping|is fast asleep|dozes'), _split('sleep|nap|are asleep|snooze|are sleeping|are fast asleep|doze')),
    'running': (_split('runs|is running|races|sprints|dashes'), _split('run|are running|race|sprint|dash')),
    'flying': (_split('flies|is flying|soars|hovers|glides'), _split('fly|are flying|soar|hover|glide')),
    'jumping': (_split('jumps|is jumping|leaps|hops|bounces'), _split('jump|are jumping|leap|hop|bounce')),
    'sitting': (_split('sits|is sitting|is seated'), _split('sit|are sitting|are seated')),
    'dancing': (_split('dances|is dancing|twirls'), _split('dance|are dancing|twirl')),
}

NUMBER_WORDS = ('zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve')
COUNT_WORDS = {1: _split('one|a single|one|just one|exactly one|a lone|1|only one'), 2: _split('a pair of|a couple of|two|both'), 3: _split('a trio of|three'), 6: _split('half a dozen|six'), 12: _split('a dozen|twelve')}
SOME_WORDS = _split('|some|several|a few|a group of|a bunch of|various|multiple|a handful of|a number of')
MANY_WORDS = _split('many|lots of|a lot of|a whole lot of|loads of|countless|dozens of|plenty of|so many|tons of|a crowd of|numerous|hundreds of')

IRREGULAR = {
    'man': 'men', 'woman': 'women', 'child': 'children', 'person': 'people', 'mouse': 'mice', 'goose': 'geese', 'foot': 'feet', 'tooth': 'teeth', 'ox': 'oxen',
    'sheep': 'sheep', 'deer': 'deer', 'fish': 'fish', 'goldfish': 'goldfish', 'moose': 'moose', 'bison': 'bison', 'squid': 'squid', 'shrimp': 'shrimp', 'salmon': 'salmon', 'swine': 'swine', 'caribou': 'caribou',
    'leaf': 'leaves', 'knife': 'knives', 'wolf': 'wolves', 'loaf': 'loaves', 'shelf': 'shelves', 'bookshelf': 'bookshelves', 'scarf': 'scarves', 'calf': 'calves', 'elf': 'elves', 'half': 'halves', 'life': 'lives', 'wife': 'wives', 'thief': 'thieves', 'dwarf': 'dwarves',
    'cactus': 'cacti', 'octopus': 'octopuses', 'hippopotamus': 'hippos', 'rhinoceros': 'rhinos', 'aircraft': 'aircraft', 'spacecraft': 'spacecraft', 'bus': 'buses', 'potato': 'potatoes', 'tomato': 'tomatoes', 'volcano': 'volcanoes', 'hero': 'heroes', 'mosquito': 'mosquitoes', 'mango': 'mangoes', 'flamingo': 'flamingos', 'buffalo': 'buffalo',
    'policeman': 'policemen', 'fireman': 'firemen', 'snowman': 'snowmen', 'businessman': 'businessmen', 'businesswoman': 'businesswomen', 'fisherman': 'fishermen', 'spaceman': 'spacemen', 'grandchild': 'grandchildren', 'cattle': 'cattle', 'dormouse': 'dormice', 'mailman': 'mailmen', 'postman': 'postmen', 'gentleman': 'gentlemen', 'old man': 'old men', 'old woman': 'old women', 'policewoman': 'policewomen', 'church': 'churches', 'koi': 'koi', 'sushi': 'sushi', 'ski': 'skis', 'taxi': 'taxis', 'piano': 'pianos', 'photo': 'photos', 'kangaroo': 'kangaroos', 'roof': 'roofs', 'fungus': 'fungi', 'ferry': 'ferries', 'ski-doo': 'ski-doos',
}
#: Used only in the plural, or pairs: no "a", a plural verb; a number needs "pairs of".
PLURAL_ONLY = {'glasses', 'sunglasses', 'scissors', 'trousers', 'jeans', 'shorts', 'pants', 'pyjamas', 'pajamas', 'headphones', 'earphones', 'earmuffs', 'boots', 'shoes', 'gloves', 'mittens', 'socks', 'skis', 'sandals', 'slippers', 'sneakers', 'binoculars', 'goggles', 'stairs', 'fries', 'french fries', 'chopsticks', 'noodles', 'fireworks', 'tongs', 'pliers', 'ice skates', 'roller skates', 'shades', 'spectacles', 'reading glasses', 'leggings', 'high heels', 'flip-flops', 'chips', 'ruins', 'clothes', 'grapes', 'cherries', 'tights', 'dice', 'beans', 'peas', 'northern lights', 'bananas', 'people', 'trees', 'mountains', 'houses', 'buildings', 'skyscrapers', 'flowers', 'leaves', 'spaghetti noodles', 'cherry blossoms', 'bagpipes', 'clouds', 'footprints', 'pancakes', 'books', 'coins', 'bricks', 'crops', 'dumplings', 'onions', 'olives', 'blueberries', 'nuts', 'pea pods', 'eggs', 'scales', 'wings', 'balloons', 'candles'}
#: Those of them that are counted in pairs.
PAIRS = {'glasses', 'sunglasses', 'scissors', 'trousers', 'jeans', 'shorts', 'pants', 'pyjamas', 'pajamas', 'headphones', 'earphones', 'earmuffs', 'boots', 'shoes', 'gloves', 'mittens', 'socks', 'skis', 'sandals', 'slippers', 'sneakers', 'binoculars', 'goggles', 'chopsticks', 'ice skates', 'roller skates', 'shades', 'spectacles', 'reading glasses', 'leggings', 'high heels', 'flip-flops', 'tights', 'ballet shoes', 'pointe shoes', 'ballet slippers', 'wellies', 'rubber boots', 'rain boots', 'boxing gloves', 'eyeglasses', 'slacks', 'dungarees', 'trainers', 'shears', 'tongs', 'pliers', 'ski goggles', 'swimming goggles', 'safety goggles', 'dark glasses', 'swimming trunks', 'board shorts', 'underpants', 'briefs', 'maracas', 'handcuffs', 'clogs'}
#: No plural and no "a": counted by a measure.
MASS = {'rice': 'bowl', 'bread': 'loaf', 'cheese': 'piece', 'butter': 'stick', 'sushi': 'piece', 'spaghetti': 'plate', 'pasta': 'plate', 'soup': 'bowl', 'ramen': 'bowl', 'salad': 'bowl', 'coffee': 'cup', 'tea': 'cup', 'milk': 'glass', 'water': 'glass', 'wine': 'glass', 'beer': 'glass', 'juice': 'glass', 'honey': 'jar', 'ice cream': 'scoop', 'popcorn': 'box', 'chocolate': 'bar', 'fire': 'blaze', 'smoke': 'puff', 'ice': 'block', 'gold': 'bar', 'grass': 'patch', 'bacon': 'strip', 'meat': 'piece', 'garlic': 'bulb', 'broccoli': 'head', 'lettuce': 'head', 'corn': 'ear', 'bamboo': 'stalk', 'coral': 'branch', 'wheat': 'ear', 'jewelry': 'piece', 'furniture': 'piece', 'ginger': 'piece', 'salt': 'jar', 'toast': 'slice', 'celery': 'stalk', 'steam': 'cloud', 'lightning': 'bolt', 'seaweed': 'strand', 'yarn': 'ball', 'thread': 'spool', 'money': 'pile', 'hay': 'bale', 'laundry': 'pile', 'moss': 'patch', 'ivy': 'strand', 'clover': 'patch', 'tofu': 'block', 'caviar': 'spoonful', 'curry': 'bowl', 'stew': 'bowl', 'porridge': 'bowl', 'jam': 'jar', 'hot chocolate': 'cup', 'lemonade': 'glass', 'orange juice': 'glass', 'champagne': 'glass', 'cocoa': 'cup', 'sake': 'cup', 'lava': 'stream', 'snow': 'heap', 'dynamite': 'stick', 'film': 'roll', 'toilet paper': 'roll', 'chewing gum': 'pack', 'cotton candy': 'stick', 'luggage': 'piece', 'bubble tea': 'cup', 'iced tea': 'glass', 'matcha': 'bowl', 'shaved ice': 'bowl', 'soft serve': 'cone', 'fried rice': 'plate', 'mashed potatoes': 'bowl', 'pottery': 'piece', 'spinach': 'bunch', 'kale': 'bunch', 'chard': 'bunch', 'makeup': '', 'confetti': '', 'glitter': '', 'lego': '', 'driftwood': 'piece', 'firewood': 'pile', 'lavender': 'sprig', 'basil': 'sprig', 'mint': 'sprig', 'rosemary': 'sprig', 'cash': 'pile', 'mail': '', 'bracken': '', 'wisteria': '', 'barley': 'ear', 'rye': 'ear', 'maize': 'ear', 'sweetcorn': 'ear', 'cattle': 'head', 'soup': 'bowl', 'tempura': 'plate', 'dim sum': 'plate', 'medicine': '', 'gelato': 'scoop', 'syrup': 'jar', 'french bread': 'loaf', 'magic dust': '', 'pampas grass': 'tuft', 'chocolate chip': ''}
SINGULAR_S = {'christmas', 'mars', 'lens', 'gas', 'canvas', 'atlas', 'cosmos', 'species', 'series', 'chess', 'bus', 'santas'}
#: Names: no article.
PROPER = {'santa claus', 'santa', 'father christmas', 'saint nicholas', 'mrs claus', 'mother christmas', 'dracula', 'count dracula', 'saturn', 'jupiter', 'mars', 'merlin', 'tinkerbell', 'captain hook', 'poseidon', 'neptune', 'triton', 'bigfoot', 'planet earth', 'superman', 'superwoman', 'buddha'}
VOWEL_EXCEPTIONS_A = ('uni', 'use', 'ukulele', 'eu', 'one', 'ufo', 'ure', 'usb', 'uti')
VOWEL_EXCEPTIONS_AN = ('hour', 'honest', 'heir', 'x-ray', '8', '11', '18', 'mri', 'led ', 'ns', 'herb ')


JOINT = re.compile(r' (?:of|with|in|on) ')


def plural(word: str) -> str:
    """The plural of the head of a noun phrase: 'glass of milk' -> 'glasses of milk', 'man with a beard' -> 'men with a beard'."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in PLURAL_ONLY or word in PROPER or not JOINT.search(word) and word.endswith('s') and not word.endswith(('ss', 'us', 'is', 'os')) and word not in SINGULAR_S:
        return word
    if word in MASS:
        measure = MASS[word]
        return f'{plural(measure)} of {word}' if measure else word
    for joint in (' of ', ' with ', ' in '):
        head, found, rest = word.partition(joint)
        if found:
            return plural(head) + joint + rest
    stem, _, last = word.rpartition(' ')
    if stem:
        return f'{stem} {plural(last)}' if last not in MASS else word
    if word.endswith('fish'):
        return word
    if word.endswith(('s', 'x', 'z', 'ch', 'sh')):
        return word + 'es'
    if word.endswith('y') and len(word) > 1 and word[-2] not in 'aeiou':
        return word[:-1] + 'ies'
    return word + 's'


def article(text: str) -> str:
    """'a' or 'an' by the sound that text begins with."""
    low = text[:9].lower()
    if low[:1] in 'aeiou':
        return 'a' if low.startswith(VOWEL_EXCEPTIONS_A) else 'an'
    return 'an' if low.startswith(VOWEL_EXCEPTIONS_AN) else 'a'


class Noun:
    """A word ready to be inflected. kind of noun: 'count', 'plural' (only plural), 'mass'."""
    __slots__ = ('singular', 'plural', 'sort', 'measure')

    def __init__(self, word: str):
        self.singular = word
        self.plural = plural(word)
        last = word.split(' ')[-1]
        of = JOINT.search(word) is not None
        if word in PROPER:
            self.sort = 'proper'
        elif word in PLURAL_ONLY or not of and (last in PLURAL_ONLY or last.endswith('s') and not last.endswith(('ss', 'us', 'is', 'os')) and last not in SINGULAR_S):
            self.sort = 'plural'
        elif word in MASS:
            self.sort = 'mass'
        else:
            self.sort = 'count'
        self.measure = MASS.get(word, '')


_nouns: dict[str, Noun] = {}


def noun(word: str) -> Noun:
    found = _nouns.get(word)
    if found is None:
        found = _nouns[word] = Noun(word)
    return found
