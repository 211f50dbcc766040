"""Writes a checkpoint's averaged weights as ONNX into models/plantain-tiny: `python training/export.py RUN [--to DIR]`.

text_encoder/model.onnx   input_ids [1, T] int64, unit_features [1, T, F] -> last_hidden_state [1, T, width]
transformer/model.onnx    hidden_states, source, hold [1, 9, WIDTH], timestep [1] (1000 sigma), encoder_hidden_states [1, T, width],
                          unit_features [1, T, F] -> out_hidden_states [1, 9, WIDTH], the velocity
Beside them what the latents need (config.json), and golden.json: inputs and outputs by PyTorch, for the parity test.
"""
import argparse
import base64
import json
import pathlib
import shutil

import numpy as np
import onnxruntime
import torch

import config as configs
from features import Features
from latents import Latents, Statistics, TOKENS, WIDTH
from sample import sample
from traces import strip
from train import build
from vocabulary import ROOT


class Exported(torch.nn.Module):
    def __init__(self, composer):
        super().__init__()
        self.composer = composer

    def forward(self, hidden_states, timestep, source, hold, encoder_hidden_states, unit_features):
        return self.composer(hidden_states, timestep / 1000, source, hold, encoder_hidden_states, unit_features)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("--to", type=pathlib.Path, default=ROOT / "models/plantain-tiny")
    args = parser.parse_args()
    state = torch.load(args.run / "checkpoint.pt", map_location="cpu", weights_only=True)
    features = Features(args.run / "text_encoder")
    text_encoder, composer = build(features, getattr(configs, state["config"]))
    torch.nn.ModuleList([text_encoder, composer]).load_state_dict(state["ema"])
    text_encoder.eval(), composer.eval()
    rows = features.encode("a red house by a lake with two pine trees")
    ids, values = torch.from_numpy(features.ids[rows])[None], torch.from_numpy(features.table[rows])[None]
    text = text_encoder(ids, values)
    (args.to / "text_encoder").mkdir(parents=True, exist_ok=True)
    (args.to / "transformer").mkdir(parents=True, exist_ok=True)
    units = torch.export.Dim("units", min=1, max=64)
    torch.onnx.export(text_encoder, (ids, values), str(args.to / "text_encoder/model.onnx"), input_names=["input_ids", "unit_features"],
                      output_names=["last_hidden_state"], dynamic_shapes=({1: units}, {1: units}),
                      dynamo=True, external_data=False, opset_version=18)
    generator = torch.Generator().manual_seed(5)
    x = torch.randn((1, TOKENS, WIDTH), generator=generator)
    source = torch.randn((1, TOKENS, WIDTH), generator=generator)
    hold = (torch.rand((1, TOKENS, WIDTH), generator=generator) < 0.3).float()
    timestep = torch.tensor([600.0])
    inputs = (x, timestep, source, hold, text.detach(), values)
    torch.onnx.export(Exported(composer), inputs, str(args.to / "transformer/model.onnx"),
                      input_names=["hidden_states", "timestep", "source", "hold", "encoder_hidden_states", "unit_features"], output_names=["out_hidden_states"],
                      dynamic_shapes=({}, {}, {}, {}, {1: units}, {1: units}), dynamo=True, external_data=False, opset_version=18)
    for part in ("text_encoder", "transformer"):
        strip(args.to / part / "model.onnx")
    with torch.no_grad():
        expected = Exported(composer)(*inputs)
    names = ["hidden_states", "timestep", "source", "hold", "encoder_hidden_states", "unit_features"]
    session = onnxruntime.InferenceSession(str(args.to / "transformer/model.onnx"))
    got = session.run(None, {n: v.numpy() for n, v in zip(names, inputs)})[0]
    difference = float(np.abs(got - expected.numpy()).max())
    print("parity of the composer", difference)
    if difference > 1e-3:
        raise SystemExit("the exported composer differs from PyTorch's")
    for name in ("tokenizer.json", "features.json", "vectors.bin"):  # what the learned ids and codes were trained with
        shutil.copyfile(args.run / "text_encoder" / name, args.to / "text_encoder" / name)
    statistics = {k: list(v) for k, v in state["statistics"].items()}
    (args.to / "transformer/config.json").write_text(json.dumps({
        "_class_name": "SceneComposer", "tokens": TOKENS, "width": WIDTH, "text_width": text.shape[-1], "prediction_type": "flow_prediction",
        "samples_seen": state["seen"], "statistics": statistics}, indent=1) + "\n")
    (args.to / "text_encoder/config.json").write_text(json.dumps({"_class_name": "UnitEncoder", "max_units": 48, "width": text.shape[-1]}, indent=1) + "\n")
    if args.to == parser.get_default("to"):
        golden(text_encoder, composer, features, Latents(Statistics(state["statistics"]), features.codes))


GOLDEN = ROOT / "packages/diffusion/golden/plantain/composer.json"


def golden(text_encoder, composer, features: Features, codec: Latents) -> None:
    """Whole runs by PyTorch, from given noise to latents, and the scene that they decode to: what the tests of the engine hold it to."""
    cases = []
    for n, (prompt, steps, guidance) in enumerate([("a red house by a lake with two pine trees", 6, 2.0), ("", 3, 1.0), ("zwei Hunde am Strand bei Sonnenuntergang", 8, 2.0)]):
        rows = features.encode(prompt)
        rows = torch.from_numpy((rows if len(rows) else np.array([features.empty])).astype(np.int64))[None]
        empty = torch.tensor([[features.empty]])
        ids, table = torch.from_numpy(features.ids), torch.from_numpy(features.table)
        noise = torch.randn((1, TOKENS, WIDTH), generator=torch.Generator().manual_seed(n))
        out = sample(text_encoder, composer, ids[rows], table[rows], None, (ids[empty], table[empty]), steps, guidance, noise=noise)
        pack = lambda t: base64.b64encode(t.numpy().astype("<f4").tobytes()).decode()
        scene = codec.decode(out[0].numpy())
        kinds = [{k: t[k] for k in ("kind", "color", "count", "support", "parent")} for t in scene["things"]]
        cases.append({"prompt": prompt, "steps": steps, "guidanceScale": guidance, "noise": pack(noise), "latents": pack(out), "land": scene["world"]["land"], "things": kinds})
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    GOLDEN.write_text(json.dumps({"about": "python training/export.py RUN, PyTorch float32; arrays are base64 of little-endian float32, [1, 9, 132]", "cases": cases}, indent=1) + "\n")


if __name__ == "__main__":
    main()
