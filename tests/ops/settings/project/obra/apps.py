from celery import Celery
from django.apps import AppConfig

celery = Celery('obra')
celery.config_from_object('django.conf:settings', namespace='CELERY')


@celery.task(name='obra.tidy')
def tidy():
    pass


class ObraConfig(AppConfig):
    name = 'obra'
