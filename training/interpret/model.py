"""The interpreter's network: an encoder of tokens, a decoder that writes symbols or points at tokens.

word    -> features of the lexicon, a learned row for words seen in training, rows for its letter groups; summed
token   -> sum of its words, each scaled by its role, and its place
encoder -> pre-norm transformer over the tokens
decoder -> pre-norm transformer over what was written; its last state is compared with every symbol and with every token
"""
from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F

from text import GRAMS

ROLES = 5
PLACES = 160


@dataclass(frozen=True)
class Config:
    features: int
    words: int
    symbols: int
    width: int = 192
    heads: int = 6
    encoder_layers: int = 3
    decoder_layers: int = 2
    max_steps: int = 96

    def as_dict(self) -> dict:
        return asdict(self)


class Drop(nn.Module):
    """Dropout of whole features, the same ones at every place of an example: that is cheap to draw, and as good a regulariser."""

    def __init__(self, share: float):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training or self.share == 0:
            return x
        keep = 1 - self.share
        return x * (torch.rand(x.shape[0], 1, x.shape[-1]) < keep).to(x.dtype).div_(keep)


class Attention(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.out = (nn.Linear(width, width, bias=False) for _ in range(4))

    def split(self, x):
        b, t, d = x.shape
        return x.view(b, t, self.heads, d // self.heads).transpose(1, 2)

    def keys(self, x):
        return self.split(self.k(x)), self.split(self.v(x))

    def forward(self, x, keys, values, mask=None):
        q = self.split(self.q(x))
        scores = q @ keys.transpose(-2, -1) * (q.shape[-1] ** -0.5)
        if mask is not None:
            scores = scores + mask
        y = scores.softmax(-1) @ values
        b, h, t, e = y.shape
        return self.out(y.transpose(1, 2).reshape(b, t, h * e))


class Mlp(nn.Module):
    def __init__(self, width: int, dropout: float):
        super().__init__()
        self.up, self.down = nn.Linear(width, width * 3), nn.Linear(width * 3, width)
        self.drop = Drop(dropout)

    def forward(self, x):
        return self.down(self.drop(F.gelu(self.up(x), approximate="tanh")))


class EncoderBlock(nn.Module):
    def __init__(self, c: Config, dropout: float):
        super().__init__()
        self.norm1, self.attention = nn.LayerNorm(c.width), Attention(c.width, c.heads)
        self.norm2, self.mlp = nn.LayerNorm(c.width), Mlp(c.width, dropout)
        self.drop = Drop(dropout)

    def forward(self, x, mask):
        h = self.norm1(x)
        x = x + self.drop(self.attention(h, *self.attention.keys(h), mask))
        return x + self.drop(self.mlp(self.norm2(x)))


class DecoderBlock(nn.Module):
    def __init__(self, c: Config, dropout: float):
        super().__init__()
        self.norm1, self.attention = nn.LayerNorm(c.width), Attention(c.width, c.heads)
        self.norm2, self.cross = nn.LayerNorm(c.width), Attention(c.width, c.heads)
        self.norm3, self.mlp = nn.LayerNorm(c.width), Mlp(c.width, dropout)
        self.drop = Drop(dropout)

    def forward(self, x, past, source, causal, mask):
        """past: keys and values of what was written before, or None; gives x and all keys and values."""
        h = self.norm1(x)
        k, v = self.attention.keys(h)
        if past is not None:
            k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        x = x + self.drop(self.attention(h, k, v, causal))
        x = x + self.drop(self.cross(self.norm2(x), *source, mask))
        return x + self.drop(self.mlp(self.norm3(x))), (k, v)


class Interpreter(nn.Module):
    def __init__(self, c: Config, dropout: float = 0.1):
        super().__init__()
        self.c = c
        d = c.width
        self.features = nn.Linear(c.features, d, bias=False)
        self.learned = nn.Embedding(c.words, d, padding_idx=0)
        self.grams = nn.Embedding(GRAMS, d, padding_idx=0)
        self.roles = nn.Parameter(torch.ones(ROLES, d) + 0.3 * torch.randn(ROLES, d))
        self.places = nn.Embedding(PLACES, d)
        self.encoder = nn.ModuleList(EncoderBlock(c, dropout) for _ in range(c.encoder_layers))
        self.encoder_norm = nn.LayerNorm(d)
        self.symbols = nn.Embedding(c.symbols, d)
        self.written = nn.Embedding(c.max_steps, d)
        self.copied = nn.Linear(d, d, bias=False)
        self.decoder = nn.ModuleList(DecoderBlock(c, dropout) for _ in range(c.decoder_layers))
        self.decoder_norm = nn.LayerNorm(d)
        self.to_symbol, self.to_pointer = nn.Linear(d, d), nn.Linear(d, d)
        self.pointer_key = nn.Linear(d, d, bias=False)
        self.symbol_bias = nn.Parameter(torch.zeros(c.symbols))
        self.drop = Drop(dropout)
        for m in (self.learned, self.grams, self.places, self.symbols, self.written):
            nn.init.normal_(m.weight, std=0.05)
        nn.init.normal_(self.features.weight, std=0.05)
        with torch.no_grad():
            self.learned.weight[0] = 0
            self.grams.weight[0] = 0

    def words(self, features, ids, grams, counts):
        """[M, features], [M], [M, G], [M, 1] -> [M, width]; row 0 is padding and zero."""
        return self.features(features) + self.learned(ids) + self.grams(grams).sum(1) * counts

    def encode(self, words, token_words, token_roles, places, mask):
        """token_words, token_roles [B, T, W]; places [B, T]; mask [B, 1, 1, T] -> memory [B, T, width]."""
        if self.training or not torch.onnx.is_in_onnx_export():
            table = (words[:, None] * self.roles).flatten(0, 1)  # each word in each role
            index = token_words * ROLES + token_roles
            x = F.embedding_bag(index.flatten(0, 1), table, mode="sum").view(*index.shape[:2], -1)
        else:
            x = (words[token_words] * self.roles[token_roles]).sum(2)
        x = x + self.places(places)
        x = self.drop(x * (self.c.width ** 0.5) * 0.3)
        for block in self.encoder:
            x = block(x, mask)
        return self.encoder_norm(x)

    def sources(self, memory):
        """What the decoder looks up in the memory: keys and values of each layer, and the keys that pointers are compared with."""
        return [block.cross.keys(memory) for block in self.decoder], self.pointer_key(memory), self.copied(memory)

    def embed(self, symbol, pointer, copied, at):
        """What was written last: a symbol, or (pointer >= 0) a token."""
        index = pointer.clamp(min=0)[..., None].expand(-1, -1, copied.shape[-1])
        said = torch.where(pointer[..., None] >= 0, torch.gather(copied, 1, index), self.symbols(symbol))
        return said + self.written(at)

    def states(self, x, past, sources, causal, mask):
        kept = []
        for n, block in enumerate(self.decoder):
            x, kv = block(x, None if past is None else past[n], sources[n], causal, mask)
            kept.append(kv)
        return self.decoder_norm(x), kept

    def symbol_logits(self, h):
        return self.to_symbol(h) @ self.symbols.weight.T + self.symbol_bias

    def pointer_logits(self, h, pointer_keys):
        return self.to_pointer(h) @ pointer_keys.transpose(1, 2) * (self.c.width ** -0.5) * 2

    def decode(self, x, past, sources, pointer_keys, causal, mask):
        h, kept = self.states(x, past, sources, causal, mask)
        return self.symbol_logits(h), self.pointer_logits(h, pointer_keys), kept

    def read(self, b: dict):
        """States [B, S, width] of each step, given the right steps before it, and logits of the arrows [B, S, T]."""
        words = self.words(b["features"], b["ids"], b["grams"], b["counts"])
        memory = self.encode(words, b["token_words"], b["token_roles"], b["places"], b["mask"])
        sources, keys, copied = self.sources(memory)
        steps = b["symbol"].shape[1]
        causal = torch.full((steps, steps), -1e4).triu(1)
        x = self.drop(self.embed(b["symbol"], b["pointer"], copied, torch.arange(steps)[None]))
        h, _ = self.states(x, None, sources, causal, b["mask"])
        return h, self.pointer_logits(h, keys) + b["mask"][:, 0]

    def forward(self, b: dict):
        """-log of the joint probability of all that is right at a step, mean over the steps."""
        h, pointers = self.read(b)
        used = b["steps_mask"].flatten().nonzero()[:, 0]
        symbols = self.symbol_logits(h.flatten(0, 1)[used]).float()
        pointers = pointers.flatten(0, 1)[used].float()
        every = torch.logaddexp(symbols.logsumexp(-1), pointers.logsumexp(-1))
        good = torch.logaddexp(among(symbols, b["right_symbols"].flatten(0, 1)[used]), among(pointers, b["right_pointers"].flatten(0, 1)[used]))
        return (every - good).mean()


def among(logits, indices):
    """logsumexp over the given indices [N, K]; -1 is none."""
    found = torch.gather(logits, 1, indices.clamp(min=0))
    return found.masked_fill(indices < 0, -1e9).logsumexp(-1)
