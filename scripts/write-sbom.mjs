/**
 * Write what the package is made of, as CycloneDX: every package that is installed with it, by version and digest. Two runs
 * on the same lock file give the same bytes: npm's serial number and time of day are left out.
 *
 * usage: npm run sbom [-- FILE]
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const file = process.argv[2] ?? 'sbom.json';
const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const { serialNumber: _, ...bom } = JSON.parse(text);
// npm takes the name from the folder.
bom.metadata.component.name = JSON.parse(fs.readFileSync('package.json', 'utf8')).name;
delete bom.metadata.timestamp;
// npm's own --omit dev also leaves out what both the program and its workshop need, so the lock file tells what is installed.
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
const installed = new Set(
  Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { name, version }]) => `${name ?? place.replace(/.*node_modules\//, '')}@${version}`),
);
const isInstalled = ref => installed.has(ref) || ref === bom.metadata.component['bom-ref'];
bom.components = bom.components.filter(part => isInstalled(part['bom-ref']));
bom.dependencies = bom.dependencies.filter(({ ref }) => isInstalled(ref));
const key = part => part['bom-ref'] ?? part.ref ?? '';
const order = (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
bom.components.sort(order);
bom.dependencies.sort(order);
for (const dependency of bom.dependencies) dependency.dependsOn = dependency.dependsOn?.filter(isInstalled).sort();
fs.writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
console.log(`${file}: ${bom.components.length} packages`);
