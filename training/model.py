"""The embedded model's two networks: a text encoder over units, and the composer, a diffusion transformer over scene latents.

units    words and phrases of the prompt, as ids and fixed features (features.py): word vector, thing code, what it may mean
composer [B, 9, WIDTH] noisy scene latents -> the velocity noise - clean (flow matching, arXiv 2210.02747), conditioned on the
         noise level by adaLN-single (PixArt-alpha, arXiv 2310.00426), on the text by cross-attention in every block, and on a source
         scene by channels: `source` where `hold` is 1 is given and kept, the rest is made. hold = 0 everywhere is text to scene.
pointers Each output token may point at units of the text and copy what they mean (pointer networks, arXiv 1506.03134). So a thing
         that was never seen in training can still be drawn: its code is copied, not recalled.
"""
import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from latents import HOT, THING, TOKENS, WIDTH, WORLD
from vocabulary import WORLD_FIELDS


@dataclass
class Config:
    vocabulary: int          # learned unit ids
    features: int            # width of a unit's fixed features
    width: int = 192
    heads: int = 6
    text_layers: int = 4
    layers: int = 6
    max_units: int = 64
    thing_flag: int = 82     # place in the features of "is a thing"


ORDERS = 12
SPREAD = 0.25  # variance of a typical place of the latents; what the skip below assumes


def norm(x: torch.Tensor) -> torch.Tensor:
    return F.layer_norm(x, x.shape[-1:])


class Attention(nn.Module):
    """Plain matrix products: on a CPU faster, in the backward pass above all, than the fused kernel at these lengths."""

    def __init__(self, width: int, heads: int, context: int | None = None):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width, bias=False)
        self.key_value = nn.Linear(context or width, 2 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)

    def forward(self, x, context=None, mask=None):
        b, n, d = x.shape
        source = x if context is None else context
        m = source.shape[1]
        q = self.query(x).view(b, n, self.heads, -1).transpose(1, 2)
        k, v = self.key_value(source).view(b, m, 2, self.heads, -1).permute(2, 0, 3, 1, 4)
        q = q / (q.square().mean(-1, keepdim=True) + 1e-6).sqrt()  # qk RMS-norm keeps logits sane in bfloat16
        k = k / (k.square().mean(-1, keepdim=True) + 1e-6).sqrt()
        logits = (q @ k.transpose(-1, -2)) / math.sqrt(q.shape[-1]) * 2.0
        if mask is not None:
            logits = logits + mask[:, None, None, :]
        return self.out((logits.softmax(-1) @ v).transpose(1, 2).reshape(b, n, d))


class Mlp(nn.Sequential):
    def __init__(self, width: int):
        super().__init__(nn.Linear(width, 3 * width), nn.GELU(approximate="tanh"), nn.Linear(3 * width, width))


class TextEncoder(nn.Module):
    """ids [B, T] int64, features [B, T, F] -> [B, T, width]."""

    def __init__(self, c: Config):
        super().__init__()
        self.embed = nn.Embedding(c.vocabulary, c.width)
        nn.init.normal_(self.embed.weight, std=0.3)
        self.lift = nn.Linear(c.features, c.width)
        self.place = nn.Parameter(torch.randn(c.max_units, c.width) * 0.1)
        self.thing_flag = c.thing_flag
        self.order = nn.Embedding(ORDERS, c.width)
        nn.init.normal_(self.order.weight, std=0.3)
        self.blocks = nn.ModuleList(nn.ModuleList([Attention(c.width, c.heads), Mlp(c.width)]) for _ in range(c.text_layers))

    def forward(self, ids, features, mask=None):
        x = self.embed(ids) + self.lift(features) + self.place[: ids.shape[1]]
        # The how-manieth thing of the wording a unit is: things take their slots in that order.
        flag = features[..., self.thing_flag]
        x = x + self.order(flag.cumsum(1).clamp(max=ORDERS - 1).long()) * flag[..., None]
        for attention, mlp in self.blocks:
            x = x + attention(norm(x), mask=mask)
            x = x + mlp(norm(x))
        return norm(x)


