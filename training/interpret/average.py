"""The mean of the weights of several runs that began from the same ones: `python training/interpret/average.py --to DIR RUN RUN…`.

Runs that start alike end in one basin, and the mean of their weights reads what none of them has seen better than each
(Wortsman et al. 2022, "Model soups"). Rows of words and symbols that only some runs know are the mean over those.
DIR is a run like the others: `evaluate.py` and `export.py` read it.
"""
import argparse
import json
import pathlib

import torch

LISTS = {"learned.weight": "known", "symbols.weight": "output", "symbol_bias": "output"}


def rows(tensors: list[torch.Tensor], lists: list[list[str]], words: list[str]) -> torch.Tensor:
    """The mean of rows by word. What precedes the words in a table is no word and stands first in all."""
    first = tensors[0].shape[0] - len(lists[0])
    total = torch.zeros(first + len(words), *tensors[0].shape[1:])
    seen = torch.zeros(len(total))
    at = {w: first + i for i, w in enumerate(words)}
    for tensor, own in zip(tensors, lists):
        place = torch.tensor([*range(first), *(at[w] for w in own)])
        total[place] += tensor.float()
        seen[place] += 1
    return total / seen.reshape(-1, *[1] * (total.dim() - 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=pathlib.Path, nargs="+")
    parser.add_argument("--to", type=pathlib.Path, required=True)
    args = parser.parse_args()
    states = [torch.load(r / "checkpoint.pt", weights_only=True, map_location="cpu") for r in args.runs]
    lists = [json.loads((r / "words.json").read_text()) for r in args.runs]
    shapes = [{k: v for k, v in s["config"].items() if k not in ("words", "symbols")} for s in states]
    if any(s != shapes[0] for s in shapes):
        raise SystemExit("these runs are of different shapes: average only runs that began from the same weights")
    # The longest list is the latest: lists only grow, at their ends.
    words = {k: max((l[k] for l in lists), key=len) for k in lists[0]}
    if any(set(l[k]) - set(words[k]) for l in lists for k in words):
        raise SystemExit("these runs know different words: average only runs of which one goes on from another, or that began alike")
    ema = {
        k: rows([s["ema"][k] for s in states], [l[LISTS[k]] for l in lists], words[LISTS[k]])
        if k in LISTS
        else torch.stack([s["ema"][k].float() for s in states]).mean(0)
        for k in states[0]["ema"]
    }
    config = {**shapes[0], **{k: max(s["config"][k] for s in states) for k in ("words", "symbols")}}
    args.to.mkdir(parents=True, exist_ok=True)
    torch.save({"ema": ema, "config": config, "step": max(s["step"] for s in states)}, args.to / "checkpoint.pt")
    (args.to / "words.json").write_text(json.dumps(words, ensure_ascii=False))


if __name__ == "__main__":
    main()
