"""A full-size Stable Diffusion 1.5 UNet (860 M parameters) with random weights, for benchmarks: PyTorch module and ONNX export.

The architecture of arXiv 2112.10752 as CompVis and diffusers build it: 320-640-1280-1280 channels, two residual blocks a level, spatial
transformers with eight heads and 768-wide context in all but the lowest level.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn


class Residual(nn.Module):
    def __init__(self, inside, outside):
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(32, inside, 1e-5), nn.Conv2d(inside, outside, 3, padding=1)
        self.time = nn.Linear(1280, outside)
        self.norm2, self.conv2 = nn.GroupNorm(32, outside, 1e-5), nn.Conv2d(outside, outside, 3, padding=1)
        self.shortcut = nn.Conv2d(inside, outside, 1) if inside != outside else nn.Identity()

    def forward(self, x, time):
        h = self.conv1(F.silu(self.norm1(x))) + self.time(F.silu(time))[:, :, None, None]
        return self.shortcut(x) + self.conv2(F.silu(self.norm2(h)))


class Attention(nn.Module):
    def __init__(self, width, context):
        super().__init__()
        self.q, self.k, self.v = nn.Linear(width, width, bias=False), nn.Linear(context, width, bias=False), nn.Linear(context, width, bias=False)
        self.out = nn.Linear(width, width)

    def forward(self, x, context):
        b, n, d = x.shape
        q, k, v = (layer(t).view(b, -1, 8, d // 8).transpose(1, 2) for layer, t in ((self.q, x), (self.k, context), (self.v, context)))
        return self.out(F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, n, d))


class Transformer(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm, self.into, self.back = nn.GroupNorm(32, width, 1e-6), nn.Conv2d(width, width, 1), nn.Conv2d(width, width, 1)
        self.norm1, self.norm2, self.norm3 = nn.LayerNorm(width), nn.LayerNorm(width), nn.LayerNorm(width)
        self.own, self.cross = Attention(width, width), Attention(width, 768)
        self.gate, self.down = nn.Linear(width, 8 * width), nn.Linear(4 * width, width)

    def forward(self, x, context):
        b, c, h, w = x.shape
        y = self.into(self.norm(x)).flatten(2).transpose(1, 2)
        n = self.norm1(y)
        y = y + self.own(n, n)
        y = y + self.cross(self.norm2(y), context)
        value, gate = self.gate(self.norm3(y)).chunk(2, -1)
        y = y + self.down(value * F.gelu(gate))
        return x + self.back(y.transpose(1, 2).reshape(b, c, h, w))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        widths = [320, 640, 1280, 1280]
        self.time = nn.Sequential(nn.Linear(320, 1280), nn.SiLU(), nn.Linear(1280, 1280))
        self.conv_in = nn.Conv2d(4, 320, 3, padding=1)
        self.down, skips, at = nn.ModuleList(), [320], 320
        for level, width in enumerate(widths):
            for _ in range(2):
                self.down.append(nn.ModuleList([Residual(at, width), Transformer(width) if level < 3 else nn.Identity()]))
                at = width
                skips.append(at)
            if level < 3:
                self.down.append(nn.ModuleList([nn.Conv2d(at, at, 3, stride=2, padding=1)]))
                skips.append(at)
        self.middle = nn.ModuleList([Residual(at, at), Transformer(at), Residual(at, at)])
        self.up = nn.ModuleList()
        for level, width in reversed(list(enumerate(widths))):
            for n in range(3):
                self.up.append(nn.ModuleList([Residual(at + skips.pop(), width), Transformer(width) if level < 3 else nn.Identity(),
                                              nn.Conv2d(width, width, 3, padding=1) if n == 2 and level else nn.Identity()]))
                at = width
        self.norm, self.conv_out = nn.GroupNorm(32, 320, 1e-5), nn.Conv2d(320, 4, 3, padding=1)

    def forward(self, sample, timestep, encoder_hidden_states):
        steps = torch.exp(torch.arange(160, device=sample.device) * (-math.log(10000) / 160))
        angle = timestep.reshape(1, 1) * steps
        time = self.time(torch.cat([angle.cos(), angle.sin()], -1))
        x = self.conv_in(sample)
        skips = [x]
        for layers in self.down:
            if len(layers) == 1:
                x = layers[0](x)
            else:
                x = layers[0](x, time)
                x = x if isinstance(layers[1], nn.Identity) else layers[1](x, encoder_hidden_states)
            skips.append(x)
        x = self.middle[2](self.middle[1](self.middle[0](x, time), encoder_hidden_states), time)
        for residual, transformer, larger in self.up:
            x = residual(torch.cat([x, skips.pop()], 1), time)
            x = x if isinstance(transformer, nn.Identity) else transformer(x, encoder_hidden_states)
            if not isinstance(larger, nn.Identity):
                x = larger(F.interpolate(x, scale_factor=2.0, mode="nearest"))
        return self.conv_out(F.silu(self.norm(x)))
