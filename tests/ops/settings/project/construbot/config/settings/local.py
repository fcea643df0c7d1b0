from .production import *  # noqa: F401,F403 (that is how settings build upon others)