class Block(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        self.self_attention = Attention(c.width, c.heads)
        self.cross_attention = Attention(c.width, c.heads)
        self.mlp = Mlp(c.width)
        self.shift = nn.Parameter(torch.zeros(6, c.width))

    def forward(self, x, level, text, mask):
        s1, g1, a1, s2, g2, a2 = (level + self.shift).unbind(1)
        x = x + (1 + a1[:, None]) * self.self_attention(norm(x) * (1 + g1[:, None]) + s1[:, None])
        x = x + self.cross_attention(norm(x), text, mask)
        return x + (1 + a2[:, None]) * self.mlp(norm(x) * (1 + g2[:, None]) + s2[:, None])


class Composer(nn.Module):
    """latents, source, hold [B, 9, WIDTH], sigma [B], text [B, T, width], features [B, T, F] -> velocity [B, 9, WIDTH]."""

    def __init__(self, c: Config, copies: list[tuple], world_copies: list[tuple]):
        super().__init__()
        self.c = c
        # The same for the world token, where a field is said anywhere in the wording: (start, start in the features, size).
        self.world_copies = world_copies
        self.said = nn.Linear(sum(size for _, _, size in world_copies), c.width)
        self.world_gate = nn.Linear(c.width, len(world_copies))
        # (start in the thing token, start in the features, size, scale) of what a pointer may copy as it stands.
        self.copies = copies
        self.world_in = nn.Linear(3 * WIDTH, c.width)
        self.thing_in = nn.Linear(3 * WIDTH, c.width)
        self.slot = nn.Parameter(torch.randn(TOKENS, c.width) * 0.3)
        self.level = nn.Sequential(nn.Linear(128, c.width), nn.SiLU(), nn.Linear(c.width, c.width))
        self.modulate = nn.Linear(c.width, 6 * c.width)
        self.pool = nn.Linear(c.width, c.width)
        self.blocks = nn.ModuleList(Block(c) for _ in range(c.layers))
        self.world_out = nn.Linear(c.width, WIDTH)
        self.thing_out = nn.Linear(c.width, WIDTH)
        self.pointer_query = nn.Linear(c.width, len(copies) * 64, bias=False)
        self.pointer_key = nn.Linear(c.width, len(copies) * 64, bias=False)
        self.pointer_gate = nn.Linear(c.width, len(copies))
        for layer in (self.world_out, self.thing_out, self.modulate):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, latents, sigma, source, hold, text, features, mask=None):
        return (latents - self.clean(latents, sigma, source, hold, text, features, mask)) / sigma.clamp(min=1e-3)[:, None, None]

    def clean(self, latents, sigma, source, hold, text, features, mask=None):
        """The estimate of the clean latents. Trained as such: at small sizes it learns faster than the velocity."""
        b = latents.shape[0]
        x = torch.cat([latents * (1 - hold) + source * hold, source * hold, hold], -1)
        kept = features if mask is None else features * (mask == 0)[..., None]
        said = [kept[..., feature : feature + size].amax(1, keepdim=True) for _, feature, size in self.world_copies]
        world = self.world_in(x[:, :1]) + self.said(torch.cat(said, -1))
        x = torch.cat([world, self.thing_in(x[:, 1:])], 1) + self.slot
        steps = torch.exp(torch.arange(64, device=latents.device) * (-math.log(1000.0) / 63)) * 1000
        angle = sigma[:, None] * steps
        pooled = text.mean(1) if mask is None else (text * (mask == 0)[..., None]).sum(1) / (mask == 0).sum(1, keepdim=True)
        level = F.silu(self.level(torch.cat([angle.sin(), angle.cos()], -1)) + self.pool(pooled))
        modulation = self.modulate(level).view(b, 6, -1)
        for block in self.blocks:
            x = block(x, modulation, text, mask)
        x = norm(x)
        things = x[:, 1:]
        out = torch.cat([self.world_out(x[:, :1]), self.thing_out(things)], 1)
        # What the noisy latents alone tell (as in EDM, arXiv 2206.00364): at little noise nearly all.
        signal = (1 - sigma) * SPREAD / ((1 - sigma) ** 2 * SPREAD + sigma**2)
        out = out + signal[:, None, None] * latents
        world_gate = torch.sigmoid(self.world_gate(x[:, :1]))
        world_parts, at = [], 0
        for n, (start, _, size) in enumerate(self.world_copies):
            g = world_gate[..., n : n + 1]
            world_parts += [out[:, :1, at:start], g * said[n] * HOT + (1 - g) * out[:, :1, start : start + size]]
            at = start + size
        world_parts.append(out[:, :1, at:])
        q = self.pointer_query(things).view(b, TOKENS - 1, len(self.copies), 64).permute(0, 2, 1, 3)
        k = self.pointer_key(text).view(b, -1, len(self.copies), 64).permute(0, 2, 3, 1)
        logits = (q @ k) / 8.0
        if mask is not None:
            logits = logits + mask[:, None, None, :]
        weights = logits.softmax(-1)  # [B, copies, things, T]
        gate = torch.sigmoid(self.pointer_gate(things))
        parts, at = [], 0
        for n, (start, feature, size, scale) in enumerate(self.copies):
            copied = weights[:, n] @ features[..., feature : feature + size] * scale
            g = gate[..., n : n + 1]
            parts += [out[:, 1:, at:start], g * copied + (1 - g) * out[:, 1:, start : start + size]]
            at = start + size
        parts.append(out[:, 1:, at:])
        return torch.cat([torch.cat(world_parts, -1), torch.cat(parts, -1)], 1)


def copies(layout: dict) -> list[tuple[int, int, int, float]]:
    """What pointers copy, in the order of the thing token, from the feature layout of features.json."""
    found = [(THING["code"].start, layout["code"]["start"], layout["code"]["size"], 1.0)]
    for field in ("color", "material", "state", "count"):
        place = layout[field]
        found.append((THING[field].start, place["start"], place["size"], HOT))
    return found


def world_copies(layout: dict) -> list[tuple[int, int, int]]:
    """Fields of the world that may be copied as they are said, in the order of the world token."""
    return [(WORLD[field].start, layout[field]["start"], layout[field]["size"]) for field in WORLD_FIELDS if field in layout]
