"""TensorFlow.js graph model -> ONNX, for the few layers that small vision networks use.

    python convert.py model.json out.onnx [--input NAME] [--outputs NAME,NAME]

Weights that come as 16-bit floats stay so in the file and are widened when the network is opened. Layout: TensorFlow is
[N, H, W, C]; each convolution is wrapped in transposes, which onnxruntime's optimiser takes out again.
"""

import argparse
import base64
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

NUMPY = {"float32": np.float32, "float16": np.float16, "int32": np.int32}


def read_weights(path: Path, manifest: list) -> dict[str, np.ndarray]:
    weights = {}
    for group in manifest:
        data = b"".join((path.parent / name).read_bytes() for name in group["paths"])
        at = 0
        for entry in group["weights"]:
            stored = entry.get("quantization", {}).get("dtype", entry["dtype"])
            kind = np.dtype(NUMPY[stored])
            count = int(np.prod(entry["shape"])) if entry["shape"] else 1
            weights[entry["name"]] = np.frombuffer(data, kind, count, at).reshape(entry["shape"])
            at += count * kind.itemsize
    return weights


def text(value: dict) -> str:
    return base64.b64decode(value["s"]).decode()


class Converter:
    def __init__(self, weights: dict[str, np.ndarray]):
        self.weights, self.nodes, self.initializers, self.made = dict(weights), [], [], set()

    def constant(self, name: str, value: np.ndarray) -> str:
        if name in self.made:
            return name
        self.made.add(name)
        if value.dtype == np.float16:
            self.initializers.append(numpy_helper.from_array(value, name + "/half"))
            self.nodes.append(helper.make_node("Cast", [name + "/half"], [name], to=TensorProto.FLOAT))
        else:
            self.initializers.append(numpy_helper.from_array(value, name))
        return name

    def emit(self, op: str, inputs: list[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, **attributes))
        return output

    def tensor(self, name: str) -> str:
        return self.constant(name, self.weights[name]) if name in self.weights else name

    def weight(self, name: str) -> np.ndarray:
        return self.weights[name]

    def convolution(self, node: dict) -> None:
        attributes, name = node["attr"], node["name"]
        x, kernel = node["input"][:2]
        w = self.weight(kernel)
        depthwise = "Depthwise" in node["op"]
        group = w.shape[2] if depthwise else 1
        # TensorFlow: [height, width, in, out or multiplier]
        w = w.transpose(2, 3, 0, 1).reshape(-1, 1, *w.shape[:2]) if depthwise else w.transpose(3, 2, 0, 1)
        inputs = [self.to_channels(x), self.constant(kernel + "/oihw", np.ascontiguousarray(w))]
        fused = [base64.b64decode(s).decode() for s in attributes.get("fused_ops", {}).get("list", {}).get("s", [])]
        if "BiasAdd" in fused:
            inputs.append(self.tensor(node["input"][2]))
        ints = lambda key: [int(i) for i in attributes[key]["list"]["i"]][1:3]
        pad = {"auto_pad": "SAME_UPPER"} if text(attributes["padding"]) == "SAME" else {}
        dilations = ints("dilations") if "dilations" in attributes else [1, 1]
        y = self.emit("Conv", inputs, name + "/nchw", group=group, strides=ints("strides"), dilations=dilations, **pad)
        for op in fused:
            if op != "BiasAdd":
                y = self.activation(op, y, name + "/active")
        self.emit("Transpose", [y], name, perm=[0, 2, 3, 1])

    def activation(self, op: str, x: str, output: str) -> str:
        if op == "Relu6":
            return self.emit("Clip", [x, self.constant("zero", np.float32(0)), self.constant("six", np.float32(6))], output)
        return self.emit(op, [x], output)

    def to_channels(self, x: str) -> str:
        return self.emit("Transpose", [self.tensor(x)], self.fresh(x + "/nchw"), perm=[0, 3, 1, 2])

    def fresh(self, name: str) -> str:
        self.count = getattr(self, "count", 0) + 1
        return f"{name}_{self.count}"

    def pool(self, node: dict) -> None:
        attributes = node["attr"]
        ints = lambda key: [int(i) for i in attributes[key]["list"]["i"]][1:3]
        pad = {"auto_pad": "SAME_UPPER"} if text(attributes["padding"]) == "SAME" else {}
        op = "MaxPool" if node["op"] == "MaxPool" else "AveragePool"
        y = self.emit(op, [self.to_channels(node["input"][0])], node["name"] + "/nchw", kernel_shape=ints("ksize"), strides=ints("strides"), **pad)
        self.emit("Transpose", [y], node["name"], perm=[0, 2, 3, 1])

    def resize(self, node: dict) -> None:
        size = self.weight(node["input"][1]).astype(np.int64)
        x = self.to_channels(node["input"][0])
        shape = self.emit("Shape", [x], self.fresh("shape"), end=2)
        sizes = self.emit("Concat", [shape, self.constant(self.fresh("size"), size)], self.fresh("sizes"), axis=0)
        flag = lambda key: node["attr"].get(key, {}).get("b", False)
        mode = "half_pixel" if flag("half_pixel_centers") else "align_corners" if flag("align_corners") else "asymmetric"
        y = self.emit("Resize", [x, "", "", sizes], node["name"] + "/nchw", mode="linear", coordinate_transformation_mode=mode)
        self.emit("Transpose", [y], node["name"], perm=[0, 2, 3, 1])

    def transposed(self, node: dict) -> None:
        kernel = node["input"][1]
        w = self.weight(kernel).transpose(3, 2, 0, 1)  # [h, w, out, in] -> [in, out, h, w]
        strides = [int(i) for i in node["attr"]["strides"]["list"]["i"]][1:3]
        inputs = [self.to_channels(node["input"][2]), self.constant(kernel + "/iohw", np.ascontiguousarray(w))]
        y = self.emit("ConvTranspose", inputs, node["name"] + "/nchw", strides=strides, auto_pad="SAME_UPPER")
        self.emit("Transpose", [y], node["name"], perm=[0, 2, 3, 1])

    def add(self, node: dict) -> None:
        op, name, inputs, attributes = node["op"], node["name"], node.get("input", []), node.get("attr", {})
        if op in ("Const", "Placeholder"):
            return
        if op == "SparseToDense":  # of constants only: an index table
            where, shape, values, default = (self.weight(i) for i in inputs)
            dense = np.full(shape, default)
            dense[tuple(where.T) if where.ndim == 2 else where] = values
            self.weights[name] = dense.astype(np.int32)
        elif op in ("Conv2D", "_FusedConv2D", "DepthwiseConv2dNative", "FusedDepthwiseConv2dNative"):
            self.convolution(node)
        elif op in ("MaxPool", "AvgPool"):
            self.pool(node)
        elif op == "ResizeBilinear":
            self.resize(node)
        elif op == "Conv2DBackpropInput":
            self.transposed(node)
        elif op in ("Pad", "PadV2"):
            pads = self.weight(inputs[1]).astype(np.int64).T.reshape(-1)
            value = [self.tensor(inputs[2])] if op == "PadV2" else []
            self.emit("Pad", [self.tensor(inputs[0]), self.constant(name + "/pads", pads), *value], name)
        elif op in ("Add", "AddV2", "Mul", "Sub"):
            if all(i in self.weights for i in inputs):
                one, other = (self.weight(i) for i in inputs)
                self.weights[name] = one + other if op[0] == "A" else one * other if op == "Mul" else one - other
            else:
                self.emit(op.replace("V2", ""), [self.tensor(i) for i in inputs], name)
        elif op == "AddN":
            self.emit("Sum", [self.tensor(i) for i in inputs], name)
        elif op in ("Relu", "Relu6", "Sigmoid"):
            self.activation(op, self.tensor(inputs[0]), name)
        elif op == "LeakyRelu":
            self.emit(op, [self.tensor(inputs[0])], name, alpha=float(attributes["alpha"]["f"]))
        elif op == "ConcatV2":
            self.emit("Concat", [self.tensor(i) for i in inputs[:-1]], name, axis=int(self.weight(inputs[-1])))
        elif op == "SplitV":
            sizes = self.weight(inputs[1]).astype(np.int64)
            outputs = [name if i == 0 else f"{name}:{i}" for i in range(len(sizes))]
            axis = int(self.weight(inputs[2]))
            self.nodes.append(helper.make_node("Split", [self.tensor(inputs[0]), self.constant(name + "/sizes", sizes)], outputs, axis=axis))
        elif op == "Transpose":
            self.emit(op, [self.tensor(inputs[0])], name, perm=[int(i) for i in self.weight(inputs[1])])
        elif op == "Reshape":
            shape = self.constant(name + "/shape", self.weight(inputs[1]).astype(np.int64))
            self.emit(op, [self.tensor(inputs[0]), shape], name)
        elif op == "Identity":
            self.emit(op, [self.tensor(inputs[0])], name)
        else:
            raise SystemExit(f"{op} ({name}) is not converted")


