import type { z } from "zod";
import { badRequest } from "./api-error";

export type Upload = { bytes: Uint8Array; mimeType: string; fileName?: string };

/** The parameters of one call. Every value is text, as a form sends it; the Bot API reads JSON bodies the same way. */
export class Params {
  readonly #values: ReadonlyMap<string, string>;
  readonly #files: ReadonlyMap<string, Upload>;

  constructor(values: ReadonlyMap<string, string>, files: ReadonlyMap<string, Upload> = new Map()) {
    this.#values = values;
    this.#files = files;
  }

  has(name: string): boolean {
    return this.#values.has(name) || this.#files.has(name);
  }

  /** `undefined` when it is missing or empty. */
  text(name: string): string | undefined {
    return this.#values.get(name) || undefined;
  }

  /** Text that is not a whole number counts as 0, as in the original. */
  int(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = Number(text);
    return Number.isFinite(number) ? Math.trunc(number) : 0;
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }

  flag(name: string): boolean {
    return ["true", "1", "yes", "t", "y"].includes((this.text(name) ?? "").toLowerCase());
  }

  /** @throws ApiError 400 "can't parse <what> JSON object" */
  json<T>(name: string, schema: z.ZodType<T>, what: string): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(parseJson(text, what));
    if (!parsed.success) throw badRequest(`can't parse ${what}: ${parsed.error.issues[0]?.message}`);
    return parsed.data;
  }

  /** The fields of a nested object as parameters of their own; uploads stay in reach. */
  with(fields: Record<string, unknown>): Params {
    const texts = Object.entries(fields).map(([name, value]): [string, string] => [name, asText(value)]);
    return new Params(new Map(texts), this.#files);
  }

  file(name: string): Upload | undefined {
    return this.#files.get(name);
  }
}

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}
