"""Takes out of an ONNX file what the exporter writes into it besides the network: stack traces with the paths of whose machine it was."""
import pathlib

import onnx


def strip(file: pathlib.Path) -> None:
    model = onnx.load(str(file))
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer, *model.functions,
                 *(node for function in model.functions for node in function.node)):
        if "metadata_props" in part.DESCRIPTOR.fields_by_name:
            part.ClearField("metadata_props")
        if "doc_string" in part.DESCRIPTOR.fields_by_name:
            part.ClearField("doc_string")
    onnx.save(model, str(file))
