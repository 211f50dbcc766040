/** What can be taken from a picture for a new one, and all of it. */
export type Taken = 'colors' | 'light' | 'style' | 'all'

/** How a language says that a new picture goes by another one. Sources of regular expressions, without case. */
export interface GuidanceWords {
  /** Whether words stand apart. */
  readonly spaced: boolean
  /** Words for what is taken. */
  readonly taken: readonly (readonly [taken: Taken, words: string])[]
  /** Between two of them: "and the". */
  readonly and: string
  /** A picture that is pointed at; groups named `which` hold a number or an ordinal. */
  readonly picture: string
  /** Clauses; TAKENMORE stands for one or several words for what is taken, PICTURE for a picture, at most once. A clause without TAKENMORE takes all. */
  readonly clauses: readonly string[]
  /** What repeats a clause, and goes with it: "and paint a harbour with them". */
  readonly again?: string
  /** Ordinals, from the first. */
  readonly ordinals: readonly string[]
}

const english: GuidanceWords = {
  spaced: true,
  taken: [
    ['colors', 'colou?r (?:palette|scheme)s?|colou?rs?|palette|tones|hues|shades|colou?ring'],
    ['light', 'light(?:ing)?|mood|atmosphere|feel(?:ing)?|vibe|ambien[ct]e|time of day'],
    ['style', 'style|look|aesthetics?|manner|art ?style'],
  ],
  and: '(?:, ?| ?& ?| and )(?:the )?',
  picture:
    "(?:(?:this|that|the|my) (?:(?:attached|uploaded|given|sent|reference|other|(?<which>first|second|third|1st|2nd|3rd)) )*(?:picture|image|photo|photograph|pic|painting|shot|reference|upload|attachment|one)|(?:picture|image|photo) (?=#?[1-9])|(?:this|that|the (?<which3>first|second|third))(?=(?:'s)?(?: ?[.,!;:]|$| and\\b| but\\b)))(?: ?#?(?<which2>[1-9])\\b)?(?: (?:above|attached|below|(?:that )?i (?:sent|uploaded|attached|gave you)))?(?! (?:of|by|book|frame)\\b)",
  clauses: [
    '(?:use|using|take|taking|with) (?:PICTURE|this|it) as (?:an? |the |my )?(?:(?:style|colou?r) )?(?:reference|guide|inspiration|model|template)(?: for the TAKENMORE)?(?: ?[:,.;]| (?:and|to|for)\\b)?',
    '(?:use|take) (?:only )?(?:the |its )?TAKENMORE (?:of|from|in) PICTURE(?: ?[:,.;]| (?:and|to|for)\\b)?',
    '[,;]? ?(?:(?:but|and) )?(?:(?:done |painted |drawn |made |coloured |colored |lit )?(?:in|with|using|having|by|from|based on|after|matching|following)|that (?:has|matches|uses)) (?:all )?(?:the |its |an? )?(?:very )?(?:same |similar |exact )?TAKENMORE (?:of|from|as (?:in|on)|as|in|like|to) PICTURE',
    "[,;]? ?(?:in|with|using) PICTURE's TAKENMORE",
    '[,;]? ?(?:the )?same TAKENMORE as (?:in |on )?PICTURE',
    '[,;]? ?and (?:the |its )?TAKENMORE (?:of|from) PICTURE',
    '[,;]? ?(?:inspired by|based on|modell?ed on|modell?ed after|in the spirit of|guided by|going by|similar to|much like) PICTURE ?,?',
    '[,;]? ?(?:like|after|from) (?:(?:this|that|the attached|the uploaded|the reference|my) (?:picture|image|photo|photograph|pic|painting|one)(?! (?:of|by|book)\\b)|this(?=[ .!]{0,3}$| ?[,;]| (?:but|at|in|as|with)\\b))',
  ],
  again: '[,;]? ?(?:with|in|using|by) (?:them|these colou?rs|its colou?rs|that palette|this palette)',
  ordinals: ['first|1st', 'second|2nd', 'third|3rd'],
}

