import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** A request as k6 sends it. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

/** Its answer; status 0 and an error when there is none. */
export interface Got {
  readonly status: number;
  readonly cookies: readonly string[];
  /** Names as Go writes them, such as `Content-Type`; those sent once only. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly error: string;
  readonly tookMs: number;
}

/** In k6 a request stops its virtual user until the answer is there; Node needs a thread for that. */
export class SyncHttp {
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  readonly #channel = new MessageChannel();
  readonly #worker = new Worker(new URL('send-thread.mjs', import.meta.url), {
    workerData: { signal: this.#signal, port: this.#channel.port2 },
    transferList: [this.#channel.port2],
  });

  send(sent: Sent): Got {
    Atomics.store(this.#signal, 0, 0);
    this.#worker.postMessage(sent);
    Atomics.wait(this.#signal, 0, 0, 90_000);
    const received: { message: unknown } | undefined = receiveMessageOnPort(this.#channel.port1);
    if (received === undefined) throw new Error('The thread that sends has not answered');
    return received.message as Got;
  }

  close(): void {
    void this.#worker.terminate();
    this.#channel.port1.close();
  }
}
