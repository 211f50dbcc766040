"""The reverse process, for checks during training: Euler on the flow, from noise to scene latents."""
import torch

from latents import THING, TOKENS, WIDTH, WORLD
from vocabulary import THING_NUMBERS, WORLD_NUMBERS

# Guidance acts on what a scene holds, not on where: guided numbers crowd around their mean. As in families/plantain/guidance.ts.
GUIDED = torch.ones(TOKENS, WIDTH)
for _name in WORLD_NUMBERS:
    GUIDED[0, WORLD[_name]] = 0
for _name in THING_NUMBERS:
    GUIDED[1:, THING[_name]] = 0
GUIDED_DOWN_TO = 0.2


@torch.no_grad()
def sample(text_encoder, composer, ids, features, mask, empty, steps=12, guidance=2.0, seed=0, source=None, hold=None, noise=None):
    """Latents [B, 9, WIDTH]. `empty` is (ids [1, 1], features [1, 1, F]) of no wording; guidance rests in the last fifth."""
    count = ids.shape[0]
    x = torch.randn((count, TOKENS, WIDTH), generator=torch.Generator().manual_seed(seed)) if noise is None else noise
    x = x.to(ids.device)
    source = torch.zeros_like(x) if source is None else source
    hold = torch.zeros_like(x) if hold is None else hold
    text = text_encoder(ids, features, mask)
    no_features = empty[1].expand(count, -1, -1)
    no_text = text_encoder(empty[0].expand(count, -1), no_features)
    levels = [*torch.linspace(1, 0.001, steps, dtype=torch.float64).tolist(), 0.0]  # FlowMatchEulerDiscreteScheduler, shift 1
    for sigma, following in zip(levels[:-1], levels[1:]):
        level = torch.full((count,), sigma, device=ids.device)
        velocity = composer(x, level, source, hold, text, features, mask)
        if guidance > 1 and sigma > GUIDED_DOWN_TO:
            unconditional = composer(x, level, source, hold, no_text, no_features)
            velocity = torch.where(GUIDED.to(x.device) > 0, unconditional + guidance * (velocity - unconditional), velocity)
        x = x + (following - sigma) * velocity
    return x * (1 - hold) + source * hold
