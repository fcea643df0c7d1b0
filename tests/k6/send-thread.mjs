// The thread that sends while the script waits: plain JavaScript, as tsx does not reach threads of Node 20.
import { readFileSync } from 'node:fs';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { parentPort, workerData } from 'node:worker_threads';

const authorities = process.env['SSL_CERT_FILE'];
const ca = authorities === undefined ? {} : { ca: readFileSync(authorities, 'utf8') };

/** @type {(sent: import('./sync-http.ts').Sent) => Promise<import('./sync-http.ts').Got>} */
const exchange = ({ method, url, headers, body, timeoutMs }) => {
  const startMs = performance.now();
  const took = () => performance.now() - startMs;
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? secure : plain;
    const request = send(url, { method, headers, timeout: timeoutMs, ...ca }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          cookies: response.headers['set-cookie'] ?? [],
          headers: Object.fromEntries(
            Object.entries(response.headers).flatMap(([name, value]) =>
              typeof value === 'string'
                ? [[name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()), value]]
                : [],
            ),
          ),
          body: Buffer.concat(chunks).toString(),
          error: '',
          tookMs: took(),
        });
      });
    });
    request.once('timeout', () => request.destroy(new Error('request timeout')));
    request.once('error', ({ message }) => {
      resolve({ status: 0, cookies: [], headers: {}, body: '', error: message, tookMs: took() });
    });
    request.end(body ?? undefined);
  });
};

/** @type {{ signal: Int32Array, port: import('node:worker_threads').MessagePort }} */
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- What a thread is given has no type.
const { signal, port } = workerData;
parentPort?.on('message', (/** @type {import('./sync-http.ts').Sent} */ sent) => {
  void exchange(sent).then((got) => {
    port.postMessage(got);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});
