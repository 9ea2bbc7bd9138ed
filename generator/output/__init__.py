"""The build folder and the site: writes what changed, removes what is not wanted, replaces the site once finished."""

from generator.output.engine import ENGINES, EngineError, build, served, swap
from generator.output.folder import cache, write

__all__ = ["ENGINES", "EngineError", "build", "cache", "served", "swap", "write"]
