/**
 * Write what the package is made of, as CycloneDX: every package that is installed with it, by version and digest. Two runs
 * on the same lock file give the same bytes: npm's serial number and time of day are left out.
 *
 * usage: npm run sbom
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const { serialNumber: _, ...bom } = JSON.parse(text);
// npm takes the name from the folder.
bom.metadata.component.name = JSON.parse(fs.readFileSync('package.json', 'utf8')).name;
delete bom.metadata.timestamp;
const key = part => part['bom-ref'] ?? part.ref ?? '';
const order = (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
bom.components.sort(order);
bom.dependencies.sort(order);
for (const dependency of bom.dependencies) dependency.dependsOn?.sort();
fs.writeFileSync('sbom.json', `${JSON.stringify(bom, null, 2)}\n`);
console.log(`sbom.json: ${bom.components.length} packages`);
