import { readFileSync, writeFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE_BYTES = 8;
/** Length, name and checksum around what a chunk carries. */
const AROUND_CHUNK_BYTES = 12;
/** The eye does not miss them; the compressor does. */
const KEPT_BITS = 0b11111100;

type Chunk = { name: string; data: Buffer };

/**
 * Makes a screenshot half as big: six bits a colour, and lines as they are, in which flat areas repeat. For the PNG
 * files that Chromium writes: eight bits a channel, not interlaced.
 */
export function slimPicture(path: string): void {
  const chunks = read(readFileSync(path));
  const header = chunks.find(({ name }) => name === "IHDR")!.data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytesPerPixel = header[9] === 6 ? 4 : 3;
  const packed = Buffer.concat(chunks.filter(({ name }) => name === "IDAT").map(({ data }) => data));
  const lines = unfilter(inflateSync(packed), width * bytesPerPixel, height, bytesPerPixel);
  const data = deflateSync(Buffer.concat(lines.flatMap((line) => [Buffer.from([0]), line.map(coarse)])), { level: 9 });
  const written = [
    { name: "IHDR", data: header },
    { name: "IDAT", data },
    { name: "IEND", data: Buffer.alloc(0) },
  ];
  writeFileSync(path, Buffer.concat([readFileSync(path).subarray(0, SIGNATURE_BYTES), ...written.map(pack)]));
}

/** White stays white: the two bits that go are filled with the two highest. */
const coarse = (value: number): number => (value & KEPT_BITS) | (value >> 6);

function read(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({ name: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + AROUND_CHUNK_BYTES;
  }
  return chunks;
}

function pack({ name, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(Bun.hash.crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** PNG, section 9: each line says how it was predicted from the pixel before and the line above. */
function unfilter(raw: Buffer, stride: number, height: number, step: number): Buffer[] {
  const lines: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const line = Buffer.from(raw.subarray(start + 1, start + 1 + stride));
    const above = lines.at(-1) ?? Buffer.alloc(stride);
    const predict = PREDICTORS[raw[start]!]!;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? line[x - step]! : 0;
      const corner = x >= step ? above[x - step]! : 0;
      line[x] = line[x]! + predict(left, above[x]!, corner);
    }
    lines.push(line);
  }
  return lines;
}

type Predictor = (left: number, above: number, corner: number) => number;

const paeth: Predictor = (left, above, corner) => {
  const guess = left + above - corner;
  const off = (value: number) => Math.abs(guess - value);
  if (off(left) <= off(above) && off(left) <= off(corner)) return left;
  return off(above) <= off(corner) ? above : corner;
};

const PREDICTORS: readonly Predictor[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];
