"""Trains the embedded model: `python training/train.py --out DIR [--config tiny|base|gpu] [--from MODEL] [--samples N | --minutes M] [--threads 1]`.

One command runs the whole recipe at the given budget and resumes by itself after any interruption (a checkpoint a few minutes).
DIR gets log.jsonl (loss, rates, accuracies over time), checkpoint.pt, and at the end `export.py` writes the ONNX files.
The forward process: x_sigma = (1 - sigma) * clean + sigma * noise, sigma = 1 - sigmoid(normal - 0.3); the network sees x_sigma and
sigma and gives back its estimate of clean; the loss weighs low noise more, by 1 / sigma up to 1 / 0.15.
"""
import argparse
import json
import multiprocessing as mp
import os
import pathlib
import shutil
import time
from queue import Full

import numpy as np
import torch

import config as configs
import warm
from data import Examples, batches, statistics
from evaluate import quick
from features import FOLDER, Features
from latents import Latents, Statistics
from model import Composer, Config, TextEncoder, copies, world_copies
from muon import Muon
from precision import has_bfloat16


def worker(queue, seed, first, step, size, max_units, table, folder):
    torch.set_num_threads(1)
    os.nice(3)
    features = Features(folder)
    examples, codec = Examples(features), Latents(Statistics(table), features.codes)
    number, parent = first, os.getppid()
    while os.getppid() == parent:  # a run that was killed leaves no worker behind
        for made in batches(examples, codec, seed, number, size, max_units):
            put(queue, made, parent)
        number += step


def put(queue, made, parent) -> None:
    while os.getppid() == parent:
        try:
            return queue.put(made, timeout=5)
        except Full:
            continue


def build(features: Features, c) -> tuple[TextEncoder, Composer]:
    config = Config(features.vocabulary, features.width, c.width, c.heads, c.text_layers, c.layers, thing_flag=features.layout["unit"]["start"] + 2)
    return TextEncoder(config), Composer(config, copies(features.layout), world_copies(features.layout))


def to_torch(b: dict, features: Features, device) -> dict:
    rows = torch.from_numpy(b["rows"].astype(np.int64))
    mask = torch.zeros(rows.shape)
    mask[torch.arange(rows.shape[1])[None] >= torch.from_numpy(b["lengths"].astype(np.int64))[:, None]] = -1e4
    out = {"ids": features.ids_tensor[rows], "features": features.table_tensor[rows], "mask": mask,
           "latents": torch.from_numpy(b["latents"]), "hold": torch.from_numpy(b["hold"]), "weights": torch.from_numpy(b["weights"])}
    return {k: v.to(device) for k, v in out.items()}


