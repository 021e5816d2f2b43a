import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundlePathOf, serveBundleFile } from './bundle-files.ts';
import { HEADER_POLICY, PAGE_POLICY } from './content-security-policy.ts';

let folder: string;
let root: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chainrule-bundle-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'renderer-secret'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'app.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'SECRET');
  await writeFile(join(folder, 'renderer-secret', 'index.html'), 'SECRET');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  await symlink(folder, join(root, 'up'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = async (path: string, method = 'GET') => {
  const { status, headers, body } = await serveBundleFile(root, method, path);
  return { status, headers, text: new TextDecoder().decode(body) };
};

describe('the bundle', () => {
  test('answers with its files, typed, and with its start page for the folder', async () => {
    expect(await get('/')).toMatchObject({ status: 200, text: '<!doctype html>' });
    const script = await get('/assets/app.js');
    expect(script).toMatchObject({ status: 200, text: 'export {};' });
    expect(script.headers).toMatchObject({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Length': '10',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
    expect((await get('/index.html')).headers['Cache-Control']).toBe('no-cache');
    expect(await get('/index.html', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', ''])('refuses the method %j', async (method) => {
    expect((await get('/', method)).status).toBe(405);
  });

  test('isolates every answer, refusals too, by its headers', async () => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/none', 'GET'],
      ['/../x', 'GET'],
      ['/', 'POST'],
    ] as const)
      expect((await get(path, method)).headers).toMatchObject({
        'Content-Security-Policy': HEADER_POLICY,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
      });
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/assets\\..\\..\\secret.txt',
    '//secret.txt',
    '///etc/passwd',
    '/./index.html',
    '/assets//app.js',
    '/.',
    '/..',
    '/../renderer-secret/index.html',
    '/..%2frenderer-secret%2findex.html',
    '/index.html%00.js',
    '/%00',
    '/secret.txt\0',
    '/C:/Windows/win.ini',
    '/C%3a/Windows/win.ini',
    '/file:///etc/passwd',
    '/index.html::$DATA',
    '/%',
    '/%zz',
    '/%c0%ae%c0%ae/secret.txt',
    '/%uff0e%uff0e/secret.txt',
    '',
    'index.html',
    '../secret.txt',
    'http://elsewhere/index.html',
    '*',
  ])('refuses the malformed path %j', async (path) => {
    expect(await get(path)).toMatchObject({ status: 400, text: 'This address is malformed.\n' });
  });

  test.each([
    '/link.txt',
    '/up/secret.txt',
    '/up/renderer-secret/index.html',
    '/none',
    '/assets',
    '/up',
    '/index.html/x',
  ])('has nothing at %j', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('gives out no byte from outside, whatever is asked', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '/',
      '%2f',
      '\\',
      '%5c',
      'secret.txt',
      'up',
      'link.txt',
      '%',
      '\0',
      ':',
      'assets',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const path = `/${pieces.join('')}`;
        expect((await get(path)).text).not.toContain('SECRET');
      }),
      { numRuns: 2000 },
    );
  });
});

test('a path is decoded once', () => {
  expect(bundlePathOf('/a%20b.js')).toBe('a b.js');
  expect(bundlePathOf('/a%2520b.js')).toBeNull();
});

test('the policy names no source but the program itself and allows nothing inline', () => {
  for (const policy of [PAGE_POLICY, HEADER_POLICY]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|wss?:/);
  }
  expect(HEADER_POLICY).toContain("frame-ancestors 'none'");
});
