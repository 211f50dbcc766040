"""The vocabularies of a scene, read from packages/core/src/scene.ts, so that there is one list only."""
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
_SOURCE = (ROOT / "packages/core/src/scene.ts").read_text()


def _names(constant: str) -> list[str]:
    body = re.search(rf"export const {constant} = \[(.*?)\] as const", _SOURCE, re.S)
    if body is None:
        raise SystemExit(f"packages/core/src/scene.ts has no list {constant}")
    return re.findall(r"'([^']+)'", body.group(1))


LANDS = _names("LANDS")
WATERS = _names("WATERS")
COVERS = _names("COVERS")
SEASONS = _names("SEASONS")
TIMES = _names("TIMES")
WEATHERS = _names("WEATHERS")
MOONS = _names("MOONS")
STYLES = _names("STYLES")
VIEWPOINTS = _names("VIEWPOINTS")
LIGHTS = _names("LIGHTS")
GRADES = _names("GRADES")
COLORS = _names("COLORS")
MATERIALS = _names("MATERIALS")
STATES = _names("STATES")
SUPPORTS = _names("SUPPORTS")
MAX_THINGS = 8
MAX_COUNT = 12

WORLD_FIELDS = {
    "land": LANDS, "water": WATERS, "cover": COVERS, "season": SEASONS, "time": TIMES, "weather": WEATHERS,
    "moon": MOONS, "style": STYLES, "viewpoint": VIEWPOINTS, "light": LIGHTS, "grade": GRADES, "backdrop": COLORS,
}
WORLD_FLAGS = ["sun", "rainbow", "aurora", "lightning"]
WORLD_NUMBERS = ["horizon", "relief", "sunX", "sunY", "clouds", "haze", "drama", "shore", "intensity", "focus"]
THING_FIELDS = {
    "color": COLORS, "material": MATERIALS, "state": STATES, "variant": ["0", "1", "2", "3"],
    "count": [str(n) for n in range(1, MAX_COUNT + 1)], "support": SUPPORTS,
    "parent": ["none"] + [str(i) for i in range(MAX_THINGS)],
}
THING_NUMBERS = ["x", "y", "height"]

INDOOR = {"living room", "bedroom", "kitchen", "room", "library", "stage", "table", "studio"}


def catalog() -> list[dict]:
    return json.loads((ROOT / "models/plantain-tiny/renderer/catalog.json").read_text())
