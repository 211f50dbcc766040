/**
 * Who there is: head, body and clothes of each figure, by variant 0 to 3 (skin tones as in TONES).
 * head: names of Fluent icons with `TONE` for the skin; `face` ones are whole faces, others are cut above the shoulders.
 */
const face = (...names) => ({ face: true, names })
const bust = (limit, ...names) => ({ face: false, limit, names })

const DENIM = '#41597f'
const CHINO = '#9a8463'
const DARK = '#3b3a4e'
const GREY = '#777788'

const casual = (tops, bottoms, shoes = ['#5a4638', '#3d3b4d', '#e4e0e8', '#6a4a34']) => (v) => ({
  top: tops[v], bottom: { cut: 'trousers', color: bottoms[v] }, shoes: shoes[v], pose: ['rest', 'hip', 'wave', 'rest'][v],
})

export const RECIPES = {
  man: {
    build: 'man', head: face('man-TONE', 'man-curly-hair-TONE', 'man-blonde-hair-TONE', 'man-beard-TONE'),
    wear: casual([{ cut: 'shirt', color: '#4f86c6', sleeves: 'long' }, { cut: 'plain', color: '#e0a33a', sleeves: 'short' }, { cut: 'sweater', color: '#4b8a62', sleeves: 'long' }, { cut: 'plain', color: '#c9504d', sleeves: 'short' }], [DENIM, DARK, CHINO, DENIM]),
  },
  woman: {
    build: 'woman', head: face('woman-TONE', 'woman-curly-hair-TONE', 'woman-blonde-hair-TONE', 'woman-TONE'),
    wear: (v) => [
      { top: { cut: 'plain', color: '#c74b6d', sleeves: 'short' }, bottom: { cut: 'trousers', color: DENIM }, shoes: '#efe9ee', pose: 'rest' },
      { top: { cut: 'dress', color: '#e2a436', sleeves: 'short', length: 176 }, bottom: { cut: 'none' }, shoes: '#8a3f3a', pose: 'hip' },
      { top: { cut: 'sweater', color: '#5f7fc0', sleeves: 'long' }, bottom: { cut: 'skirt', color: '#48506e' }, shoes: '#4a3a44', pose: 'wave' },
      { top: { cut: 'shirt', color: '#f0ece6', sleeves: 'long' }, bottom: { cut: 'trousers', color: '#7a5b8f' }, shoes: '#35303f', pose: 'rest' },
    ][v],
  },
  person: {
    build: 'man', head: face('person-TONE', 'woman-TONE', 'person-curly-hair-TONE', 'man-TONE'),
    wear: casual([{ cut: 'sweater', color: '#d0793c', sleeves: 'long' }, { cut: 'stripes', color: '#f1efe9', color2: '#4b71a8', sleeves: 'long' }, { cut: 'plain', color: '#5c9b8e', sleeves: 'short' }, { cut: 'shirt', color: '#8c6bb0', sleeves: 'long' }], [DENIM, DARK, CHINO, GREY]),
  },
  boy: {
    build: 'child', grow: 0.6, slim: 0.76, head: face('boy-TONE', 'boy-TONE', 'boy-TONE', 'boy-TONE'),
    wear: (v) => ({ top: [{ cut: 'stripes', color: '#3f7fc4', color2: '#f4f1ea', sleeves: 'short' }, { cut: 'plain', color: '#e8b63c', sleeves: 'short' }, { cut: 'plain', color: '#58a05c', sleeves: 'short' }, { cut: 'plain', color: '#d9534a', sleeves: 'short' }][v], bottom: { cut: 'shorts', color: ['#5a6a8c', '#4a5a46', '#7a6a54', '#4a5878'][v] }, shoes: ['#d0443e', '#44506c', '#e6e2ea', '#3b3a4e'][v], socks: '#f2eff5', pose: ['rest', 'wave', 'hip', 'rest'][v] }),
  },
  girl: {
    build: 'child', grow: 0.58, slim: 0.74, head: face('girl-TONE', 'girl-TONE', 'girl-TONE', 'girl-TONE'),
    wear: (v) => ({ top: { cut: 'dress', color: ['#e0607a', '#e7b143', '#6a9fd8', '#8fbf5a'][v], sleeves: 'short', length: 178, wide: 13 }, bottom: { cut: 'none' }, shoes: ['#b93a4c', '#5a3f7a', '#e8e2ec', '#4a3a44'][v], socks: '#f6f2f6', pose: ['rest', 'rest', 'wave', 'hip'][v] }),
  },
  child: {
    build: 'child', grow: 0.54, slim: 0.76, head: face('child-TONE', 'boy-TONE', 'girl-TONE', 'child-TONE'),
    wear: (v) => ({ top: { cut: 'overalls', color: ['#e8c14a', '#e37a4a', '#7fb8e6', '#d7d2e4'][v], sleeves: 'short' }, bottom: { cut: 'trousers', color: ['#4d79b4', '#3f6a5a', '#6a5aa0', '#a4493f'][v] }, shoes: '#e6e0e8', pose: ['rest', 'wave', 'rest', 'hip'][v] }),
  },
  baby: {
    build: 'child', grow: 0.36, slim: 0.78, head: face('baby-TONE', 'baby-TONE', 'baby-TONE', 'baby-TONE'),
    wear: (v) => ({ top: { cut: 'plain', color: ['#bfe0f2', '#f7d98a', '#f6c3d0', '#cfe8bf'][v], sleeves: 'long' }, bottom: { cut: 'trousers', color: ['#bfe0f2', '#f7d98a', '#f6c3d0', '#cfe8bf'][v] }, shoes: '#f4eef2', pose: 'rest' }),
  },
  teenager: {
    build: 'child', grow: 0.84, slim: 0.78, head: face('boy-TONE', 'girl-TONE', 'person-blonde-hair-TONE', 'person-curly-hair-TONE'),
    wear: casual([{ cut: 'sweater', color: '#3f4a68', sleeves: 'long' }, { cut: 'plain', color: '#e27a9c', sleeves: 'short' }, { cut: 'stripes', color: '#f2efe8', color2: '#3f7d6a', sleeves: 'long' }, { cut: 'sweater', color: '#d8b03c', sleeves: 'long' }], [DENIM, DENIM, DARK, GREY], ['#f0ecf2', '#f0ecf2', '#c8443c', '#3b3a4e']),
  },
  'old-man': {
    build: 'man', grow: 0.93, head: face('old-man-TONE', 'old-man-TONE', 'old-man-TONE', 'old-man-TONE'),
    wear: (v) => ({ top: { cut: 'vest', color: ['#7a5a44', '#5a6a4a', '#4f5f7f', '#7a4a54'][v], sleeves: 'long', sleeveColor: '#ece8f0' }, bottom: { cut: 'trousers', color: ['#6b675f', '#4f4a44', '#8a7a62', '#48485a'][v] }, shoes: '#4a382e', pose: ['rest', 'hip', 'rest', 'wave'][v] }),
  },
  'old-woman': {
    build: 'woman', grow: 0.9, slim: 1.08, head: face('old-woman-TONE', 'old-woman-TONE', 'old-woman-TONE', 'old-woman-TONE'),
    wear: (v) => ({ top: { cut: 'sweater', color: ['#a45a7a', '#5f8a86', '#8a78b8', '#c08a4a'][v], sleeves: 'long' }, bottom: { cut: 'skirt', color: ['#5a4a5c', '#4a5460', '#6a5f7a', '#5c4a3c'][v] }, shoes: '#4a3a3c', pose: ['rest', 'hip', 'rest', 'wave'][v] }),
  },
  redhead: { like: 'woman', head: face('woman-red-hair-light', 'woman-red-hair-medium-light', 'woman-red-hair-light', 'woman-red-hair-medium'), tones: ['light', 'medium-light', 'light', 'medium'] },
  'blonde-woman': { like: 'woman', head: face('woman-blonde-hair-light', 'woman-blonde-hair-medium-light', 'woman-blonde-hair-light', 'woman-blonde-hair-medium'), tones: ['light', 'medium-light', 'light', 'medium'] },
  'bearded-man': { like: 'man', head: face('man-beard-TONE') },
  'bald-man': { like: 'man', head: face('man-bald-TONE') },
  headscarf: {
    build: 'woman', head: bust(20.6, 'woman-with-headscarf-TONE'),
    wear: (v) => ({ top: { cut: 'coat', color: ['#8f6fc8', '#3f6f8a', '#b0627a', '#4a7a62'][v], sleeves: 'long', shirt: '#7a5ab8' }, bottom: { cut: 'trousers', color: DARK }, shoes: '#3b3444', pose: ['rest', 'hip', 'wave', 'rest'][v] }),
  },
  turban: { like: 'man', head: face('man-wearing-turban-TONE') },
  pregnant: {
    build: 'woman', head: face('woman-TONE'), belly: true,
    wear: (v) => ({ top: { cut: 'dress', color: ['#6f9fd0', '#d98a5a', '#c77a9c', '#7aa86a'][v], sleeves: 'short', length: 182, wide: 10 }, bottom: { cut: 'none' }, shoes: '#5a4048', pose: 'hip' }),
  },
  farmer: {
    build: 'man', head: { ...bust(21.9, 'man-farmer-TONE', 'woman-farmer-TONE'), right: 20.5 },
    wear: () => ({ top: { cut: 'overalls', color: '#4f9a5c', sleeves: 'long' }, bottom: { cut: 'trousers', color: '#3f72b8' }, shoes: '#5a4030', pose: 'rest' }),
  },
  chef: {
    build: 'man', head: bust(22.6, 'man-cook-TONE', 'woman-cook-TONE'),
    wear: () => ({ top: { cut: 'chef', color: '#f1eef6', sleeves: 'long' }, bottom: { cut: 'trousers', color: '#4a4a5c' }, shoes: '#2f2a36', pose: 'rest' }),
  },
  waiter: {
    build: 'man', head: bust(21.5, 'man-in-tuxedo-TONE', 'woman-in-tuxedo-TONE'),
    wear: () => ({ top: { cut: 'vest', color: '#34303f', sleeves: 'long', sleeveColor: '#f1eef5' }, bottom: { cut: 'trousers', color: '#2f2c3a' }, shoes: '#211d28', pose: 'rest' }),
  },
  astronaut: {
    build: 'man', slim: 1.08, head: bust(22.4, 'man-astronaut-TONE', 'woman-astronaut-TONE'),
    wear: () => ({ top: { cut: 'spacesuit', color: '#e6e2f0', sleeves: 'long', cuff: '#3c8de0' }, bottom: { cut: 'trousers', color: '#dcd8e8' }, shoes: '#8f88a4', gloves: '#bdb6cc', pose: 'rest' }),
  },
  wizard: {
    build: 'man', head: bust(21.6, 'man-mage-TONE'),
    wear: () => ({ top: { cut: 'robe', color: '#2f7fd6', sleeves: 'long', belt: '#6a4a2c' }, bottom: { cut: 'none' }, shoes: '#4a3a2c', pose: 'rest' }),
  },
  witch: {
    build: 'woman', head: { ...face('woman-TONE', 'woman-curly-hair-TONE', 'woman-red-hair-TONE', 'woman-TONE'), hat: 'witch' },
    wear: () => ({ top: { cut: 'robe', color: '#4a3a6a', sleeves: 'long', belt: '#8a5ac8' }, bottom: { cut: 'none' }, shoes: '#2a2230', pose: 'rest' }),
  },
  knight: {
    build: 'man', head: { ...face('man-beard-TONE', 'woman-TONE', 'man-TONE', 'man-TONE'), hat: 'helm' },
    wear: () => ({ top: { cut: 'armor', color: '#a9adbd', sleeves: 'long', cuff: '#7d8296' }, bottom: { cut: 'trousers', color: '#8f93a6' }, shoes: '#7a7e92', gloves: '#8f93a6', pose: 'rest' }),
  },
  king: {
    build: 'man', head: bust(21.6, 'person-with-crown-TONE', 'prince-TONE'),
    wear: () => ({ top: { cut: 'robe', color: '#a8283c', sleeves: 'long', belt: '#e0b64c' }, bottom: { cut: 'none' }, shoes: '#5a3a2c', cape: '#7a1c30', extras: ['fur'], pose: 'rest' }),
  },
  queen: {
    build: 'woman', head: bust(21.6, 'princess-TONE'),
    wear: (v) => ({ top: { cut: 'dress', color: ['#5a3f9a', '#a8283c', '#2f6f6a', '#b8862c'][v], sleeves: 'long', length: 219, wide: 22, sash: '#e8c45c' }, bottom: { cut: 'none' }, shoes: '#5a3a2c', cape: ['#3f2a78', '#7a1c30', '#1f4f4c', '#8a5f1c'][v], extras: ['fur'], pose: 'rest' }),
  },
  prince: {
    build: 'man', grow: 0.95, head: bust(21.4, 'prince-TONE'),
    wear: () => ({ top: { cut: 'uniform', color: '#3f78c8', sleeves: 'long', cuff: '#f0c24c', belt: '#e8c45c' }, bottom: { cut: 'trousers', color: '#ece8f2' }, shoes: '#3a3040', extras: ['epaulettes'], pose: 'hip' }),
  },
  princess: {
    build: 'woman', grow: 0.95, head: bust(21.6, 'princess-TONE'),
    wear: (v) => ({ top: { cut: 'dress', color: ['#e57ab0', '#f0b84c', '#8ab8f0', '#b48ae0'][v], sleeves: 'short', length: 219, wide: 24, sash: '#fbe3a0' }, bottom: { cut: 'none' }, shoes: '#c8507a', pose: ['rest', 'hip', 'wave', 'rest'][v] }),
  },
  firefighter: {
    build: 'man', head: bust(20.4, 'man-firefighter-TONE', 'woman-firefighter-TONE'),
    wear: () => ({ top: { cut: 'coat', color: '#d8443c', sleeves: 'long', cuff: '#f2e24a', shirt: '#b8303a' }, bottom: { cut: 'trousers', color: '#b8382f' }, shoes: '#2c2830', extras: ['stripe'], pose: 'rest' }),
  },
  'police-officer': {
    build: 'man', head: bust(20.6, 'man-police-officer-TONE', 'woman-police-officer-TONE'),
    wear: () => ({ top: { cut: 'uniform', color: '#3f86d8', sleeves: 'long', badge: '#f4c63d' }, bottom: { cut: 'trousers', color: '#2f3f66' }, shoes: '#231f2a', pose: 'rest' }),
  },
  doctor: {
    build: 'man', head: bust(19.4, 'man-health-worker-TONE', 'woman-health-worker-TONE'),
    wear: () => ({ top: { cut: 'coat', color: '#f1eff7', sleeves: 'long', shirt: '#8fb8e0', tie: '#5a4a9a' }, bottom: { cut: 'trousers', color: '#4f5a78' }, shoes: '#3b3444', extras: ['stethoscope'], pose: 'rest' }),
  },
  nurse: {
    build: 'woman', head: bust(19.4, 'woman-health-worker-TONE', 'man-health-worker-TONE'),
    wear: () => ({ top: { cut: 'shirt', color: '#7fc4cc', sleeves: 'short' }, bottom: { cut: 'trousers', color: '#6fb4bc' }, shoes: '#f2eff5', extras: ['stethoscope'], pose: 'rest' }),
  },
  teacher: {
    build: 'man', head: bust(19, 'man-teacher-TONE', 'woman-teacher-TONE'),
    wear: (v) => ({ top: { cut: 'suit', color: ['#6a5a48', '#4a6a5c', '#7a4a52', '#4f5a80'][v], sleeves: 'long', shirt: '#f0e8da', tie: ['#3f6a4a', '#b8863c', '#2f3f66', '#a4403c'][v] }, bottom: { cut: 'trousers', color: '#4a443f' }, shoes: '#4a382e', pose: 'rest' }),
  },
  student: {
    build: 'man', grow: 0.95, head: bust(20, 'man-student-TONE', 'woman-student-TONE'),
    wear: () => ({ top: { cut: 'robe', color: '#403a5c', sleeves: 'long' }, bottom: { cut: 'none' }, shoes: '#2a2533', pose: 'rest' }),
  },
  painter: {
    build: 'man', head: bust(21.4, 'man-artist-TONE', 'woman-artist-TONE'),
    wear: () => ({ top: { cut: 'apron', color: '#e8e2ea', sleeves: 'long', apron: '#c99a5c' }, bottom: { cut: 'trousers', color: DENIM }, shoes: '#4a3a34', pose: 'rest' }),
  },
  scientist: {
    build: 'man', head: bust(19.4, 'man-scientist-TONE', 'woman-scientist-TONE'),
    wear: () => ({ top: { cut: 'coat', color: '#f3f1f8', sleeves: 'long', shirt: '#c9b8e0', tie: '#4a7a9a' }, bottom: { cut: 'trousers', color: '#5a5468' }, shoes: '#3b3444', pose: 'rest' }),
  },
  businessman: {
    build: 'man', head: bust(19.6, 'man-office-worker-TONE'),
    wear: (v) => ({ top: { cut: 'suit', color: ['#3d4460', '#4a4a52', '#2f4a66', '#54463f'][v], sleeves: 'long', tie: ['#b3303f', '#2f6fb0', '#c8963c', '#5a8a5c'][v] }, bottom: { cut: 'trousers', color: ['#363c56', '#424249', '#29405a', '#4b3e38'][v] }, shoes: '#2a2026', pose: ['rest', 'hip', 'rest', 'wave'][v] }),
  },
  businesswoman: {
    build: 'woman', head: bust(19.6, 'woman-office-worker-TONE'),
    wear: (v) => ({ top: { cut: 'suit', color: ['#4a3f66', '#7a3f4c', '#3f5a66', '#3a3a44'][v], sleeves: 'long', tie: null }, bottom: { cut: v % 2 ? 'skirt' : 'trousers', color: ['#423858', '#6c3843', '#38505a', '#32323b'][v] }, shoes: '#2a2026', pose: ['rest', 'hip', 'rest', 'wave'][v] }),
  },
  judge: {
    build: 'man', head: bust(20.4, 'man-judge-TONE', 'woman-judge-TONE'),
    wear: () => ({ top: { cut: 'habit', color: '#35303f', sleeves: 'long' }, bottom: { cut: 'none' }, shoes: '#231f2a', pose: 'rest' }),
  },
  detective: {
    build: 'man', head: { ...bust(21.8, 'man-detective-TONE', 'woman-detective-TONE'), right: 20 },
    wear: () => ({ top: { cut: 'coat', color: '#5f5c78', sleeves: 'long', shirt: '#e8e4f0', tie: '#4a2f3c' }, bottom: { cut: 'trousers', color: '#3f3c50' }, shoes: '#2a2530', extras: ['belt:#4a4660'], pose: 'rest' }),
  },
  'construction-worker': {
    build: 'man', head: bust(21.2, 'man-construction-worker-TONE', 'woman-construction-worker-TONE'),
    wear: () => ({ top: { cut: 'vest', color: '#f08a2c', sleeves: 'long', sleeveColor: '#4f6a9a', shirt: '#4f6a9a' }, bottom: { cut: 'trousers', color: '#4a5878' }, shoes: '#6a4a2c', extras: ['stripe'], pose: 'hip' }),
  },
  mechanic: {
    build: 'man', head: bust(21.6, 'man-mechanic-TONE', 'woman-mechanic-TONE'),
    wear: () => ({ top: { cut: 'overalls', color: '#e4e0ea', sleeves: 'short' }, bottom: { cut: 'trousers', color: '#2f72c4' }, shoes: '#3b342f', pose: 'rest' }),
  },
  pilot: {
    build: 'man', head: bust(21.6, 'man-pilot-TONE', 'woman-pilot-TONE'),
    wear: () => ({ top: { cut: 'suit', color: '#3a3d58', sleeves: 'long', cuff: '#f0c24c', tie: '#2a2a3c' }, bottom: { cut: 'trousers', color: '#343750' }, shoes: '#211d28', extras: ['epaulettes'], pose: 'rest' }),
  },
  'flight-attendant': {
    build: 'woman', head: { ...face('woman-TONE', 'woman-TONE', 'woman-blonde-hair-TONE', 'woman-TONE'), hat: 'pillbox' },
    wear: () => ({ top: { cut: 'suit', color: '#2f4f8a', sleeves: 'long', shirt: '#f3f0f8', tie: null }, bottom: { cut: 'skirt', color: '#2a477c' }, shoes: '#232a44', extras: ['scarf:#c8323f'], pose: 'hip' }),
  },
  sailor: {
    build: 'man', head: { ...face('man-beard-TONE', 'man-beard-TONE', 'man-TONE', 'man-beard-TONE'), hat: 'sailor' },
    wear: () => ({ top: { cut: 'stripes', color: '#f2efe9', color2: '#2f4f8a', sleeves: 'long' }, bottom: { cut: 'trousers', color: '#2f3f66' }, shoes: '#2a2530', extras: ['scarf:#c8323f'], pose: 'hip' }),
  },
  pirate: {
    build: 'man', head: { ...face('man-beard-TONE', 'man-beard-TONE', 'man-red-hair-TONE', 'man-beard-TONE'), hat: 'pirate', patch: true },
    wear: () => ({ top: { cut: 'coat', color: '#8a2f3a', sleeves: 'long', cuff: '#e0b64c', shirt: '#f0e8da' }, bottom: { cut: 'trousers', color: '#3f3a44' }, shoes: '#2f2420', extras: ['belt:#4a2f1c'], pose: 'hip' }),
  },
  cowboy: {
    build: 'man', head: { ...face('man-TONE', 'man-beard-TONE', 'man-blonde-hair-TONE', 'man-TONE'), hat: 'cowboy' },
    wear: () => ({ top: { cut: 'vest', color: '#7a5230', sleeves: 'long', sleeveColor: '#c8504a', shirt: '#c8504a' }, bottom: { cut: 'trousers', color: '#4a648c' }, shoes: '#6a4426', extras: ['belt:#4a2f1c'], pose: 'hip' }),
  },
  viking: {
    build: 'man', head: { ...face('man-beard-TONE', 'man-beard-TONE', 'man-beard-medium-light', 'man-beard-TONE'), hat: 'horns' },
    wear: () => ({ top: { cut: 'robe', color: '#6a5a44', sleeves: 'short', belt: '#3f2a1c' }, short: 168, bottom: { cut: 'trousers', color: '#5a4a3c' }, shoes: '#4a3424', extras: ['fur:#a08a6c'], pose: 'hip' }),
  },
  samurai: {
    build: 'man', head: { ...face('man-TONE', 'man-TONE', 'man-light', 'man-TONE'), hat: 'kabuto' },
    wear: () => ({ top: { cut: 'kimono', color: '#7a2f3a', sleeves: 'long', belt: '#1f1c28' }, bottom: { cut: 'none' }, shoes: '#2a2024', pose: 'rest' }),
  },
  ninja: {
    build: 'man', grow: 0.97, head: { ...bust(21, 'ninja-TONE'), right: 24 },
    wear: () => ({ top: { cut: 'kimono', color: '#3f3a58', sleeves: 'long', belt: '#22202e', length: 160 }, bottom: { cut: 'trousers', color: '#37334e' }, shoes: '#22202e', pose: 'hip' }),
  },
  soldier: {
    build: 'man', head: { ...face('man-TONE', 'man-TONE', 'woman-TONE', 'man-TONE'), hat: 'helmet' },
    wear: () => ({ top: { cut: 'uniform', color: '#6a7048', sleeves: 'long', belt: '#3f4030' }, bottom: { cut: 'trousers', color: '#5f6540' }, shoes: '#2f2a24', pose: 'rest' }),
  },
  guard: {
    build: 'man', head: bust(21.7, 'man-guard-TONE', 'woman-guard-TONE'),
    wear: () => ({ top: { cut: 'uniform', color: '#d0303f', sleeves: 'long', cuff: '#f4f1f8', belt: '#f4f1f8' }, bottom: { cut: 'trousers', color: '#2f2c40' }, shoes: '#1c1a22', pose: 'rest' }),
  },
  postman: {
    build: 'man', head: { ...face('man-TONE', 'woman-TONE', 'man-TONE', 'man-TONE'), hat: 'cap' },
    wear: () => ({ top: { cut: 'uniform', color: '#d8a23a', sleeves: 'long', belt: '#4a3826' }, bottom: { cut: 'trousers', color: '#34406a' }, shoes: '#2a2530', extras: ['sash:#7a5230'], pose: 'rest' }),
  },
  clown: {
    build: 'man', head: { ...face('man-curly-hair-light', 'man-curly-hair-light', 'man-curly-hair-light', 'man-curly-hair-light'), clown: true }, tones: ['light', 'light', 'light', 'light'],
    wear: (v) => ({ top: { cut: 'overalls', color: ['#f0c83c', '#ef7fae', '#7fd0a0', '#f2efe8'][v], sleeves: 'long', cuff: '#fff' }, bottom: { cut: 'trousers', color: ['#d8406a', '#3f8fd0', '#8a4fc0', '#d83f3f'][v] }, shoes: ['#d83f3f', '#f0c83c', '#e8743c', '#3f9a5c'][v], gloves: '#f7f5fa', extras: ['scarf:#3f8fd0'], pose: ['wave', 'hip', 'wave', 'rest'][v] }),
  },
  santa: {
    build: 'man', slim: 1.22, head: face('santa-claus-TONE'),
    wear: () => ({ top: { cut: 'coat', color: '#c8283a', sleeves: 'long', cuff: '#f7f4f4', shirt: '#c8283a' }, bottom: { cut: 'trousers', color: '#b82334' }, shoes: '#26202a', gloves: '#3b3444', extras: ['fur', 'belt:#26202a'], pose: 'wave' }),
  },
  'mrs-claus': {
    build: 'woman', slim: 1.1, head: face('mrs-claus-TONE'),
    wear: () => ({ top: { cut: 'dress', color: '#c8283a', sleeves: 'long', cuff: '#f7f4f4', length: 196, wide: 14, sash: '#f7f4f4' }, bottom: { cut: 'none' }, shoes: '#3b2a2c', extras: ['fur'], pose: 'rest' }),
  },
  singer: {
    build: 'man', head: bust(21, 'man-singer-TONE', 'woman-singer-TONE'),
    wear: () => ({ top: { cut: 'suit', color: '#7a3fa8', sleeves: 'long', cuff: '#f0c24c', shirt: '#f0a84c', tie: null }, bottom: { cut: 'trousers', color: '#35304a' }, shoes: '#d84a6a', pose: 'rest' }),
  },
  guitarist: {
    build: 'man', head: face('man-curly-hair-TONE', 'woman-curly-hair-TONE', 'man-blonde-hair-TONE', 'man-TONE'), prop: { art: 'guitar', x: 20, y: 88, size: 74, turn: -8 },
    wear: () => ({ top: { cut: 'plain', color: '#35303f', sleeves: 'short' }, bottom: { cut: 'trousers', color: '#3f5580' }, shoes: '#5a3a26', pose: 'rest' }),
  },
  ballerina: {
    build: 'woman', head: face('woman-TONE'),
    wear: (v) => ({ top: { cut: 'plain', color: ['#f2a8c4', '#f6f2f6', '#a8c8f0', '#e8c45c'][v], sleeves: 'none' }, bottom: { cut: 'none' }, shoes: ['#e88fb0', '#e8d8e0', '#7fa8e0', '#d0a83c'][v], extras: ['tutu'], pose: ['wave', 'hip', 'wave', 'rest'][v] }),
  },
  superhero: {
    build: 'man', slim: 1.05, head: bust(19.6, 'man-superhero-TONE', 'woman-superhero-TONE'),
    wear: () => ({ top: { cut: 'plain', color: '#2f6fd6', sleeves: 'long', cuff: '#d8324a' }, bottom: { cut: 'trousers', color: '#2a63c2' }, shoes: '#d8324a', gloves: '#d8324a', cape: '#d8324a', extras: ['emblem', 'belt:#f0c24c'], pose: 'hip' }),
  },
  villain: {
    build: 'man', slim: 1.05, head: bust(19.6, 'man-supervillain-TONE', 'woman-supervillain-TONE'),
    wear: () => ({ top: { cut: 'plain', color: '#6a3fa0', sleeves: 'long', cuff: '#8fd03c' }, bottom: { cut: 'trousers', color: '#4a2f78' }, shoes: '#2f2a40', gloves: '#2f2a40', cape: '#c8285a', extras: ['emblem:#8fd03c', 'belt:#2f2a40'], pose: 'hip' }),
  },
  bride: {
    build: 'woman', head: bust(21.4, 'woman-with-veil-TONE'),
    wear: () => ({ top: { cut: 'dress', color: '#f7f4fa', sleeves: 'short', length: 220, wide: 24, sash: '#efe6f0' }, bottom: { cut: 'none' }, shoes: '#f2ecf4', cloak: '#f4f1f9', pose: 'rest' }), prop: { art: 'bouquet', x: 38, y: 104, size: 30, turn: 0 },
  },
  groom: {
    build: 'man', head: bust(21.2, 'man-in-tuxedo-TONE', 'man-in-tuxedo-TONE'),
    wear: () => ({ top: { cut: 'tuxedo', color: '#35304a', sleeves: 'long' }, bottom: { cut: 'trousers', color: '#2f2b42' }, shoes: '#1f1c26', pose: 'rest' }),
  },
  nun: {
    build: 'woman', head: { ...bust(20.6, 'woman-with-headscarf-TONE'), dye: '#35303f' },
    wear: () => ({ top: { cut: 'habit', color: '#35303f', sleeves: 'long' }, bottom: { cut: 'none' }, shoes: '#231f2a', pose: 'rest' }),
  },
  monk: {
    build: 'man', head: face('man-bald-TONE'),
    wear: (v) => ({ top: { cut: 'robe', color: ['#e0862c', '#7a5230', '#c8502c', '#e0a83c'][v], sleeves: 'long', belt: '#c9a86a' }, bottom: { cut: 'none' }, shoes: '#6a4a2c', pose: 'rest' }),
  },
  explorer: {
    build: 'man', head: { ...face('man-TONE', 'woman-TONE', 'man-beard-TONE', 'woman-TONE'), hat: 'safari' },
    wear: () => ({ top: { cut: 'uniform', color: '#b8a06c', sleeves: 'short', belt: '#5a3f26' }, bottom: { cut: 'shorts', color: '#a08a5c' }, shoes: '#5a3f2a', socks: '#8a7a54', extras: ['scarf:#b8443c'], pose: 'hip' }),
  },
  juggler: {
    build: 'man', head: { ...bust(20.4, 'man-juggling-TONE', 'woman-juggling-TONE'), left: 7, right: 25 },
    wear: () => ({ top: { cut: 'vest', color: '#c84a6a', sleeves: 'long', sleeveColor: '#f2eff5' }, bottom: { cut: 'trousers', color: '#4a3f66' }, shoes: '#2a2433', pose: 'wave' }),
  },
  'football-player': {
    build: 'man', head: face('man-TONE', 'man-curly-hair-TONE', 'woman-TONE', 'man-TONE'),
    wear: (v) => ({ top: { cut: 'plain', color: ['#d0303f', '#2f6fd0', '#f0c83c', '#2f8a4c'][v], sleeves: 'short' }, bottom: { cut: 'shorts', color: ['#f2eff5', '#1f4fa0', '#2f4fa8', '#f2eff5'][v] }, shoes: '#2a2530', socks: ['#d0303f', '#f2eff5', '#f0c83c', '#2f8a4c'][v], extras: ['numbers'], pose: ['hip', 'rest', 'hip', 'wave'][v] }),
  },
  'tennis-player': {
    build: 'woman', head: face('woman-TONE', 'man-curly-hair-TONE', 'woman-blonde-hair-TONE', 'man-TONE'), prop: { art: 'tennis', x: 62, y: 96, size: 44, turn: 10 },
    wear: () => ({ top: { cut: 'plain', color: '#f4f2f7', sleeves: 'short' }, bottom: { cut: 'shorts', color: '#f0edf4' }, shoes: '#f4f2f7', socks: '#f4f2f7', pose: 'rest' }),
  },
  karate: {
    build: 'man', head: face('man-TONE', 'woman-TONE', 'boy-TONE', 'man-TONE'),
    wear: (v) => ({ top: { cut: 'kimono', color: '#f4f2f7', sleeves: 'long', belt: ['#2a2530', '#7a4a2c', '#f0c83c', '#2f6fd0'][v], length: 152 }, bottom: { cut: 'trousers', color: '#efedf3' }, shoes: '#e0b090', pose: 'hip' }),
  },
  elf: {
    build: 'woman', head: bust(21.4, 'woman-elf-TONE', 'man-elf-TONE'),
    wear: () => ({ top: { cut: 'robe', color: '#4f8a4a', sleeves: 'long', belt: '#6a4a2c' }, bottom: { cut: 'none' }, shoes: '#5a4026', cape: '#6a4a34', pose: 'rest' }),
  },
  genie: {
    build: 'man', skin: '#3fa8d8', head: { ...bust(21, 'man-genie', 'woman-genie'), plain: true }, ghostly: true,
    wear: () => ({ top: { cut: 'vest', color: '#8a3fb0', sleeves: 'none', shirt: '#3fa8d8' }, bottom: { cut: 'none' }, shoes: '#3fa8d8', pose: 'hip' }),
  },
  vampire: {
    build: 'man', head: bust(20.6, 'man-vampire-TONE', 'woman-vampire-TONE'),
    wear: () => ({ top: { cut: 'tuxedo', color: '#2f2a3f', sleeves: 'long', tie: '#b02038' }, bottom: { cut: 'trousers', color: '#28243a' }, shoes: '#191720', cape: '#5a1426', pose: 'rest' }),
  },
  zombie: {
    build: 'man', skin: '#6f9aa0', head: { ...bust(23.5, 'man-zombie', 'woman-zombie'), plain: true },
    wear: () => ({ top: { cut: 'plain', color: '#4a4458', sleeves: 'short' }, bottom: { cut: 'trousers', color: '#3f4a5a' }, shoes: '#2f2a30', pose: 'rest' }),
  },
  troll: {
    build: 'man', slim: 1.2, skin: '#7a9a3c', head: { ...bust(22, 'troll'), plain: true },
    wear: () => ({ top: { cut: 'robe', color: '#6a4a2c', sleeves: 'none', belt: '#3f2a18' }, short: 160, bottom: { cut: 'shorts', color: '#5a3f26' }, shoes: '#6a8a34', pose: 'rest' }),
  },
}
