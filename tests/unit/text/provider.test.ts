import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedAddress, providerOf, shownAddress } from '../../../story/text/provider.ts';

test.each([
  ['https://www.youtube.com/watch?v=abc', 'youtube', 'youtube'],
  ['https://youtu.be/abc?t=3', 'youtube', 'youtube'],
  ['https://m.youtube.com/shorts/abc', 'youtube', 'youtube'],
  ['https://www.youtube.com/', 'other', undefined],
  ['https://www.facebook.com/baobackan/posts/123', 'facebook', undefined],
  ['https://www.facebook.com/watch/?v=123', 'facebook', undefined],
  ['https://fb.watch/abc/', 'facebook', undefined],
  ['https://x.com/bao/status/12345', 'x', 'twitter'],
  ['https://twitter.com/bao/status/12345?s=20', 'x', 'twitter'],
  ['https://x.com/bao', 'other', undefined],
  ['https://www.tiktok.com/@bao/video/123', 'tiktok', 'tiktok'],
  ['https://vt.tiktok.com/ZSabc/', 'tiktok', 'tiktok'],
  ['https://www.instagram.com/p/abc/', 'instagram', undefined],
  ['https://vimeo.com/123', 'vimeo', 'vimeo'],
  ['https://open.spotify.com/intl-vi/track/abc', 'spotify', 'spotify'],
  ['https://www.google.com/maps/place/Bắc+Kạn', 'googleMaps', undefined],
  ['https://maps.app.goo.gl/abc', 'googleMaps', undefined],
  ['https://www.google.com/search?q=maps', 'other', undefined],
  ['https://www.openstreetmap.org/#map=15/22.14/105.83', 'openStreetMap', undefined],
  ['https://youtube.com.evil.example/watch?v=abc', 'other', undefined],
  ['https://notyoutube.com/watch?v=abc', 'other', undefined],
])('%s', (address, id, slug) => {
  const provider = providerOf(embedAddress(address) as string);
  expect([provider.id, provider.wordpress?.slug]).toEqual([id, slug]);
});

test('of an unknown site, the host is its name', () => {
  expect(providerOf('https://www.bao.example.vn/tin').name).toBe('bao.example.vn');
});

test('only https, in one form, without names, passwords and brackets', () => {
  expect(embedAddress(' https://bao.example.vn/a b ')).toBe(null);
  expect(embedAddress('http://youtu.be/a')).toBe(null);
  expect(embedAddress('javascript:alert(1)')).toBe(null);
  expect(embedAddress('https://a:b@youtu.be/a')).toBe(null);
  expect(embedAddress('https://a.vn/[gallery]?x=[1]#[2]')).toBe('https://a.vn/%5Bgallery%5D?x=%5B1%5D#%5B2%5D');
  expect(embedAddress('https://[::1]/')).toBe(null);
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['https'] }), (url) => {
      const once = embedAddress(url);
      if (once !== null) expect(embedAddress(once)).toBe(once);
      if (once !== null) expect(shownAddress(once)).not.toContain('https://');
    }),
  );
});

test('an address is read in its own letters', () => {
  expect(shownAddress('https://www.google.com/maps/place/B%E1%BA%AFc+K%E1%BA%A1n/')).toBe(
    'google.com/maps/place/Bắc+Kạn',
  );
  expect(shownAddress('https://a.vn/%ff')).toBe('a.vn/%ff');
});
