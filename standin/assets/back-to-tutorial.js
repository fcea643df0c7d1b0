// A new user ends the tutorial before anything else.
alert('Antes de seguir, termina el tutorial, por favor: presiona aceptar.');
window.location.replace('/proyectos/');
