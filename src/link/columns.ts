/** What a column may be made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Numbers of one kind, in a row that grows. */
export interface Column<T extends Numbers> {
  readonly push: (value: number) => void;
  readonly get: (at: number) => number;
  readonly part: (from: number, to: number) => T;
  readonly size: () => number;
}

/** Begin a column of numbers. */
function column<T extends Numbers>(
  make: (size: number) => T,
  part: (all: T, from: number, to: number) => T,
): Column<T> {
  let values = make(256);
  let size = 0;
  return {
    push(value) {
      if (size === values.length) {
        const wider = make(size * 2);
        wider.set(values);
        values = wider;
      }
      values[size] = value;
      size += 1;
    },
    get: at => values[at] ?? 0,
    part: (from, to) => part(values, from, to),
    size: () => size,
  };
}

/** Columns of numbers from 0 to 255. */
export const bytes = (): Column<Uint8Array> =>
  column<Uint8Array>(
    size => new Uint8Array(size),
    (all, from, to) => all.subarray(from, to),
  );
/** Columns of numbers of 16 bits. */
export const shorts = (): Column<Uint16Array> =>
  column<Uint16Array>(
    size => new Uint16Array(size),
    (all, from, to) => all.subarray(from, to),
  );
/** Columns of numbers of 32 bits. */
export const wholes = (): Column<Uint32Array> =>
  column<Uint32Array>(
    size => new Uint32Array(size),
    (all, from, to) => all.subarray(from, to),
  );
/** Columns of day numbers, which may lie before 1970. */
export const days = (): Column<Int32Array> =>
  column<Int32Array>(
    size => new Int32Array(size),
    (all, from, to) => all.subarray(from, to),
  );
/** Columns of numbers of any kind. */
export const fractions = (): Column<Float64Array> =>
  column<Float64Array>(
    size => new Float64Array(size),
    (all, from, to) => all.subarray(from, to),
  );
