/** Nouns of whole places, of which a picture shows one. English; a closed class is enough, as all others are read as they are. Source of a regular expression. */
export const PLACES =
  'street|road|alley|avenue|city|town|village|square|harbou?r|port|market|beach|coast|island|sea|ocean|lake|river|waterfall|forest|wood|jungle|meadow|field|farm|garden|park|desert|canyon|valley|mountain|hill|landscape|skyline|castle|room|bedroom|kitchen|bathroom|library|classroom|office|café|cafe|restaurant|shop|bakery|station|airport|stadium|stage|church|temple|cave|moonscape|space station|planet'
