"""As `manage.py shell` does without a terminal: runs what comes by standard input."""

import sys

import obra  # noqa: F401 -- sets the current application, as that of Construbot does

exec(sys.stdin.read(), {})
