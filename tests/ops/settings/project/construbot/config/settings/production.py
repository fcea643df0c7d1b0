"""Settings of a deployment without a fault; CHANGED holds those that a test sets otherwise, as JSON."""

import json
import os

import sentry_sdk

SECRET_KEY = os.environ['PROJECT_KEY']
ALLOWED_HOSTS = ['127.0.0.1']
INSTALLED_APPS = [
    'django.contrib.auth',
    'django.contrib.contenttypes',
    'django.contrib.sessions',
    'django.contrib.staticfiles',
    'obra.apps.ObraConfig',
]
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
ROOT_URLCONF = 'obra.urls'
# The texts of models are translated, which must count as no change of theirs.
LANGUAGE_CODE = 'es-mx'
DEFAULT_AUTO_FIELD = 'django.db.models.AutoField'
DATABASES = {
    'default': {
        'ENGINE': 'django.db.backends.postgresql',
        'HOST': '127.0.0.1',
        'PORT': os.environ['PROJECT_DATABASE_PORT'],
        'NAME': 'postgres',
        'USER': 'construbot',
        'PASSWORD': os.environ['PROJECT_DATABASE_PASSWORD'],
        'CONN_MAX_AGE': 60,
    }
}
STATIC_URL = '/static/'
STATIC_ROOT = os.environ['PROJECT_STATIC_ROOT']
STATICFILES_STORAGE = 'django.contrib.staticfiles.storage.ManifestStaticFilesStorage'
EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_SSL_REDIRECT = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CELERY_BEAT_SCHEDULE = {'tidy': {'task': 'obra.tidy', 'schedule': 3600}}
LOGGING = {
    'version': 1,
    'disable_existing_loggers': False,
    'handlers': {'console': {'class': 'logging.StreamHandler'}},
    'root': {'level': 'INFO', 'handlers': ['console']},
}
SENTRY = {'dsn': 'http://key@127.0.0.1:1/1'}

globals().update(json.loads(os.environ.get('CHANGED', '{}')))

sentry_sdk.init(**SENTRY)
