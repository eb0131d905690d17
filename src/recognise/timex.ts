import type { Language } from '../model/language.ts';
import type { Expression } from '../model/time.ts';

/** A value as a number; null if it is none. */
export const number = (value: string | number | undefined): number | null => {
  if (value === undefined) return null;
  const n = Number.parseFloat(String(value));
  return Number.isNaN(n) ? null : n;
};
/** The part of the day that a value holds, alone or behind a weekday's number ("1:EV"). */
const partOf = (value: string | undefined): string | null => {
  if (value === undefined) return null;
  const part = value.includes(':') ? value.slice(value.indexOf(':') + 1) : value;
  return /^(?:MO|MI|AF|EV|NI|DT)$/.test(part) ? part : null;
};
/** A number in two digits. */
export const two = (n: number): string => String(n).padStart(2, '0');

const CLOCK_UNITS = new Set(['S', 'MIN', 'H']);
const ISO_UNIT: Readonly<Record<string, string>> = {
  S: 'S',
  MIN: 'M',
  H: 'H',
  D: 'D',
  W: 'W',
  M: 'M',
  Y: 'Y',
  DE: 'DE',
  CE: 'CE',
};

/** How many units an expression counts; null if it does not say. */
export function countOf({ count, tens }: Expression): number | null {
  const counted = number(count);
  return counted === null ? null : counted + (number(tens) ?? 0);
}

/** A duration as TIMEX3 writes it: P2W, PT72H, P1.5D, PXM. */
export function durationValue(expression: Expression): string | null {
  if (typeof expression.value === 'string') return compoundValue(expression.value) ?? expression.value;
  const unit = String(expression.unit);
  const counted = countOf(expression);
  if (expression.count === undefined || counted === null) return period('X', unit);
  return period(counted + (expression.plus ?? 0), unit);
}

/** The value of a number and a unit that are written as one word: "6:W". */
function compoundValue(value: string): string | null {
  const [, count, unit] = /^([\d.]+):([A-Z]+)$/.exec(value) ?? [];
  return count === undefined || unit === undefined ? null : period(Number(count), unit);
}

function period(count: number | 'X', unit: string): string | null {
  const multiple = (factor: number): number | 'X' => (count === 'X' ? 'X' : count * factor);
  if (unit === 'WE') return `P${count}WE`;
  if (unit === 'FN') return `P${multiple(2)}W`;
  if (unit === 'Q') return `P${multiple(3)}M`;
  if (unit === 'HY') return `P${multiple(6)}M`;
  if (unit === 'DE') return count === 'X' ? 'PXDE' : `P${count * 10}Y`;
  if (unit === 'CE') return count === 'X' ? 'PXCE' : `P${count * 100}Y`;
  if (unit === 'NI') return `P${count}D`;
  if (count === 0.5 && unit === 'H') return 'PT30M';
  const iso = ISO_UNIT[unit];
  return iso === undefined ? null : `P${CLOCK_UNITS.has(unit) ? 'T' : ''}${count}${iso}`;
}

/** A set as TIMEX3 writes it: every Monday is XXXX-WXX-1; `habits` are the language's words of habits. */
export function setValue(expression: Expression, habits: Language['habits']): string | null {
  if (typeof expression.value === 'string') return expression.value;
  const weekday = number(expression.weekday) ?? number(habits[String(expression.weekday ?? '')]);
  const part =
    partOf(
      typeof expression.weekday === 'string' && expression.weekday.includes(':') ? expression.weekday : undefined,
    ) ??
    partOf(expression.part) ??
    partOf(String(habits[expression.part ?? ''] ?? ''));
  if (weekday !== null) return `XXXX-WXX-${weekday}${part === null ? '' : `T${part}`}`;
  if (part !== null) return `XXXX-XX-XXT${part}`;
  if (expression.unit === undefined) return null;
  const unit = String(expression.unit);
  if (unit === 'NI') return 'XXXX-XX-XXTNI';
  if (unit === 'WE') return 'XXXX-WXX-WE';
  const counted = number(expression.count);
  return period(counted ?? 1, unit);
}

/** The part of the day that tells whether "half nine" is in the morning or the evening. */
export function dayPart(expression: Expression): string | null {
  return (
    partOf(typeof expression.part === 'string' ? expression.part : undefined) ??
    partOf(typeof expression.weekday === 'string' ? expression.weekday : undefined)
  );
}

/** A clock time as hh:mm; null if there is no such time. */
export function clockValue(clock: Expression, part: string | null): string | null {
  let hour = number(clock.hour);
  let minute = clock.minute === undefined ? 0 : (number(clock.minute) ?? 0) * (clock.step ?? 1);
  if (clock.value !== undefined) {
    const parts = /^(\d{1,2})(?:[.:uh](\d\d))?/i.exec(String(clock.value));
    if (!parts) return null;
    hour = Number(parts[1]);
    minute = Number(parts[2] ?? 0);
  }
  if (hour === null || !Number.isInteger(hour)) return null;
  const meridiem = String(clock.meridiem ?? /[ap]m$/i.exec(String(clock.value ?? ''))?.[0] ?? '').toLowerCase();
  if (meridiem.startsWith('p') && hour < 12) hour += 12;
  if (meridiem.startsWith('a') && hour === 12) hour = 0;
  if (meridiem === '' && (part === 'AF' || part === 'EV') && hour < 12) hour += 12;
  if (meridiem === '' && part === 'NI' && hour > 8 && hour < 12) hour += 12;
  const minutes = hour * 60 + minute + (clock.plus ?? 0);
  if (minutes < 0 || minutes > 24 * 60) return null;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
