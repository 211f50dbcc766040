"""Makes files/ from the released fonts: the characters that lettering needs, without hints, as WOFF.

    apt-get download fonts-noto-core fonts-droid-fallback fonts-nanum && dpkg-deb -x each into DEBIAN
    npm install @fontsource/caveat @fontsource/jetbrains-mono @fontsource/noto-emoji @fontsource/oswald in NPM
    python3 make.py DEBIAN NPM        (needs fonttools)
"""

import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

debian, npm = Path(sys.argv[1]), Path(sys.argv[2])
out = Path(__file__).parent / 'files'
noto = debian / 'usr/share/fonts/truetype/noto'

EUROPE = [(0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F),
          (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20C0), (0x2100, 0x218F), (0x2190, 0x2199),
          (0x2200, 0x22FF), (0x25CC, 0x25CC), (0xFB00, 0xFB06)]
SYMBOLS = [(0x2190, 0x21FF), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2700, 0x27BF), (0x2B00, 0x2BFF)]


def make(source, name, ranges=None):
    options = subset.Options(flavor='woff', hinting=False, layout_features=['*'], notdef_outline=True, name_IDs=[0, 1, 2, 5, 13, 14])
    options.drop_tables += ['DSIG', 'MATH', 'meta']
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    unicodes = [c for low, high in ranges for c in range(low, high + 1)] if ranges else list(font.getBestCmap())
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    subset.save_font(font, str(out / f'{name}.woff'), options)


shutil.rmtree(out, ignore_errors=True)
out.mkdir()
for weight, style in ((400, 'Regular'), (700, 'Bold')):
    make(noto / f'NotoSans-{style}.ttf', f'noto-sans-{weight}', EUROPE)
    make(noto / f'NotoSerif-{style}.ttf', f'noto-serif-{weight}', EUROPE)
    for script in ('Arabic', 'Armenian', 'Bengali', 'Devanagari', 'Georgian', 'Hebrew', 'Tamil', 'Thai'):
        make(noto / f'NotoSans{script}-{style}.ttf', f'noto-sans-{script.lower()}-{weight}')
make(noto / 'NotoSansSymbols2-Regular.ttf', 'noto-sans-symbols-400', SYMBOLS)
make(debian / 'usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf', 'droid-sans-fallback-400')
# Its name is reserved, so it is packed and not changed.
for weight, style in ((400, 'R'), (700, 'B')):
    font = TTFont(debian / f'usr/share/fonts/truetype/nanum/NanumSquare{style}.ttf', recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = 'woff'
    font.save(out / f'nanum-square-{weight}.woff')
for family, weights in (('caveat', (400, 700)), ('jetbrains-mono', (400, 700)), ('oswald', (700,))):
    for weight in weights:
        for file in sorted((npm / f'node_modules/@fontsource/{family}/files').glob(f'{family}-*-{weight}-normal.woff')):
            shutil.copy(file, out)
shutil.copy(npm / 'node_modules/@fontsource/noto-emoji/files/noto-emoji-emoji-700-normal.woff', out)
