import type { LoggedPosition } from "./position-log";

/** Positions as COPY reads them. `days`: the days since 1970, in UTC, that they are of. */
export type PositionBatch = { text: Buffer; rows: number; days: ReadonlySet<number> };

/**
 * Collects positions as text in one growing piece of memory, used over and over: thousands of small objects a second
 * that live for as long as a write takes would make the heap rise and fall by a hundred megabytes.
 */
export type PositionText = {
  add(position: LoggedPosition): void;
  readonly rows: number;
  /** What was collected; collecting goes on in another piece. */
  take(): PositionBatch;
  /** The batch is written: its memory may be used again. */
  giveBack(batch: PositionBatch): void;
};

const FIRST_BYTES = 1_048_576;
const NULL = "\\N";
const DAY_MS = 86_400_000;

export function createPositionText(): PositionText {
  let memory: Buffer = Buffer.allocUnsafe(FIRST_BYTES);
  const spare: Buffer[] = [];
  let length = 0;
  let rows = 0;
  let days = new Set<number>();

  return {
    add(position) {
      const line = lineOf(position);
      if (length + line.length > memory.length) memory = twiceAsLarge(memory, length);
      length += memory.write(line, length, "latin1");
      rows += 1;
      days.add(Math.floor(position.atMs / DAY_MS));
    },
    get rows() {
      return rows;
    },
    take() {
      const batch = { text: memory.subarray(0, length), rows, days };
      memory = spare.pop() ?? Buffer.allocUnsafe(FIRST_BYTES);
      [length, rows, days] = [0, 0, new Set<number>()];
      return batch;
    },
    giveBack({ text }) {
      if (spare.length === 0) spare.push(Buffer.from(text.buffer, text.byteOffset));
    },
  };
}

function twiceAsLarge(memory: Buffer, length: number): Buffer {
  const larger = Buffer.allocUnsafe(memory.length * 2);
  memory.copy(larger, 0, 0, length);
  return larger;
}

const lineOf = ({
  organisationId,
  courierId,
  atMs,
  lat,
  lng,
  accuracyMetres,
  headingDegrees,
}: LoggedPosition): string =>
  `${organisationId}\t${courierId}\t${new Date(atMs).toISOString()}\t${lat}\t${lng}\t${accuracyMetres ?? NULL}\t${headingDegrees ?? NULL}\n`;
