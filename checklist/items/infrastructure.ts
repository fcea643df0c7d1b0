import type { ItemDefinition } from '../item.ts';

/** The servers, DNS and the load balancer. */
export const infrastructure = [
  {
    id: 'IN-01',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'attack',
    how: ['out', 'shell'],
    line: {
      en: 'From outside, only SSH, HTTP and HTTPS can be reached.',
      es: 'Desde fuera solo se llega a SSH, HTTP y HTTPS.',
    },
    proof: {
      en: 'Of a list of common ports, none but 22, 80 and 443 accepts a TCP connection; with a shell, ufw status agrees.',
      es: 'De una lista de puertos comunes, ninguno fuera de 22, 80 y 443 acepta una conexión TCP; con shell, ufw status coincide.',
    },
    remedy: {
      en: 'Run ufw default deny incoming, ufw allow 22,80,443/tcp and ufw enable, with the same rules in the security group. Docker opens published ports past ufw: take ports: off postgres, redis and django in docker-compose.yml, or bind them to 127.0.0.1.',
      es: 'Ejecutar ufw default deny incoming, ufw allow 22,80,443/tcp y ufw enable, con las mismas reglas en el grupo de seguridad. Docker abre los puertos publicados sin pasar por ufw: quitar ports: de postgres, redis y django en docker-compose.yml, o ligarlos a 127.0.0.1.',
    },
    needs: [],
  },
  {
    id: 'IN-02',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out', 'shell'],
    line: {
      en: 'SSH opens with keys, not with passwords.',
      es: 'SSH se abre con llaves, no con contraseñas.',
    },
    proof: {
      en: 'The server offers no password method in its handshake; with a shell, sshd -T agrees.',
      es: 'El servidor no ofrece ningún método con contraseña al negociar; con shell, sshd -T coincide.',
    },
    remedy: {
      en: 'Set PasswordAuthentication no and KbdInteractiveAuthentication no in a file of /etc/ssh/sshd_config.d that sorts first, since the first value counts (cloud images bring 50-cloud-init.conf), then sshd -t and systemctl reload ssh. Keep a session open until a sign-in by key has worked.',
      es: 'Poner PasswordAuthentication no y KbdInteractiveAuthentication no en un archivo de /etc/ssh/sshd_config.d que quede primero en orden, pues vale el primer valor (las imágenes de nube traen 50-cloud-init.conf); luego sshd -t y systemctl reload ssh. Dejar una sesión abierta hasta comprobar que se entra con llave.',
    },
    needs: [],
  },
  {
    id: 'IN-03',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'Nobody signs in to the server as root.',
      es: 'Nadie entra al servidor como root.',
    },
    proof: {
      en: 'sshd -T shows permitrootlogin no.',
      es: 'sshd -T muestra permitrootlogin no.',
    },
    remedy: {
      en: 'See that another user gets in by key and may use sudo, then set PermitRootLogin no in the first file of /etc/ssh/sshd_config.d and run systemctl reload ssh; prohibit-password is not enough.',
      es: 'Comprobar que otro usuario entra con llave y puede usar sudo; después, poner PermitRootLogin no en el primer archivo de /etc/ssh/sshd_config.d y ejecutar systemctl reload ssh; prohibit-password no basta.',
    },
    needs: ['HOST_SHELL'],
  },
  {
    id: 'IN-04',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The server installs security updates by itself.',
      es: 'El servidor instala solo las actualizaciones de seguridad.',
    },
    proof: {
      en: 'unattended-upgrades is enabled and no security update is pending.',
      es: 'unattended-upgrades está habilitado y no hay ninguna actualización de seguridad pendiente.',
    },
    remedy: {
      en: 'Run apt install unattended-upgrades and dpkg-reconfigure -plow unattended-upgrades, and install what is pending with apt upgrade. If it is on and updates still wait, /var/log/unattended-upgrades tells why.',
      es: 'Ejecutar apt install unattended-upgrades y dpkg-reconfigure -plow unattended-upgrades, e instalar lo pendiente con apt upgrade. Si está activo y aun así hay actualizaciones en espera, /var/log/unattended-upgrades dice por qué.',
    },
    needs: ['HOST_SHELL'],
  },
  {
    id: 'IN-05',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'attack',
    how: ['shell', 'out'],
    line: {
      en: 'Guessing passwords by the thousand does not get far.',
      es: 'Adivinar contraseñas por millares no llega lejos.',
    },
    proof: {
      en: 'A fail2ban jail is active; and the login page slows or refuses a burst of bad passwords without locking the real user out for good.',
      es: 'Hay una jaula de fail2ban activa; y la página de inicio de sesión frena o rechaza una ráfaga de contraseñas malas sin dejar fuera para siempre al usuario real.',
    },
    remedy: {
      en: 'Install fail2ban with the sshd jail enabled in jail.local. The login page counts tries in Redis and silently stops when that is down (RC-01), and counts per address by X-Forwarded-For, which the outer proxy must overwrite (nginx: $remote_addr); /admin/ and the API have no limit, so give them limit_req.',
      es: 'Instalar fail2ban con la jaula sshd habilitada en jail.local. La página de inicio de sesión cuenta los intentos en Redis y deja de hacerlo en silencio si este se cae (RC-01), y por dirección según X-Forwarded-For, que el proxy externo debe sobrescribir (nginx: $remote_addr); /admin/ y la API no tienen límite: ponerles limit_req.',
      settings: ['ACCOUNT_RATE_LIMITS', 'REDIS_URL'],
    },
    needs: ['HOST_SHELL'],
  },
  {
    id: 'IN-06',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'The domain leads to the right server.',
      es: 'El dominio lleva al servidor correcto.',
    },
    proof: {
      en: 'Its A and AAAA records hold the expected address.',
      es: 'Sus registros A y AAAA traen la dirección esperada.',
    },
    remedy: {
      en: 'Correct the A and AAAA records of the domain at the DNS provider, and delete an AAAA that leads nowhere. Behind a CDN or balancer, the expected address is theirs.',
      es: 'Corregir los registros A y AAAA del dominio en el proveedor de DNS y borrar un AAAA que no lleve a nada. Detrás de una CDN o un balanceador, la dirección esperada es la suya.',
    },
    needs: ['EXPECTED_ADDRESS'],
  },
  {
    id: 'IN-07',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'The bare domain and its www name both have an address.',
      es: 'Tanto el dominio raíz como su nombre con www tienen dirección.',
    },
    proof: { en: 'Both names resolve.', es: 'Los dos nombres resuelven.' },
    remedy: {
      en: 'Create the record that is missing: A at @ (ALIAS where a balancer has only a name), and A or CNAME for www.',
      es: 'Crear el registro que falta: A en @ (ALIAS si el balanceador solo tiene nombre) y A o CNAME para www.',
    },
    needs: ['DOMAINS'],
  },
  {
    id: 'IN-08',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'The whole Internet sees the same DNS records.',
      es: 'Todo internet ve los mismos registros DNS.',
    },
    proof: {
      en: 'Every configured resolver gives the same answer.',
      es: 'Todos los servidores DNS configurados dan la misma respuesta.',
    },
    remedy: {
      en: 'Ask each authoritative server with dig +nssearch DOMAIN. If they agree, wait for the TTL of the old record to pass; if not, correct the zone on the one that lags, or the NS records at the registrar.',
      es: 'Consultar cada servidor autoritativo con dig +nssearch DOMINIO. Si coinciden, esperar a que venza el TTL del registro anterior; si no, corregir la zona en el que va atrasado o los registros NS en el registrador.',
    },
    needs: ['DNS_RESOLVERS'],
  },
  {
    id: 'IN-09',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'If the domain receives mail, its MX records are right.',
      es: 'Si el dominio recibe correo, sus registros MX son correctos.',
    },
    proof: {
      en: 'Each MX names a host that resolves, neither an IP address nor a CNAME.',
      es: 'Cada MX nombra un host que resuelve, y no una dirección IP ni un CNAME.',
    },
    remedy: {
      en: 'Point each MX at a host name that has an A or AAAA record of its own, as the mail provider lists them (Mailgun: mxa.mailgun.org and mxb.mailgun.org), and delete those that hold an IP address or a CNAME.',
      es: 'Apuntar cada MX a un nombre de host con registro A o AAAA propio, como los indica el proveedor de correo (Mailgun: mxa.mailgun.org y mxb.mailgun.org), y borrar los que lleven una dirección IP o un CNAME.',
    },
    needs: ['MAIL_DOMAIN'],
  },
  {
    id: 'IN-10',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'optional',
    tier: 'write',
    how: ['out'],
    line: {
      en: 'If there are several servers, a load balancer shares the work among them.',
      es: 'Si hay varios servidores, un balanceador reparte el trabajo entre ellos.',
    },
    proof: {
      en: 'The verdicts of IN-11, IN-12 and IN-13.',
      es: 'Los veredictos de IN-11, IN-12 e IN-13.',
    },
    repeats: ['IN-11', 'IN-12', 'IN-13'],
    needs: ['HEALTH_URL', 'ACCOUNT_USERNAME'],
  },
  {
    id: 'IN-11',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'The load balancer can ask each server whether it is well.',
      es: 'El balanceador puede preguntarle a cada servidor si está bien.',
    },
    proof: {
      en: 'The health address answers 200, fast, and opens no session.',
      es: 'La dirección de salud responde 200, rápido y sin abrir sesión.',
    },
    remedy: {
      en: 'Construbot has no health page: let the balancer ask for /accounts/login/, which opens no session, or add a view that answers 200. A 400 means that the probe sends a Host outside DJANGO_ALLOWED_HOSTS, a 301 that it comes without X-Forwarded-Proto: https (or list the path in SECURE_REDIRECT_EXEMPT).',
      es: 'Construbot no tiene página de salud: que el balanceador pida /accounts/login/, que no abre sesión, o agregar una vista que responda 200. Un 400 indica que la sonda envía un Host fuera de DJANGO_ALLOWED_HOSTS; un 301, que llega sin X-Forwarded-Proto: https (o incluir la ruta en SECURE_REDIRECT_EXEMPT).',
      settings: ['DJANGO_ALLOWED_HOSTS', 'SECURE_REDIRECT_EXEMPT'],
    },
    needs: ['HEALTH_URL'],
  },
  {
    id: 'IN-12',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'TLS ends at the proxy, and the application behind it knows.',
      es: 'TLS termina en el proxy, y la aplicación detrás lo sabe.',
    },
    proof: {
      en: 'No redirect goes in circles, cookies are Secure behind the proxy, and an X-Forwarded-Proto forged outside is not believed.',
      es: 'Ninguna redirección se cicla, las cookies son Secure detrás del proxy y no se cree un X-Forwarded-Proto falsificado desde fuera.',
    },
    remedy: {
      en: 'The outermost proxy must set X-Forwarded-Proto itself (nginx: proxy_set_header X-Forwarded-Proto $scheme; Traefik: forwardedHeaders.insecure off), and each proxy behind it must pass it on: the Caddyfile of the repository overwrites it with http, which makes the loop. Gunicorn (port 5000) must not be reachable from outside.',
      es: 'El proxy más externo debe poner X-Forwarded-Proto él mismo (nginx: proxy_set_header X-Forwarded-Proto $scheme; Traefik: forwardedHeaders.insecure apagado) y cada proxy detrás debe conservarlo: el Caddyfile del repositorio lo reescribe con http, y de ahí el ciclo. Gunicorn (puerto 5000) no debe ser accesible desde fuera.',
      settings: ['SECURE_PROXY_SSL_HEADER', 'DJANGO_SECURE_SSL_REDIRECT'],
    },
    needs: [],
  },
  {
    id: 'IN-13',
    section: 'infrastructure',
    mark: 'tick',
    severity: 'optional',
    tier: 'write',
    how: ['out'],
    line: {
      en: 'A session holds, whichever server answers.',
      es: 'La sesión se mantiene, responda el servidor que responda.',
    },
    proof: {
      en: 'A session survives at least 20 fresh connections.',
      es: 'Una sesión sobrevive al menos a 20 conexiones nuevas.',
    },
    remedy: {
      en: 'Give every server the same DJANGO_SECRET_KEY, DATABASE_URL and REDIS_URL, and leave SESSION_ENGINE at the database or a shared cache. Only then, if something still depends on it, turn on stickiness in the balancer.',
      es: 'Dar a todos los servidores los mismos DJANGO_SECRET_KEY, DATABASE_URL y REDIS_URL, y dejar SESSION_ENGINE en la base o en una caché compartida. Solo después, si algo aún depende de ello, activar las sesiones persistentes (sticky) en el balanceador.',
      settings: ['DJANGO_SECRET_KEY', 'DATABASE_URL', 'REDIS_URL', 'SESSION_ENGINE'],
    },
    needs: ['ACCOUNT_USERNAME'],
  },
] as const satisfies readonly ItemDefinition[];
