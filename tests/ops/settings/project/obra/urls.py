from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path


def login(request):
    get_token(request)
    return HttpResponse('login')


urlpatterns = [path('accounts/login/', login)]
