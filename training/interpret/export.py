"""Writes a run's averaged weights into models/plantain-tiny/interpreter: `python training/interpret/export.py RUN [--to DIR]`.

encoder.onnx  features [M, F], ids [M], grams [M, G] of words (row 0 is padding); token_words, token_roles [T, W], places [T]
              -> sources [L, 2, H, T, width / H], pointer_keys [T, width], copied [T, width]
decoder.onnx  symbol, pointer, at [1] (int64; pointer -1 where a symbol was written); sources, pointer_keys, copied;
              past [L, 2, H, S, width / H] -> logits [symbols + T], present [L, 2, H, S + 1, width / H]
lexicon.json  what the words mean; vectors.bin their vectors; config.json learned words, output words, vocabulary of readings
Weights are stored as float16 and computed in float32. cases.json, beside the TypeScript that reads alike, holds messages, their tokens and what PyTorch reads in them.
"""
import argparse
import json
import pathlib
import shutil

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from batch import numbers
from evaluate import interpret, load
from session import MAX_WORDS, linearise
from target import VOCABULARY
from text import FOLDER, MAX_GRAMS
from train import messages
from traces import strip  # of training/, whose folder train.py puts into the path

TO = FOLDER.parent / "interpreter"
CASES = FOLDER.parents[2] / "packages/conversation/src/interpret/golden/cases.json"


ASKING_BACK_IS_RARE = 1  # as in neural.ts, which takes it off the logit when it reads


class Encoder(torch.nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, features, ids, grams, token_words, token_roles, places):
        n = self.network
        counts = torch.rsqrt((grams > 0).sum(1, keepdim=True).clamp(min=1).float())
        words = n.words(features, ids, grams, counts)
        x = (words[token_words] * n.roles[token_roles]).sum(1) + n.places(places)
        x = (x * (n.c.width ** 0.5) * 0.3)[None]
        for block in n.encoder:
            x = block(x, None)
        sources, keys, copied = n.sources(n.encoder_norm(x))
        return torch.stack([torch.stack([k[0], v[0]]) for k, v in sources]), keys[0], copied[0]


class Decoder(torch.nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, symbol, pointer, at, sources, pointer_keys, copied, past):
        n = self.network
        x = n.embed(symbol[None], pointer[None], copied[None], at[None])
        layers = len(n.decoder)
        said, pointed, kept = n.decode(x, [(past[i, 0][None], past[i, 1][None]) for i in range(layers)], [(sources[i, 0][None], sources[i, 1][None]) for i in range(layers)], pointer_keys[None], None, None)
        return torch.cat([said, pointed], -1)[0, 0], torch.stack([torch.stack([k[0], v[0]]) for k, v in kept])


