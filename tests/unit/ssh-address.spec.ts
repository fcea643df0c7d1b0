import { expect, test } from '@playwright/test';
import { parseEnv } from '../../fixtures/env.ts';
import { sshAddress } from '../../fixtures/ssh/address.ts';
import { isLoopback } from '../../fixtures/variables.ts';

test('a host is read with the port of its SSH', () => {
  expect(sshAddress('obra.example')).toEqual({ host: 'obra.example', sshPort: 22 });
  expect(sshAddress('203.0.113.5:2222')).toEqual({ host: '203.0.113.5', sshPort: 2222 });
  expect(sshAddress('[2001:db8::5]:2222')).toEqual({ host: '2001:db8::5', sshPort: 2222 });
  for (const wrong of ['', 'ops@host', 'host/x', 'host:port', 'a b', 'https://x']) {
    expect(sshAddress(wrong), wrong).toBe('it is written host or host:port');
  }
});

test('a host or folder that is none is said by its variable', () => {
  expect(() => parseEnv({ HOST_ADDRESS: 'ops@host' })).toThrow('HOST_ADDRESS is wrong');
  expect(() => parseEnv({ BACKUP_FOLDER: 'respaldos' })).toThrow('BACKUP_FOLDER is wrong');
  expect(parseEnv({ HOST_ADDRESS: '', BACKUP_FOLDER: '' }).hostAddress).toBeUndefined();
});

test('loopback is this machine, by any of its names', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]']) {
    expect(isLoopback(host)).toBe(true);
  }
  for (const host of ['127.0.0.1.example', 'localhost.example', '10.0.0.1']) {
    expect(isLoopback(host)).toBe(false);
  }
});
