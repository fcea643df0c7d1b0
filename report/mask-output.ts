import type { Mask } from './signoff/mask.ts';

/**
 * Hides secrets in all that this process writes to a stream from now on, such as its terminal. A
 * secret has to be within one write, as a line of a reporter is.
 */
export function maskOutput(stream: NodeJS.WriteStream, mask: Mask): void {
  const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const masked = mask(text);
    // Bytes may be half a letter, which is written as it came.
    return write(masked === text ? chunk : masked, ...rest);
  };
}