const spanish: GuidanceWords = {
  spaced: true,
  taken: [
    ['colors', 'colores|paleta(?: de colores)?|tonos'],
    ['light', 'luz|ambiente|atm[oó]sfera|iluminaci[oó]n'],
    ['style', 'estilo|aspecto'],
  ],
  and: '(?:, ?| y )(?:los |las |la |el )?',
  picture:
    '(?:esta|esa|la|mi)\\s+(?:(?<which>primera|segunda|tercera)\\s+)?(?:foto|imagen|fotograf[ií]a)(?:\\s*(?<which2>[1-9])\\b)?(?:\\s+adjunta)?(?! del?\\b)',
  clauses: [
    '(?:usa|toma|utiliza) PICTURE como (?:referencia|modelo|gu[ií]a)\\s*[:,.;]?(?:\\s+(?:y|para)\\b)?',
    '[,;]?\\s*(?:con|en|usando|seg[uú]n|siguiendo) (?:los |la |el |las )?(?:mismos? |mismas? )?TAKENMORE (?:de|que) PICTURE',
    '[,;]?\\s*(?:inspirad[oa] en|basad[oa] en|como|al estilo de) PICTURE',
  ],
  ordinals: ['primera', 'segunda', 'tercera'],
}

const french: GuidanceWords = {
  spaced: true,
  taken: [
    ['colors', 'couleurs|palette|tons|teintes'],
    ['light', 'lumi[eè]re|ambiance|atmosph[eè]re|[eé]clairage'],
    ['style', 'style|aspect'],
  ],
  and: "(?:, ?| et )(?:les |la |le |l['’])?",
  picture:
    "(?:cette|la|ma)\\s+(?:(?<which>premi[eè]re|deuxi[eè]me|troisi[eè]me)\\s+)?(?:photo|image|photographie)(?:\\s*(?<which2>[1-9])\\b)?(?:\\s+jointe)?(?! (?:de|d['’]))|l['’]image(?:\\s*(?<which3>[1-9])\\b)?(?:\\s+jointe)?(?! (?:de|d['’]))",
  clauses: [
    '(?:utilise|prends) PICTURE comme (?:r[eé]f[eé]rence|mod[eè]le)\\s*[:,.;]?(?:\\s+(?:et|pour)\\b)?',
    "[,;]?\\s*(?:avec|dans|en utilisant|selon|aux?|à)\\s*(?:les |la |le |l['’])?(?:m[eê]mes? )?TAKENMORE (?:de |d['’]|que (?:sur )?)PICTURE",
    "[,;]?\\s*(?:inspir[eé]e? (?:de|par)|d[’']apr[eè]s|comme|sur le mod[eè]le de) PICTURE",
  ],
  ordinals: ['premi[eè]re', 'deuxi[eè]me', 'troisi[eè]me'],
}

const german: GuidanceWords = {
  spaced: true,
  taken: [
    ['colors', 'farben|farbpalette|palette|farbt[oö]nen?|farbt[oö]ne'],
    ['light', 'licht|stimmung|atmosph[aä]re|beleuchtung'],
    ['style', 'stil|look|machart'],
  ],
  and: '(?:, ?| und )(?:die |das |den |dem |der )?',
  picture:
    '(?:diese[smnr]?|des|dem|meine[ms]|(?=ersten|zweiten|dritten))\\s*(?:(?<which>ersten|zweiten|dritten)\\s+)?(?:bild(?:e?s)?|fotos?|photos?|fotografie|aufnahme)(?:\\s*(?<which2>[1-9])\\b)?',
  clauses: [
    '(?:nimm|benutze|nutze|verwende) PICTURE als (?:vorlage|referenz|vorbild)\\s*[:,.;]?(?:\\s+(?:und|f[uü]r)\\b)?',
    '[,;]?\\s*(?:im|in|mit|nach|bei) (?:den |der |dem |die )?(?:gleichen |selben )?TAKENMORE (?:von |vom |aus |wie (?:in|auf|bei) )?PICTURE',
    '[,;]?\\s*(?:inspiriert von|nach|wie (?:auf|in)|[aä]hnlich wie) PICTURE',
  ],
  ordinals: ['ersten?', 'zweiten?', 'dritten?'],
}

const italian: GuidanceWords = {
  spaced: true,
  taken: [
    ['colors', 'colori|tavolozza|palette|toni'],
    ['light', 'luce|atmosfera|illuminazione'],
    ['style', 'stile|aspetto'],
  ],
  and: '(?:, ?| e )(?:i |la |lo |le )?',
  picture:
    "(?:(?:a |d)?(?:questa|quella|ella|la|mia)\\s+(?:(?<which>prima|seconda|terza)\\s+)?(?:foto|immagine|fotografia)|dell[’']immagine|quest[’']immagine)(?:\\s*(?<which2>[1-9])\\b)?",
  clauses: [
    '(?:usa|prendi) PICTURE come (?:riferimento|modello)\\s*[:,.;]?(?:\\s+(?:e|per)\\b)?',
    "[,;]?\\s*(?:con|nei|nello|nella|usando|secondo) (?:i |la |lo |gli |l['’])?(?:stess[aei] )?TAKENMORE (?:di |d)?PICTURE",
    '[,;]?\\s*(?:ispirat[oa] a|basat[oa] su|come) PICTURE',
  ],
  ordinals: ['prima', 'seconda', 'terza'],
}

