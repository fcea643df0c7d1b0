"""The smallest application that has a broker and a result backend."""

import os

from celery import Celery

app = Celery('obra', broker=os.environ['OBRA_BROKER'], backend=os.environ.get('OBRA_BACKEND'))
