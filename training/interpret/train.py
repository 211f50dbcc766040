"""Trains the interpreter: `python training/interpret/train.py --out DIR [--minutes 70] [--hold 0.1]`.

One command runs the recipe at the given budget and resumes by itself after any interruption; new data in data/ are taken up then.
DIR gets log.jsonl, checkpoint.pt; `export.py` writes the ONNX files. --from starts a run with the weights of an exported one. --hold keeps out that share of the contexts to measure on.
"""
import argparse
import glob
import hashlib
import json
import multiprocessing as mp
import os
import pathlib
import random
import sys
import time
from collections import Counter
from queue import Full

import numpy as np
import torch

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parent.parent))
from augment import Augmenter, from_prompt  # noqa: E402
from compose import Composer  # noqa: E402
from batch import Example, Vocabulary, collate  # noqa: E402
from model import Config, Interpreter  # noqa: E402
import shipped  # noqa: E402
from muon import Muon  # noqa: E402
from precision import has_bfloat16  # noqa: E402
from session import linearise  # noqa: E402
from target import Symbols, output_words  # noqa: E402
from text import Words  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
BATCH, POOL = 64, 16  # batches of like lengths are cut from a pool of examples


def read(path) -> list[dict]:
    return [json.loads(line) for line in open(path) if line.strip()]


def context_of(item: dict) -> str:
    return hashlib.sha256(json.dumps([item["history"], item.get("uploads"), item["images"]], sort_keys=True).encode()).hexdigest()


def messages() -> list[dict]:
    return [item for f in sorted(glob.glob(str(HERE / "data/*.jsonl"))) for item in read(f)]


def prompts() -> list[dict]:
    return [from_prompt(p) for f in sorted(glob.glob(str(HERE.parent / "data/prompts-*.jsonl"))) for p in read(f)]


def split(items: list[dict], hold: float) -> tuple[list[dict], list[dict]]:
    """Whole contexts are kept out; without a context, single messages."""
    def out(item):
        key = context_of(item) if item["history"] or item.get("uploads") else hashlib.sha256(item["message"].encode()).hexdigest()
        return int(key[:8], 16) / 2**32 < hold
    return [i for i in items if not out(i)], [i for i in items if out(i)]


def weight(item: dict) -> float:
    rare = {"branch": 2, "redo": 1.5, "vary": 1.5, "refuse": 1.5, "clarify": 1.1, "revert_to": 1.4, "blend": 1.3, "question": 1.3}
    return rare.get(item["expect"]["kind"], 1.0)


