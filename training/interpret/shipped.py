"""A warm start: the weights of an exported interpreter, back in a network. `train.py --from models/plantain-tiny/interpreter`.

The exporter keeps the names of parameters, except that it transposes most matrices of nn.Linear and numbers them; those are matched by
the order in which the network uses them. What the exporter added to the bias of the kinds (`evaluate.prior_shift`) training unlearns.
"""
import json
import pathlib

import onnx
import torch
from onnx import numpy_helper

from target import MARKS
from warm import calls  # of training/, whose folder train.py puts into the path


def word_lists(folder: pathlib.Path) -> dict[str, list[str]]:
    """Words that the exported network has rows for: `known` of messages, `output` of readings; in the order of the rows."""
    config = json.loads((folder / "config.json").read_text())
    return {"known": config["words"], "output": config["symbols"]}


def state(folder: pathlib.Path, network: torch.nn.Module, words: int) -> dict[str, torch.Tensor]:
    """Stored weights by the network's own names; `words`: rows of the learned words. Raises SystemExit where a matrix is missing."""
    from export import Decoder, Encoder  # export.py imports train.py

    c = network.c
    row, token, one = torch.zeros(1, dtype=torch.long), torch.zeros((1, 1), dtype=torch.long), torch.ones(1, dtype=torch.long)
    encoder_inputs = (torch.zeros(1, c.features), row, torch.zeros((1, 1), dtype=torch.long), token, token, row)
    with torch.no_grad():
        sources, keys, copied = Encoder(network).eval()(*encoder_inputs)
    past = torch.zeros(c.decoder_layers, 2, c.heads, 1, c.width // c.heads)
    decoder_inputs = (one, -one, one, sources, keys, copied, past)
    found: dict[str, torch.Tensor] = {}
    for file, wrapper, inputs in (("encoder.onnx", Encoder(network), encoder_inputs), ("decoder.onnx", Decoder(network), decoder_inputs)):
        graph = onnx.load(str(folder / file)).graph
        arrays = {i.name.removesuffix("_half"): torch.from_numpy(numpy_helper.to_array(i).copy()).float() for i in graph.initializer if i.data_type in (1, 10)}
        named = {n.removeprefix("network."): a for n, a in arrays.items() if n.startswith("network.")}
        order = [n.removeprefix("network.") for n in calls(wrapper.eval(), inputs) if n.removeprefix("network.") not in named]
        products = [arrays[n.input[1]].T for n in graph.node if n.op_type == "MatMul" and n.input[1] in arrays]
        if len(order) != len(products):
            raise SystemExit(f"{folder / file} multiplies {len(products)} matrices and the network {len(order)}; it was exported from another one")
        found |= named | dict(zip(order, products))
        roles = [a for a in arrays.values() if a.shape == network.roles.shape]
        found |= {"roles": roles[0]} if roles else {}
    for name, value in network.state_dict().items():
        rows = {"learned.weight": words + 1, "symbols.weight": None, "symbol_bias": None}.get(name, value.shape[0])
        stored = found.get(name)
        if stored is None or stored.shape[1:] != value.shape[1:] or (rows is not None and stored.shape[0] != rows):
            raise SystemExit(f"{folder} does not fit the network at {name}")
    assert found["symbols.weight"].shape[0] >= len(MARKS)
    return found
