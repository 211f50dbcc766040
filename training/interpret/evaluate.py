"""Reads messages with a trained run, greedily under the grammar: `python training/interpret/evaluate.py RUN --jsonl FILE|held > predictions.jsonl`."""
import argparse
import json
import math
import pathlib
import sys
from collections import Counter

import torch

from batch import Example, Vocabulary, collate, numbers
from model import Config, Interpreter
from session import linearise
from target import Grammar, Symbols, decode
from text import Words
from train import Source, messages, split, widen


def load(run: pathlib.Path):
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    lists = json.loads((run / "words.json").read_text())
    network = Interpreter(Config(**state["config"]))
    network.load_state_dict(widen(state["ema"], network.state_dict()))
    network.eval()
    vocabulary, symbols = Vocabulary(Words(), lists["known"]), Symbols(lists["output"])
    for kind, shift in prior_shift(vocabulary, symbols).items():
        network.symbol_bias.data[symbols[f"K:{kind}"]] += shift
    return network, vocabulary, symbols


def prior_shift(vocabulary, symbols, draws: int = 4000) -> dict[str, float]:
    """log of how often a kind comes among the written messages, less that of how often it came in training, where rare kinds are shown more."""
    source = Source(0, 0.0, vocabulary, symbols)
    shown = Counter(source.pick()["expect"]["kind"] for _ in range(draws))
    written = Counter(i["expect"]["kind"] for i in source.items)
    return {k: math.log(written[k] / len(source.items)) - math.log(max(shown[k], 1) / draws) for k in written}


class Blank:
    """An example without a label."""

    def __init__(self, vocabulary, tokens):
        self.rows, self.roles, self.places = numbers(vocabulary, tokens)
        self.steps = [[0]]


@torch.no_grad()
def interpret(network, vocabulary, symbols, items: list[dict]) -> list[dict]:
    sets = [linearise(vocabulary.words, i) for i in items]
    b = collate(vocabulary, len(symbols), [Blank(vocabulary, t) for t in sets], None)
    memory = network.encode(network.words(b["features"], b["ids"], b["grams"], b["counts"]), b["token_words"], b["token_roles"], b["places"], b["mask"])
    sources, keys, copied = network.sources(memory)
    grammars = [Grammar(symbols, t) for t in sets]
    written: list[list[int]] = [[] for _ in items]
    done = [False] * len(items)
    n = len(symbols)
    symbol, pointer = torch.ones(len(items), 1, dtype=torch.long), torch.full((len(items), 1), -1)
    past = None
    for at in range(network.c.max_steps - 1):
        x = network.embed(symbol, pointer, copied, torch.full((1, 1), at))
        said, pointed, past = network.decode(x, past, sources, keys, None, b["mask"])
        logits = torch.cat([said, pointed + b["mask"][:, 0]], -1)[:, 0]
        for i, g in enumerate(grammars):
            if done[i]:
                continue
            allowed = g.mask(0)
            best = allowed[int(logits[i, allowed].argmax())]
            written[i].append(best)
            g.put(best)
            done[i] = best == symbols["END"]
            symbol[i, 0], pointer[i, 0] = (0, best - n) if best >= n else (best, -1)
        if all(done):
            break
    return [{"id": i["id"], **decode(symbols, t, i["message"], w)} for i, t, w in zip(items, sets, written)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("--jsonl", required=True, help="a file, or 'held'")
    parser.add_argument("--hold", type=float, default=0.1)
    parser.add_argument("--gold", help="where to write the messages kept out")
    args = parser.parse_args()
    torch.set_num_threads(1)
    network, vocabulary, symbols = load(args.run)
    if args.jsonl == "held":
        items = split(messages(), args.hold)[1]
        if args.gold:
            pathlib.Path(args.gold).write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items))
    else:
        items = [json.loads(line) for line in open(args.jsonl) if line.strip()]
    for at in range(0, len(items), 48):
        for p in interpret(network, vocabulary, symbols, items[at : at + 48]):
            sys.stdout.write(json.dumps(p, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