const portuguese: GuidanceWords = {
  spaced: true,
  taken: [
    ['colors', 'cores|paleta(?: de cores)?|tons'],
    ['light', 'luz|ambiente|atmosfera|ilumina[cç][aã]o'],
    ['style', 'estilo|aspecto|aspeto'],
  ],
  and: '(?:, ?| e )(?:as |os |a |o )?',
  picture:
    '(?:d?esta|d?essa|da|a|minha)\\s+(?:(?<which>primeira|segunda|terceira)\\s+)?(?:foto|imagem|fotografia)(?:\\s*(?<which2>[1-9])\\b)?',
  clauses: [
    '(?:usa|use|toma) PICTURE como (?:refer[eê]ncia|modelo)\\s*[:,.;]?(?:\\s+(?:e|para)\\b)?',
    '[,;]?\\s*(?:com|em|nas|no|na|usando|segundo) (?:as |os |a |o )?(?:mesm[ao]s? )?TAKENMORE (?:de )?PICTURE',
    '[,;]?\\s*(?:inspirad[oa] n?|basead[oa] n?|como )PICTURE',
  ],
  ordinals: ['primeira', 'segunda', 'terceira'],
}

const chinese: GuidanceWords = {
  spaced: false,
  taken: [
    ['colors', '颜色|顏色|色彩|色调|色調|配色|色系'],
    ['light', '光线|光線|光影|氛围|氛圍|气氛|氣氛'],
    ['style', '风格|風格|画风|畫風'],
  ],
  and: '[和与、，]',
  picture:
    '(?:(?:这|這|那|第(?<which>[一二三]))\\s*(?:张|幅|張|个)?|上传的|附上的)\\s*(?:图片?|圖片?|照片|相片|画|畫|图像|圖像)|(?:图片?|圖片?|照片)(?<which2>[1-9])',
  clauses: [
    '[，,]?\\s*(?:请)?(?:用|以|按照?|根据|根據|参考|參考|参照|照着|保持)PICTURE(?:里|中|上)?的TAKENMORE(?:为准|來|来|去)?[，,]?',
    '[，,]?\\s*(?:请)?(?:参考|參考|参照|按照|仿照|根据|根據)PICTURE[，,]?',
    '[，,]?\\s*(?:TAKENMORE)(?:和|跟|与)PICTURE一样',
  ],
  ordinals: ['一', '二', '三'],
}

const japanese: GuidanceWords = {
  spaced: false,
  taken: [
    ['colors', '色合い|色使い|配色|色味|色調|色'],
    ['light', '雰囲気|光|明るさ|ムード'],
    ['style', 'スタイル|画風|作風|タッチ'],
  ],
  and: '[とや、]',
  picture:
    '(?:この|その|(?<which>[一二三1-3])(?:枚目|番目)の|添付の)\\s*(?:写真|画像|絵|イメージ)(?<which2>[1-9])?',
  clauses: [
    '[、,]?PICTUREのTAKENMORE(?:で|を(?:使って|参考に(?:して)?)|に(?:合わせて|して))[、,]?',
    '[、,]?PICTURE(?:を参考に(?:して)?|風に|風の|のような|みたいな|のように)[、,]?',
  ],
  ordinals: ['一|1', '二|2', '三|3'],
}

const hindi: GuidanceWords = {
  spaced: true,
  taken: [
    ['colors', 'रंगों|रंग|rangon|rang|color'],
    ['light', 'रोशनी|माहौल|roshni|mahaul'],
    ['style', 'शैली|स्टाइल|style'],
  ],
  and: '(?:, ?| और | aur )',
  picture: '(?:इस|उस|is|us)\\s+(?:फ़?ोटो|फोटो|तस्वीर|चित्र|photo|tasveer|picture|image)',
  clauses: ['PICTURE\\s+(?:के|की|ke|ki)\\s+TAKENMORE\\s+(?:में|से|वाला|वाली|mein|me|se)'],
  ordinals: [],
}

export const guidanceLanguages: readonly GuidanceWords[] = [
  english,
  spanish,
  french,
  german,
  italian,
  portuguese,
  chinese,
  japanese,
  hindi,
]