class Source:
    """Endless examples."""

    def __init__(self, seed: int, hold: float, vocabulary: Vocabulary, symbols: Symbols):
        self.rng, self.hold = random.Random(seed), hold
        self.vocabulary, self.symbols = vocabulary, symbols
        self.prompts = prompts()
        self.stamp = None
        self.refresh()

    def refresh(self) -> None:
        """Reads the messages, again where files came or changed while the run goes on."""
        stamp = sorted((f, os.stat(f).st_mtime) for f in glob.glob(str(HERE / "data/*.jsonl")))
        if stamp == self.stamp:
            return
        self.stamp = stamp
        self.items, _ = split(messages(), self.hold)
        self.augment = Augmenter(self.vocabulary.words, self.items, self.rng)
        self.weights = [weight(i) for i in self.items]
        self.compose = Composer(self.augment, self.rng)

    def pick(self) -> dict:
        what = self.rng.random()
        if what < 0.04:
            item = self.rng.choice(self.prompts)
            return self.augment.noise(self.augment.wrap(item)) if self.rng.random() < 0.5 else item
        if what < 0.06:
            return self.compose.wished()
        if what < 0.08:
            return self.compose.related()
        if what < 0.11:
            return self.compose.several()
        if what < 0.125:
            return self.compose.guarded()
        if what < 0.14:
            return self.compose.lettered()
        if what < 0.165:
            return self.compose.alone()
        if what < 0.34:
            return self.compose()
        return self.augment(self.rng.choices(self.items, self.weights)[0])

    def batches(self):
        while True:
            made = []
            while len(made) < BATCH * POOL:
                try:
                    e = Example(self.vocabulary, self.symbols, self.vocabulary.words, self.pick())
                except (KeyError, IndexError, ValueError):
                    continue
                if len(e.places) <= 90 and len(e.steps) <= 64:
                    made.append(e)
            made.sort(key=lambda e: (len(e.places) + self.rng.random() * 6) // 6 * 100 + len(e.steps))
            groups = [made[i : i + BATCH] for i in range(0, len(made), BATCH)]
            self.rng.shuffle(groups)
            yield from groups
            self.refresh()


def worker(queue, seed, hold, known, output):
    torch.set_num_threads(1)
    os.setsid()  # a group of its own for the scheduler: what makes examples does not share what the network is given
    parent = os.getppid()
    vocabulary, symbols = Vocabulary(Words(), known), Symbols(output)
    generator = np.random.default_rng(seed)
    for group in Source(seed, hold, vocabulary, symbols).batches():
        made = {k: v.numpy() for k, v in collate(vocabulary, len(symbols), group, generator).items()}
        while os.getppid() == parent:
            try:
                queue.put(made, timeout=5)
                break
            except Full:
                continue
        if os.getppid() != parent:
            os._exit(0)  # the queue's own thread would wait for a reader


def learned_words(words: Words, items: list[dict], least: int = 3) -> list[str]:
    count: Counter = Counter()
    for item in items:
        for token in linearise(words, item):
            for i, (key, _) in enumerate(token.words):
                count[token.raw[0] if token.raw and i == 0 else key.rpartition("|")[2] or key] += 1
    return sorted(w for w, n in count.items() if n >= (1 if w.startswith("<") else least))


def grown(before: list[str], now: list[str]) -> list[str]:
    known = set(before)
    return before + [w for w in now if w not in known]


def widen(stored: dict, fresh: dict) -> dict:
    """Stored weights with rows for the words that are new."""
    out = {}
    for k, v in fresh.items():
        out[k] = v.clone()
        out[k][tuple(slice(0, n) for n in stored[k].shape)] = stored[k]
    return out


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--minutes", type=float, default=70, help="the learning-rate decay is spread over this much wall clock")
    parser.add_argument("--hold", type=float, default=0.1)
    parser.add_argument("--width", type=int, default=192)
    parser.add_argument("--encoder-layers", type=int, default=3)
    parser.add_argument("--decoder-layers", type=int, default=2)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--muon-lr", type=float, default=0.02)
    parser.add_argument("--adam-lr", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.6, help="share of the time over which the rate falls to zero")
    parser.add_argument("--check", type=int, default=400)
    parser.add_argument("--from", dest="shipped", type=pathlib.Path, help="an exported interpreter to start from, where DIR has no checkpoint")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    args.out.mkdir(parents=True, exist_ok=True)
    items, held = split(messages(), args.hold)
    words = Words()
    files = args.out / "words.json"
    warm = args.shipped if not (args.out / "checkpoint.pt").exists() else None
    before = shipped.word_lists(warm) if warm else json.loads(files.read_text()) if files.exists() else {"known": [], "output": []}
    # New words of new data come after those that the run knows.
    composer = Composer(Augmenter(words, items, random.Random(0)), random.Random(0))
    composed = [composer() for _ in range(4000)]
    lists = {
        "known": grown(before["known"], learned_words(words, items + prompts())),
        "output": grown(before["output"], output_words(items + prompts()[::4] + composed, 3)),
    }
    files.write_text(json.dumps(lists, ensure_ascii=False))
    vocabulary, symbols = Vocabulary(words, lists["known"]), Symbols(lists["output"])
    config = Config(words.width, len(vocabulary), len(symbols), args.width, args.width // 32, args.encoder_layers, args.decoder_layers)
    network = Interpreter(config, args.dropout)
    print(len(items), "messages,", len(held), "held out,", len(vocabulary), "words,", len(symbols), "symbols,", sum(p.numel() for p in network.parameters()), "weights", flush=True)
    if warm:
        network.load_state_dict(widen(shipped.state(warm, network, len(before["known"])), network.state_dict()))
    hidden = [p for n, p in network.named_parameters() if p.ndim == 2 and n.startswith(("encoder.", "decoder."))]
    taken = {id(p) for p in hidden}
    rest = [p for p in network.parameters() if id(p) not in taken]
    muon, adam = Muon(hidden, lr=args.muon_lr), torch.optim.AdamW(rest, lr=args.adam_lr, betas=(0.9, 0.98), weight_decay=0.01)
    ema = {k: v.clone() for k, v in network.state_dict().items()}
    step, spent = 0, 0.0
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(widen(state["model"], network.state_dict()))
        ema, step, spent = widen(state["ema"], network.state_dict()), state["step"], state["spent"]
        muon.load_state_dict(state["muon"])
        adam.load_state_dict(state["adam"])
        for p in rest:
            for k, v in adam.state[p].items():
                if v.shape != p.shape and v.ndim == p.ndim:
                    adam.state[p][k] = widen({"": v}, {"": torch.zeros_like(p)})[""]
    context = mp.get_context("spawn")
    queue = context.Queue(maxsize=24)
    context.Process(target=worker, args=(queue, step + 1, args.hold, lists["known"], lists["output"]), daemon=True).start()
    log = open(args.out / "log.jsonl", "a")
    began = last_save = time.time()
    losses = []
    while (progress := (spent + time.time() - began) / (args.minutes * 60)) < 1:
        rate = min(1.0, (step + 1) / 60) * min(1.0, max(0.01, (1 - progress) / args.decay))
        for optimiser, base in ((muon, args.muon_lr), (adam, args.adam_lr)):
            for group in optimiser.param_groups:
                group["lr"] = base * rate
        b = {k: torch.from_numpy(v) for k, v in queue.get().items()}
        with torch.autocast("cpu", torch.bfloat16, enabled=has_bfloat16()):
            loss = network(b)
        muon.zero_grad(set_to_none=True)
        adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        muon.step()
        adam.step()
        step += 1
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in network.state_dict().items():
                ema[k].lerp_(v, 1 - decay)
        losses.append(loss.item())
        if step % 50 == 0:
            say(log, {"step": step, "seen": step * BATCH, "loss": round(float(np.mean(losses[-50:])), 4), "minutes": round((spent + time.time() - began) / 60, 2), "cpu": round(time.process_time()), "queue": queue.qsize()})
        if step % args.check == 0 and held:
            live = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(ema)
            say(log, {"step": step, "held": held_loss(network, vocabulary, symbols, held)})
            network.load_state_dict(live)
        if time.time() - last_save > 90:
            save(checkpoint, network, muon, adam, ema, step, spent + time.time() - began, config)
            last_save = time.time()
    save(checkpoint, network, muon, adam, ema, step, spent + time.time() - began, config)
    print("finished", flush=True)
    os._exit(0)  # the queue's own thread would wait for a reader


def say(log, line: dict) -> None:
    print(json.dumps(line), flush=True)
    log.write(json.dumps(line) + "\n")
    log.flush()


@torch.no_grad()
def held_loss(network, vocabulary, symbols, held) -> dict:
    """Loss, and the share of messages whose every step is the most likely one, given the right ones before it."""
    network.eval()
    total, right, n = 0.0, 0, 0
    examples = sorted((Example(vocabulary, symbols, vocabulary.words, i) for i in held[:300]), key=lambda e: len(e.places))
    for at in range(0, len(examples), BATCH):
        b = collate(vocabulary, len(symbols), examples[at : at + BATCH], None)
        count = b["symbol"].shape[0]
        total += network(b).item() * count
        h, pointers = network.read(b)
        best = torch.cat([network.symbol_logits(h), pointers], -1).argmax(-1)
        good = (b["right_symbols"] == best[..., None]).any(-1) | (b["right_pointers"] == best[..., None] - len(symbols)).any(-1) | (b["steps_mask"] == 0)
        right += good.all(1).sum().item()
        n += count
    network.train()
    return {"loss": round(total / n, 4), "exact": round(right / n, 4)}


def save(path, network, muon, adam, ema, step, spent, config) -> None:
    temporary = path.with_suffix(".tmp")
    torch.save({"model": network.state_dict(), "muon": muon.state_dict(), "adam": adam.state_dict(), "ema": ema, "step": step, "spent": spent, "config": config.as_dict()}, temporary)
    temporary.replace(path)


if __name__ == "__main__":
    main()
