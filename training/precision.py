"""Where bfloat16 pays: a processor without instructions for it computes with it seven times slower than with float32."""
import torch


def has_bfloat16(device: str = "cpu") -> bool:
    return device != "cpu" or torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