def halve(path: pathlib.Path) -> None:
    """Large weights as float16, cast when the session opens."""
    model = onnx.load(str(path))
    graph, casts = model.graph, []
    for tensor in list(graph.initializer):
        if tensor.data_type == TensorProto.FLOAT and np.prod(tensor.dims) > 512:
            half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), tensor.name + "_half")
            casts.append(helper.make_node("Cast", [half.name], [tensor.name], to=TensorProto.FLOAT))
            graph.initializer.remove(tensor)
            graph.initializer.append(half)
            for value in list(graph.value_info):
                if value.name == tensor.name:
                    graph.value_info.remove(value)
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(path))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("--to", type=pathlib.Path, default=TO)
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.to.mkdir(parents=True, exist_ok=True)
    network, vocabulary, symbols = load(args.run)
    c = network.c
    # float16 first, so that PyTorch and ONNX compute with the same weights.
    network.load_state_dict({k: v.half().float() if v.numel() > 512 else v for k, v in network.state_dict().items()})
    items = golden_items()
    tokens = linearise(vocabulary.words, items[0])
    feeds = feeds_of(vocabulary, tokens)
    encoder, decoder = Encoder(network).eval(), Decoder(network).eval()
    m, t, s = torch.export.Dim("words", min=2, max=4096), torch.export.Dim("tokens", min=2, max=512), torch.export.Dim("written", min=0, max=c.max_steps)
    inputs = tuple(torch.from_numpy(v) for v in feeds.values())
    with torch.no_grad():
        sources, keys, copied = encoder(*inputs)
        past = torch.zeros(c.decoder_layers, 2, c.heads, 3, c.width // c.heads)
        one = torch.ones(1, dtype=torch.long)
        torch.onnx.export(encoder, inputs, str(args.to / "encoder.onnx"), input_names=list(feeds), output_names=["sources", "pointer_keys", "copied"],
                          dynamic_shapes=({0: m}, {0: m}, {0: m}, {0: t}, {0: t}, {0: t}), dynamo=True, external_data=False, opset_version=18)
        torch.onnx.export(decoder, (one, -one, one * 3, sources, keys, copied, past), str(args.to / "decoder.onnx"),
                          input_names=["symbol", "pointer", "at", "sources", "pointer_keys", "copied", "past"], output_names=["logits", "present"],
                          dynamic_shapes=(None, None, None, {3: t}, {0: t}, {0: t}, {3: s}), dynamo=True, external_data=False, opset_version=18)
    for name in ("encoder.onnx", "decoder.onnx"):
        strip(args.to / name)
        halve(args.to / name)
    words = vocabulary.words
    lexicon = json.loads((FOLDER / "lexicon.json").read_text())
    write(args.to / "lexicon.json", {"meanings": words.n_meanings, "ofThing": words.of_thing, "codes": [[round(float(x), 4) for x in words.codes.get(i, [])] for i in range(len(words.things))],
                                     "marks": lexicon["marks"], "entries": words.entries})
    shutil.copy(FOLDER / "vectors.bin", args.to / "vectors.bin")
    write(args.to / "config.json", {"features": words.width, "words": vocabulary.list, "symbols": symbols.names[symbols.first_word :], "layers": c.decoder_layers, "heads": c.heads,
                                    "headWidth": c.width // c.heads, "maxSteps": c.max_steps, "vocabulary": VOCABULARY})
    # The stored graphs against PyTorch.
    session = onnxruntime.InferenceSession(str(args.to / "encoder.onnx"))
    error = 0.0
    for item in items:
        f = feeds_of(vocabulary, linearise(vocabulary.words, item))
        want = encoder(*(torch.from_numpy(v) for v in f.values()))
        got = session.run(None, f)
        error = max(error, *(float(np.abs(g - w.detach().numpy()).max()) for g, w in zip(got, want)))
    print("encoder: largest difference", error)
    network.symbol_bias.data[symbols["K:clarify"]] -= ASKING_BACK_IS_RARE
    read = [interpret(network, vocabulary, symbols, [i])[0] for i in items]
    cases = []
    CASES.parent.mkdir(exist_ok=True)
    for item, reading in zip(items, read):
        found = linearise(vocabulary.words, item)
        f = feeds_of(vocabulary, found)
        cases.append({"message": item, "tokens": [[t.words, t.place, t.copy, t.ref] for t in found], "sum": round(float(f["features"].sum()), 3), "reading": reading})
    write(CASES, {"cases": cases})
    print({p.name: p.stat().st_size for p in sorted(args.to.iterdir())})


def feeds_of(vocabulary, tokens) -> dict:
    rows, roles, places = numbers(vocabulary, tokens)
    used, inverse = np.unique(np.concatenate([[0], rows.ravel()]), return_inverse=True)
    return {
        "features": np.stack([vocabulary.features[r] for r in used]), "ids": np.array([vocabulary.id_of[r] for r in used], np.int64),
        "grams": np.stack([vocabulary.grams_of[r] for r in used]).astype(np.int64), "token_words": inverse[1:].reshape(rows.shape).astype(np.int64),
        "token_roles": roles.astype(np.int64), "places": places.astype(np.int64),
    }


def golden_items() -> list[dict]:
    """A few of each kind and language of the messages that the run learned from."""
    chosen: dict = {}
    for item in messages():
        chosen.setdefault((item["expect"]["kind"], item["lang"]), item)
    return [{k: i.get(k, d) for k, d in (("id", ""), ("history", []), ("message", ""), ("images", 0), ("uploads", []))} for i in chosen.values()]


def write(path: pathlib.Path, value) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
