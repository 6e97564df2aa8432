import { expect, test } from 'vitest';
import { servedAt } from './served';

const path = (address: string) => servedAt('/page', address)?.path;

test('serves what lies in the folder, with a policy', () => {
  expect(path('emend://app/index.html')).toBe('/page/index.html');
  expect(path('emend://app/assets/a%20b.js?v=1#x')).toBe('/page/assets/a b.js');
  expect(servedAt('/page', 'emend://app/index.html')?.headers['Content-Security-Policy']).toMatch(
    /default-src 'none'; script-src 'self';/,
  );
});

test.each([
  'emend://app/..%2fmain%2fmain.js',
  'emend://app/a/..%2f..%2f..%2fetc/x.json',
  'emend://app/..%2fpage-of-another/x.js',
  'emend://other/index.html',
  'emend://app/%E0%A4%A',
  'emend://app/a%00.js',
  'emend://app/',
  'emend://app/run.sh',
  'nonsense',
])('does not serve %s', (address) => {
  expect(path(address)).toBeUndefined();
});
