"""PyTorch's side of bench/steps.bench.mjs: `steps.py unet|composer THREADS FILE` writes FILE (ONNX, same weights) if it is missing, prints
'ready', then runs one denoising step for every line on standard input and prints its wall and CPU milliseconds and a checksum.
"""
import pathlib
import sys
import time

import torch

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "training")]


def unet():
    from unet import UNet
    model = UNet().eval()
    inputs = (torch.randn(1, 4, 32, 32), torch.tensor(500.0), torch.randn(1, 77, 768))
    return model, inputs, ["sample", "timestep", "encoder_hidden_states"], "out_sample"


def composer():
    import config
    from export import Exported
    from features import Features
    from latents import TOKENS, WIDTH
    from train import build
    features = Features()
    model = Exported(build(features, config.base)[1]).eval()
    for p in model.parameters():  # zero-initialised outputs would let a runtime leave work out
        torch.nn.init.normal_(p, std=0.05)
    shape = (1, TOKENS, WIDTH)
    inputs = (torch.randn(shape), torch.tensor([500.0]), torch.zeros(shape), torch.zeros(shape), torch.randn(1, 16, config.base.width), torch.randn(1, 16, features.width))
    return model, inputs, ["hidden_states", "timestep", "source", "hold", "encoder_hidden_states", "unit_features"], "out_hidden_states"


@torch.no_grad()
def main() -> None:
    name, threads, file = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    model, inputs, names, output = {"unet": unet, "composer": composer}[name]()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        torch.onnx.export(model, inputs, str(file), input_names=names, output_names=[output], dynamo=True, external_data=name == "unet", opset_version=18, verbose=False)
    for n, value in zip(names, inputs):
        (file.parent / f"{n}.f32").write_bytes(value.float().numpy().tobytes())
    print("ready", flush=True)
    for _ in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        out = model(*inputs)
        print(round((time.perf_counter() - wall) * 1000, 3), round((time.process_time() - cpu) * 1000, 3), float(out.double().abs().sum()), flush=True)


main()
