import os

from django.db import models


class Contrato(models.Model):
    name = models.CharField(max_length=80)
    if 'PROJECT_IS_AHEAD' in os.environ:
        note = models.CharField(max_length=80, default='')
