import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { workshop } from './reading.ts';

const { root, clear } = workshop('supply');
afterAll(clear);

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  /** For another machine than that on which the lock was written. */
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

test('every package is locked by version and digest, and none that is installed with the program runs a script', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(version => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  expect(
    packages.filter(([, { integrity, dev, optional }]) => !/^sha512-/.test(integrity ?? '') && !(dev && optional)),
  ).toEqual([]);
  expect(packages.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev)).toEqual([]);
});

test('what the package is made of is written as CycloneDX, twice the same', () => {
  const [first, second] = ['a.json', 'b.json'].map(name => {
    execFileSync(process.execPath, ['scripts/write-sbom.mjs', join(root, name)]);
    return readFileSync(join(root, name), 'utf8');
  });
  expect(second).toBe(first);
  const { bomFormat, metadata, components } = JSON.parse(first ?? '');
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', manifest.name]);
  const refs: readonly string[] = components.map((part: { readonly 'bom-ref': string }) => part['bom-ref']);
  for (const [name, version] of Object.entries(manifest.dependencies)) expect(refs).toContain(`${name}@${version}`);
  for (const name of Object.keys(manifest.devDependencies))
    expect(refs.filter(ref => ref.startsWith(`${name}@`))).toEqual([]);
});
