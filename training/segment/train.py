"""Trains the small network that tells sky, water, vegetation ... by patches, and writes it as TypeScript.

    python train.py TRAIN.bin HELD_OUT.bin OUT.ts

Rows: 24 features, then pixels of each of 8 classes (features.mjs makes them from renders).
"""

import sys

import numpy as np
import torch

FEATURES, CLASSES, HIDDEN = 24, 8, 32
NAMES = ["sky", "water", "vegetation", "ground", "relief", "building", "thing", "wall"]


def load(path: str):
    rows = np.fromfile(path, np.float32).reshape(-1, FEATURES + CLASSES)
    shares = rows[:, FEATURES:]
    return torch.tensor(rows[:, :FEATURES]), torch.tensor(shares), torch.tensor(shares / shares.sum(1, keepdims=True))


def main() -> None:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    x, pixels, y = load(sys.argv[1])
    hx, hpixels, _ = load(sys.argv[2])
    mean, scale = x.mean(0), x.std(0).clamp_min(1e-3)
    net = torch.nn.Sequential(
        torch.nn.Linear(FEATURES, HIDDEN), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, HIDDEN), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, CLASSES)
    )
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-2)
    steps = 2500
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 5e-3, total_steps=steps)
    for step in range(steps):
        pick = torch.randint(0, len(x), (1024,))
        noisy = (x[pick] - mean) / scale + 0.1 * torch.randn(1024, FEATURES)
        loss = -(y[pick] * net(noisy).log_softmax(1)).sum(1).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    with torch.no_grad():
        told = net((hx - mean) / scale).argmax(1)
    for index, name in enumerate(NAMES):
        inside = hpixels[:, index]
        chosen = told == index
        hit = inside[chosen].sum()
        union = inside.sum() + hpixels[chosen].sum() - hit
        print(f"{name:12s} IoU {float(hit / union):.3f}   share {float(inside.sum() / hpixels.sum()):.3f}")
    linear = [layer for layer in net if isinstance(layer, torch.nn.Linear)]
    with torch.no_grad():  # the standardisation folds into the first layer
        linear[0].bias -= linear[0].weight @ (mean / scale)
        linear[0].weight /= scale
    numbers = lambda tensor: ", ".join(f"{value:.5g}" for value in tensor.detach().reshape(-1).tolist())
    with open(sys.argv[3], "w") as out:
        out.write("// Written by training/segment/train.py: [out, in] weights and biases of three layers.\n")
        out.write("export const LAYERS: readonly { readonly weights: readonly number[]; readonly biases: readonly number[] }[] = [\n")
        for layer in linear:
            out.write(f"  {{ weights: [{numbers(layer.weight)}], biases: [{numbers(layer.bias)}] }},\n")
        out.write("]\n")


main()
