"""Runs: one record each. `base` is what ships; `tiny` is for tests; `gpu` is for one large GPU."""
from types import SimpleNamespace

base = SimpleNamespace(
    width=192, heads=6, text_layers=4, layers=6, max_units=48,
    batch=192, samples=1_500_000,
    muon_lr=0.02, adam_lr=1e-3, decay=0.45,  # flat, then linear to zero over the last share
    ema=0.998, check=300,
)
tiny = SimpleNamespace(**{**vars(base), "width": 48, "heads": 2, "text_layers": 1, "layers": 2, "batch": 16, "samples": 800, "check": 10_000})
gpu = SimpleNamespace(**{**vars(base), "width": 384, "heads": 12, "text_layers": 6, "layers": 10, "batch": 1024, "samples": 12_000_000, "muon_lr": 0.03, "ema": 0.9995})
