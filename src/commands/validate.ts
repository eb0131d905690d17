import { setImmediate } from 'node:timers/promises';
import { FAILED, type Manners, messenger, misuse, type Surroundings, say, WELL, waitsForTyping } from './manners.ts';

export async function validate(paths: readonly string[], options: Manners, around: Surroundings): Promise<number> {
  if (waitsForTyping(paths)) {
    return misuse(
      'no records to check',
      'Name files of records, or pipe them in. See: incident-corpus validate --help',
    );
  }
  const [{ readRecords }, { validateLine, validateRecord }, print] = await Promise.all([
    import('../read/records.ts'),
    import('../validate/validate.ts'),
    messenger(options),
  ]);
  let records = 0;
  let findings = 0;
  let bad = 0;
  for await (const reading of readRecords(paths)) {
    if (around.signalled() !== null) break;
    const found =
      'diagnostic' in reading
        ? [reading.diagnostic]
        : 'text' in reading
          ? validateLine(reading.text, reading.path, reading.line)
          : validateRecord(reading.value, { path: reading.path });
    for (const finding of found) print(finding);
    findings += found.length;
    records += 1;
    if (found.length > 0) bad += 1;
    if (records % 64 === 0) await setImmediate();
  }
  const signal = around.signalled();
  if (signal !== null) return signal;
  const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
  if (!options.quiet) {
    if (findings === 0) say(`${counted(records, 'record')} ${records === 1 ? 'is' : 'are'} valid\n`);
    else say(`${counted(findings, 'finding')} in ${bad} of ${counted(records, 'record')}\n`);
  }
  return findings === 0 ? WELL : FAILED;
}
