import type { ItemDefinition } from '../item.ts';

/** Debug mode, secret key, accepted hosts, settings module. */
export const criticalSettings = [
  {
    id: 'CS-01',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out', 'shell'],
    line: { en: 'Debug mode is off.', es: 'El modo de depuración está apagado.' },
    proof: {
      en: "The 404, 403 (CSRF) and 400 (foreign host) pages, and a 500 page where one can be provoked, carry none of Django's debug markers; with a shell, settings.DEBUG is False.",
      es: 'Las páginas 404, 403 (CSRF) y 400 (host ajeno), y una 500 donde se pueda provocar, no llevan ninguna marca de depuración de Django; con shell, settings.DEBUG es False.',
    },
    remedy: {
      en: 'Set DJANGO_DEBUG=False in .env and recreate the containers with docker compose up -d (restart keeps the old environment). If debug pages stay, other settings are in force: see CS-08.',
      es: 'Poner DJANGO_DEBUG=False en .env y recrear los contenedores con docker compose up -d (restart conserva el entorno anterior). Si las páginas de depuración siguen, rigen otros ajustes: ver CS-08.',
      settings: ['DJANGO_DEBUG'],
      django: ['security.W018'],
    },
    needs: [],
  },
  {
    id: 'CS-02',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The secret key is long, random and belongs to this deployment alone.',
      es: 'La llave secreta es larga, aleatoria y exclusiva de esta instalación.',
    },
    proof: {
      en: 'At least 50 characters, at least 5 different ones, no django-insecure- prefix. Keys are compared by hash, never printed or stored.',
      es: 'Al menos 50 caracteres, al menos 5 distintos, sin el prefijo django-insecure-. Las llaves se comparan por su hash; nunca se imprimen ni se guardan.',
    },
    remedy: {
      en: "Make a key with python3 -c 'import secrets; print(secrets.token_urlsafe(64))', which has no sign that .env misreads, put it in DJANGO_SECRET_KEY and recreate the containers. It ends every session, so choose a quiet hour.",
      es: "Generar una llave con python3 -c 'import secrets; print(secrets.token_urlsafe(64))', que no trae signos que .env interprete mal, ponerla en DJANGO_SECRET_KEY y recrear los contenedores. Esto cierra todas las sesiones: conviene una hora tranquila.",
      settings: ['DJANGO_SECRET_KEY'],
      django: ['security.W009'],
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'CS-03',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The secret key is none of those used for development.',
      es: 'La llave secreta no es ninguna de las que se usan en desarrollo.',
    },
    proof: {
      en: "The key's SHA-256 is none of the defaults published in the application's own settings files.",
      es: 'El SHA-256 de la llave no coincide con ninguno de los valores públicos que traen los archivos de configuración de la aplicación.',
    },
    remedy: {
      en: 'Replace DJANGO_SECRET_KEY at once, as in CS-02: the present key is public, and with it anyone can sign API tokens in the name of any user.',
      es: 'Cambiar DJANGO_SECRET_KEY de inmediato, como en CS-02: la llave actual es pública y con ella cualquiera puede firmar tokens de la API a nombre de cualquier usuario.',
      settings: ['DJANGO_SECRET_KEY'],
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'CS-04',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out', 'shell'],
    line: {
      en: 'The secret key can be read neither in the repository nor on the web.',
      es: 'La llave secreta no se puede leer ni en el repositorio ni en la web.',
    },
    proof: {
      en: '/.env, /.git/config and backup copies answer 404; .env is untracked and closed to others (mode 600); git grep does not find the key in the deployed tree.',
      es: '/.env, /.git/config y las copias de respaldo responden 404; .env está fuera de git y cerrado a los demás (permisos 600); git grep no encuentra la llave en el código instalado.',
    },
    remedy: {
      en: 'Have the proxy answer 404 to /.env* and /.git (nginx: location ~ /\\.(env|git) { return 404; }), run git rm --cached .env and chmod 600 .env, and delete the .env.bak that make leaves. A key that could be read is lost: replace it as in CS-02.',
      es: 'Hacer que el proxy responda 404 a /.env* y /.git (nginx: location ~ /\\.(env|git) { return 404; }), ejecutar git rm --cached .env y chmod 600 .env, y borrar el .env.bak que deja make. Una llave que se pudo leer está perdida: cambiarla como en CS-02.',
      settings: ['DJANGO_SECRET_KEY'],
    },
    needs: ['HOST_SHELL', 'DEPLOY_FOLDER'],
  },
  {
    id: 'CS-05',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Only the host names of production are accepted.',
      es: 'Solo se aceptan los nombres de host de producción.',
    },
    proof: {
      en: 'A foreign Host gets exactly 400, in X-Forwarded-Host too; the configured host gets 200, which shows that the probe can tell them apart.',
      es: 'Un Host ajeno recibe exactamente 400, también en X-Forwarded-Host; el host configurado recibe 200, lo que muestra que la prueba los distingue.',
    },
    remedy: {
      en: 'List exactly the production names in DJANGO_ALLOWED_HOSTS, with commas and without * or a leading dot, and leave USE_X_FORWARDED_HOST unset. The proxy must pass Host as it came (nginx: proxy_set_header Host $host), not a fixed name.',
      es: 'Listar en DJANGO_ALLOWED_HOSTS exactamente los nombres de producción, separados por comas, sin * ni punto inicial, y dejar USE_X_FORWARDED_HOST sin definir. El proxy debe pasar Host tal como llegó (nginx: proxy_set_header Host $host), no un nombre fijo.',
      settings: ['DJANGO_ALLOWED_HOSTS', 'USE_X_FORWARDED_HOST'],
      django: ['security.W020'],
    },
    needs: [],
  },
  {
    id: 'CS-06',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Every public domain answers, with www and without.',
      es: 'Todos los dominios públicos responden, con www y sin www.',
    },
    proof: {
      en: 'Each configured domain answers and ends on the same canonical host.',
      es: 'Cada dominio configurado responde y termina en el mismo host canónico.',
    },
    remedy: {
      en: 'Add the name that fails to DJANGO_ALLOWED_HOSTS, to the proxy (nginx: server_name; Traefik: the Host rule) and to the certificate. Redirect every name but the canonical one to it with 301.',
      es: 'Agregar el nombre que falla a DJANGO_ALLOWED_HOSTS, al proxy (nginx: server_name; Traefik: la regla Host) y al certificado. Redirigir con 301 los demás nombres al canónico.',
      settings: ['DJANGO_ALLOWED_HOSTS'],
    },
    needs: ['DOMAINS'],
  },
  {
    id: 'CS-07',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Where there is a load balancer, its own host name is accepted.',
      es: 'Si hay balanceador de carga, se acepta su propio nombre de host.',
    },
    proof: {
      en: 'LB_HOST answers and ends on the canonical host.',
      es: 'LB_HOST responde y termina en el host canónico.',
    },
    remedy: {
      en: "Add the balancer's own name to DJANGO_ALLOWED_HOSTS and to its certificate, and have the balancer or the proxy redirect it to the canonical host with 301.",
      es: 'Agregar el nombre propio del balanceador a DJANGO_ALLOWED_HOSTS y a su certificado, y hacer que el balanceador o el proxy lo redirija con 301 al host canónico.',
      settings: ['DJANGO_ALLOWED_HOSTS'],
    },
    needs: ['LB_HOST'],
  },
  {
    id: 'CS-08',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The application runs with its production settings.',
      es: 'La aplicación corre con sus ajustes de producción.',
    },
    proof: {
      en: 'DJANGO_SETTINGS_MODULE of the running process is construbot.config.settings.production.',
      es: 'DJANGO_SETTINGS_MODULE del proceso en marcha es construbot.config.settings.production.',
    },
    remedy: {
      en: 'Set DJANGO_SETTINGS_MODULE=construbot.config.settings.production in .env for the web, worker and beat services and recreate them. make dev, buildev, poblar and test rewrite that line of .env: never run them on the server.',
      es: 'Poner DJANGO_SETTINGS_MODULE=construbot.config.settings.production en .env para los servicios web, worker y beat, y recrearlos. make dev, buildev, poblar y test reescriben esa línea de .env: no ejecutarlos nunca en el servidor.',
      settings: ['DJANGO_SETTINGS_MODULE'],
    },
    needs: ['DJANGO_SHELL'],
  },
] as const satisfies readonly ItemDefinition[];
