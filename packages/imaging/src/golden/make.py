"""Reference values for resize, SSIM, PSNR, Lab and Oklab: python make.py > reference.json (needs numpy, pillow, scikit-image)."""

import json
import sys

import numpy as np
from PIL import Image
from skimage.color import rgb2lab, deltaE_ciede2000
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

rng = np.random.default_rng(7)
height, width = 18, 24
y, x = np.mgrid[0:height, 0:width]
one = np.stack([255 * x / width, 255 * y / height, 127 + 120 * np.sin((x + 2 * y) / 3)], -1).round().astype(np.uint8)
other = np.clip(one + rng.normal(0, 12, one.shape), 0, 255).round().astype(np.uint8)


def to_linear(v):
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def to_srgb(v):
    v = np.clip(v, 0, 1)
    return np.where(v <= 0.0031308, v * 12.92, 1.055 * v ** (1 / 2.4) - 0.055)


def resize(image, w, h):
    """Pillow's Lanczos on float planes of linear light."""
    planes = [np.asarray(Image.fromarray(p.astype(np.float32)).resize((w, h), Image.LANCZOS)) for p in np.moveaxis(to_linear(image / 255), -1, 0)]
    return (to_srgb(np.stack(planes, -1)) * 255).round().astype(int)


def luma(image):
    return image @ np.array([0.299, 0.587, 0.114])


# skimage crops the border of (window - 1) / 2 = 5 itself and means over the rest.
ssim = structural_similarity(luma(one), luma(other), gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255)
lab = rgb2lab(one[:2, :5])
json.dump(
    {
        "command": "python make.py > reference.json",
        "width": width,
        "height": height,
        "one": one.reshape(-1).tolist(),
        "other": other.reshape(-1).tolist(),
        "psnr": peak_signal_noise_ratio(one, other, data_range=255),
        "ssim": ssim,
        "meanDeltaE2000": float(deltaE_ciede2000(rgb2lab(one), rgb2lab(other)).mean()),
        "lab": lab.reshape(-1, 3).tolist(),
        "resized": [{"width": w, "height": h, "rgb": resize(one, w, h).reshape(-1).tolist()} for w, h in [(37, 11), (9, 40), (10, 7), (48, 36)]],
    },
    sys.stdout,
)
