"""The reverse process, for checks during training: Euler on the flow, from noise to scene latents."""
import torch

from latents import TOKENS, WIDTH


@torch.no_grad()
def sample(text_encoder, composer, ids, features, mask, empty, steps=12, guidance=2.0, seed=0, source=None, hold=None):
    """Latents [B, 9, WIDTH]. `empty` is (ids [1, 1], features [1, 1, F]) of no wording; guidance rests in the last fifth."""
    count = ids.shape[0]
    x = torch.randn((count, TOKENS, WIDTH), generator=torch.Generator().manual_seed(seed)).to(ids.device)
    source = torch.zeros_like(x) if source is None else source
    hold = torch.zeros_like(x) if hold is None else hold
    text = text_encoder(ids, features, mask)
    no_features = empty[1].expand(count, -1, -1)
    no_text = text_encoder(empty[0].expand(count, -1), no_features)
    levels = torch.linspace(1, 0, steps + 1).tolist()
    for sigma, following in zip(levels[:-1], levels[1:]):
        level = torch.full((count,), sigma, device=ids.device)
        velocity = composer(x, level, source, hold, text, features, mask)
        if guidance > 1 and sigma > 0.2:
            unconditional = composer(x, level, source, hold, no_text, no_features)
            velocity = unconditional + guidance * (velocity - unconditional)
        x = x + (following - sigma) * velocity
    return x * (1 - hold) + source * hold