def loss_of(networks, b, generator):
    clean, hold = b["latents"], b["hold"]
    n = clean.shape[0]
    sigma = 1 - torch.sigmoid(torch.randn(n, generator=generator) - 0.3).to(clean.device)
    noise = torch.randn(clean.shape, generator=generator).to(clean.device)
    noisy = (1 - sigma)[:, None, None] * clean + sigma[:, None, None] * noise
    estimate = networks(noisy, sigma, clean * hold, hold, b["ids"], b["features"], b["mask"])
    weights = b["weights"] * (1 - hold)
    error = ((estimate.float() - clean).square() * weights).sum((1, 2)) / weights.sum((1, 2)).clamp(min=1)
    return (error / sigma.clamp(min=0.15)).mean()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--config", default="base")
    parser.add_argument("--from", dest="source", type=pathlib.Path, help="an exported model to start from, e.g. models/plantain-tiny")
    parser.add_argument("--samples", type=int)
    parser.add_argument("--minutes", type=float, help="spread the learning-rate decay over this much wall clock, not over samples")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--compile", action="store_true", help="a third faster, after some minutes of compiling")
    args = parser.parse_args()
    c = getattr(configs, args.config)
    torch.set_num_threads(args.threads)
    torch.manual_seed(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    args.out.mkdir(parents=True, exist_ok=True)
    # A run keeps the text files it began with: learned ids mean nothing with another vocabulary.
    if not (args.out / "text_encoder").exists():
        shutil.copytree(FOLDER, args.out / "text_encoder", ignore=shutil.ignore_patterns("*.onnx"))
    features = Features(args.out / "text_encoder")
    features.ids_tensor, features.table_tensor = torch.from_numpy(features.ids), torch.from_numpy(features.table)
    text_encoder, composer = (m.to(device) for m in build(features, c))
    modules = torch.nn.ModuleList([text_encoder, composer])

    def networks(noisy, sigma, source, hold, ids, values, mask):
        with torch.autocast(device.type, torch.bfloat16, enabled=has_bfloat16(device.type)):
            return composer.clean(noisy, sigma, source, hold, text_encoder(ids, values, mask), values, mask)

    if args.compile:
        networks = torch.compile(networks, dynamic=True)
    hidden = [p for n, p in modules.named_parameters() if p.ndim == 2 and any(k in n for k in ("attention", "mlp", "blocks")) and "shift" not in n]
    taken = {id(p) for p in hidden}
    rest = [p for p in modules.parameters() if id(p) not in taken]
    muon, adam = Muon(hidden, lr=c.muon_lr), torch.optim.AdamW(rest, lr=c.adam_lr, betas=(0.9, 0.98), weight_decay=0.01)
    ema = {k: v.clone() for k, v in modules.state_dict().items()}
    start, seen, spent = 0, 0, 0.0
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        modules.load_state_dict(state["model"])
        muon.load_state_dict(state["muon"])
        adam.load_state_dict(state["adam"])
        ema, start, seen, spent = state["ema"], state["step"], state["seen"], state["spent"]
        table = {k: tuple(v) for k, v in state["statistics"].items()}
    elif args.source:
        warm.load(args.source, text_encoder, composer)
        ema = {k: v.clone() for k, v in modules.state_dict().items()}
        made = json.loads((args.source / "transformer/config.json").read_text())
        seen, table = made["samples_seen"], {k: tuple(v) for k, v in made["statistics"].items()}
    else:
        table = statistics(Examples(features)).table
    total = args.samples or c.samples
    queue = mp.get_context("spawn").Queue(maxsize=12)
    workers = [mp.get_context("spawn").Process(target=worker, args=(queue, 1, start + w, args.workers, c.batch, c.max_units, table, args.out / "text_encoder"), daemon=True) for w in range(args.workers)]
    for process in workers:
        process.start()
    log = open(args.out / "log.jsonl", "a")
    generator = torch.Generator().manual_seed(start)
    began, last_save, losses, step = time.time(), time.time(), [], start
    while True:
        progress = (spent + time.time() - began) / (args.minutes * 60) if args.minutes else seen / total
        if progress >= 1:
            break
        rate = min(1.0, (step + 1) / 60) * min(1.0, max(0.02, (1 - progress) / c.decay))
        for optimiser, base in ((muon, c.muon_lr), (adam, c.adam_lr)):
            for group in optimiser.param_groups:
                group["lr"] = base * rate
        b = to_torch(queue.get(), features, device)
        loss = loss_of(networks, b, generator)
        muon.zero_grad(set_to_none=True)
        adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(modules.parameters(), 1.0)
        muon.step()
        adam.step()
        step += 1
        seen += c.batch
        decay = min(c.ema, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in modules.state_dict().items():
                ema[k].lerp_(v, 1 - decay)
        losses.append(loss.item())
        if step % 50 == 0:
            line = {"step": step, "seen": seen, "loss": round(float(np.mean(losses[-50:])), 4), "minutes": round((spent + time.time() - began) / 60, 2), "cpu": round(time.process_time(), 1), "queue": queue.qsize()}
            print(json.dumps(line), flush=True)
            log.write(json.dumps(line) + "\n")
            log.flush()
        if step % c.check == 0:
            live = {k: v.clone() for k, v in modules.state_dict().items()}
            modules.load_state_dict(ema)
            line = {"step": step, "seen": seen, **quick(text_encoder, composer, features, Latents(Statistics(table), features.codes))}
            modules.load_state_dict(live)
            print(json.dumps(line), flush=True)
            log.write(json.dumps(line) + "\n")
        if time.time() - last_save > 120:
            save(checkpoint, modules, muon, adam, ema, step, seen, spent + time.time() - began, table, args.config)
            last_save = time.time()
    save(checkpoint, modules, muon, adam, ema, step, seen, spent + time.time() - began, table, args.config)
    print("finished", flush=True)
    for process in workers:
        process.terminate()
    os._exit(0)  # the queue's own thread would wait for a reader


def save(path, modules, muon, adam, ema, step, seen, spent, table, name) -> None:
    temporary = path.with_suffix(".tmp")
    torch.save({"model": modules.state_dict(), "muon": muon.state_dict(), "adam": adam.state_dict(), "ema": ema, "step": step, "seen": seen,
                "spent": spent, "statistics": {k: list(v) for k, v in table.items()}, "config": name}, temporary)
    temporary.replace(path)


if __name__ == "__main__":
    main()