def ordered(nodes: list) -> list:
    """Inputs before what needs them."""
    by, done, result = {node["name"]: node for node in nodes}, set(), []

    def visit(name: str) -> None:
        name = name.split(":")[0].lstrip("^")
        if name in done:
            return
        done.add(name)
        for one in by[name].get("input", []):
            visit(one)
        result.append(by[name])

    for node in nodes:
        visit(node["name"])
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--notice", default="")
    args = parser.parse_args()
    spec = json.loads(args.model.read_text())
    converter = Converter(read_weights(args.model, spec["weightsManifest"]))
    nodes = ordered(spec["modelTopology"]["node"])
    for node in nodes:
        converter.add(node)
    signature = spec.get("signature") or spec["userDefinedMetadata"]["signature"]
    place = next(node for node in nodes if node["op"] == "Placeholder")
    shape = [int(d["size"]) for d in place["attr"]["shape"]["shape"]["dim"]]
    inputs = [helper.make_tensor_value_info(place["name"], TensorProto.FLOAT, [max(1, s) for s in shape])]
    outputs = []
    for entry in signature["outputs"].values():
        dims = [max(1, int(d["size"])) for d in entry["tensorShape"]["dim"]]
        outputs.append(helper.make_tensor_value_info(entry["name"].split(":")[0], TensorProto.FLOAT, dims))
    graph = helper.make_graph(converter.nodes, args.model.stem, inputs, outputs, converter.initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9, doc_string=args.notice)
    onnx.checker.check_model(model)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, args.out)
    print(f"{args.out}: {args.out.stat().st_size} bytes, in {[(i.name, [d.dim_value for d in i.type.tensor_type.shape.dim]) for i in inputs]}, out {[o.name for o in outputs]}")


if __name__ == "__main__":
    main()
