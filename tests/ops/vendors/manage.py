"""A `manage.py shell` of an application with Sentry's own SDK; its DSN is the first argument."""

import sys

import sentry_sdk

sentry_sdk.init(sys.argv[1])
exec(sys.stdin.read(), {})
