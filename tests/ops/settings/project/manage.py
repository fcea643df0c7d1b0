import os
import sys

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'construbot.config.settings.production')

from django.core.management import execute_from_command_line  # noqa: E402 (after the variable)

execute_from_command_line(sys.argv)
