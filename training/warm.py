"""A warm start: the weights of an exported model, back in the networks that they came from. `train.py --from models/plantain-tiny`.

The exporter keeps the names of parameters, except that it transposes the matrices of nn.Linear and numbers them. Those it multiplies in
the order in which the networks call them, so they are matched by that order, and by shape.
"""
import pathlib

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from latents import TOKENS, WIDTH


def load(folder: pathlib.Path, text_encoder: nn.Module, composer: nn.Module) -> None:
    """Fills both networks from FOLDER/text_encoder/model.onnx and FOLDER/transformer/model.onnx. Raises SystemExit where they do not fit."""
    ids = torch.zeros((1, 3), dtype=torch.int64)
    features = torch.zeros((1, 3, text_encoder.lift.in_features))
    _fill(folder / "text_encoder/model.onnx", text_encoder, "", (ids, features))
    latents = torch.zeros((1, TOKENS, WIDTH))
    text = torch.zeros((1, 3, text_encoder.lift.out_features))
    _fill(folder / "transformer/model.onnx", composer, "composer.", (latents, torch.ones(1), latents, latents, text, features))


def _fill(path: pathlib.Path, network: nn.Module, prefix: str, inputs: tuple) -> None:
    graph = onnx.load(path).graph
    arrays = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    state = network.state_dict()
    found = {name: arrays[prefix + name] for name in state if prefix + name in arrays}
    called = [name for name in calls(network, inputs) if name not in found]
    products = [arrays[node.input[1]].T for node in graph.node if node.op_type == "MatMul" and node.input[1] in arrays]
    if len(called) != len(products):
        raise SystemExit(f"{path} multiplies {len(products)} matrices and the network {len(called)}; it was exported from another one")
    found |= dict(zip(called, products))
    for name, value in state.items():
        if name not in found or found[name].shape != value.shape:
            raise SystemExit(f"{path} does not fit the network at {name}")
    network.load_state_dict(found)


@torch.no_grad()
def calls(network: nn.Module, inputs: tuple) -> list[str]:
    """Names of the matrices of nn.Linear in the order in which the network uses them."""
    order: list[str] = []
    hooks = [module.register_forward_hook(lambda *_, name=name: order.append(f"{name}.weight"))
             for name, module in network.named_modules() if isinstance(module, nn.Linear)]
    network(*inputs)
    for hook in hooks:
        hook.remove()
    return order
