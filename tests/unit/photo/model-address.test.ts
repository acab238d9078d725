import { expect, test } from 'vitest';
import { modelAddress } from '../../../story/photo/modelAddress.ts';

test.each([
  ['http://localhost:11434/v1', true],
  [' http://127.0.0.1:8080 ', true],
  ['http://[::1]:1/v1/', true],
  ['https://localhost/v1', true],
  ['https://ai.bao.example/v1', false],
])('%j may be used; on this computer: %j', (address, isHere) => expect(modelAddress(address)?.isHere).toBe(isHere));

test.each([
  'http://192.168.1.5:11434/v1',
  'http://localhost.example/v1',
  'http://ai.example/v1',
  'ftp://localhost/',
  'localhost:11434',
  'http://a:b@localhost/v1',
  'https://ai.example/v1?key=1',
  'https://ai.example/v1#x',
  '',
])('%j may not', (address) => expect(modelAddress(address)).toBeNull());
