import { z } from "zod";
import type { Random } from "#shared/kernel/random";
import { pick, wholeBelow } from "./proof";

/** The parts of JSON Schema that zod writes for our contracts. */
export type Shape = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  prefixItems?: Shape[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  minLength?: number;
  $ref?: string;
};

export const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;

/** @param id makes a UUID where one is asked for; `name` is the field that asks */
export type Making = { random: Random; id: (name: string) => string };

/** Something that fits the shape, as far as a shape can tell. */
export function fitting(shape: Shape, making: Making, name = ""): unknown {
  const { random } = making;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return pick(random, shape.enum);
  const choice = shape.anyOf ?? shape.oneOf;
  if (choice) return fitting(pick(random, choice), making, name);
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((part) => fitting(part, making, name)));
  const type = Array.isArray(shape.type) ? pick(random, shape.type) : shape.type;
  switch (type) {
    case "object":
      return objectOf(shape, making);
    case "array":
      return Array.from({ length: Math.max(shape.minItems ?? 0, wholeBelow(random, 3)) }, () =>
        fitting(shape.items ?? {}, making, name),
      );
    case "string":
      return textOf(shape, making, name);
    case "integer":
      return between(shape, random, 50);
    case "number":
      return between(shape, random, 50) + random();
    case "boolean":
      return random() < 0.5;
    default:
      return null;
  }
}

function objectOf({ properties = {}, required = [] }: Shape, making: Making): Record<string, unknown> {
  const entries = Object.entries(properties).filter(([key]) => required.includes(key) || making.random() < 0.7);
  return Object.fromEntries(entries.map(([key, shape]) => [key, fitting(shape, making, key)]));
}

function textOf({ format, minLength = 0 }: Shape, { random, id }: Making, name: string): string {
  if (format === "uuid") return id(name);
  if (format === "date-time") return new Date(1_772_434_800_000 + wholeBelow(random, 1e9)).toISOString();
  if (format === "date") return "2026-03-02";
  if (/^id$|Id$/.test(name)) return id(name);
  return "a text of some length".padEnd(minLength, "x").slice(0, Math.max(minLength, 4 + wholeBelow(random, 16)));
}

function between({ minimum, maximum }: Shape, random: Random, span: number): number {
  const least = Math.max(minimum ?? 0, -1e6);
  const most = Math.min(maximum ?? least + span, least + span);
  return least + wholeBelow(random, most - least + 1);
}

/** Values that no honest client sends. */
const POISON: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.1,
  "",
  " ",
  "\u0000",
  "'; drop table orders; --",
  "<script>",
  "../../etc/passwd",
  "x".repeat(5_000),
  "👩‍🍳",
  "\u202Eabc",
  [],
  {},
  [[]],
  { __proto__: 1 },
  "00000000-0000-0000-0000-000000000000",
  "NaN",
  "2026-02-30T25:61:00Z",
  { $ne: null },
];

/** One thing in it is wrong: a value, a missing field, a field too many, or the whole. */
export function spoilt(value: unknown, random: Random): unknown {
  if (random() < 0.1 || typeof value !== "object" || value === null) return pick(random, POISON);
  if (Array.isArray(value))
    return value.length > 0 ? value.map((one, at) => (at === 0 ? spoilt(one, random) : one)) : pick(random, POISON);
  const keys = Object.keys(value);
  const key = pick(random, keys.length > 0 ? keys : ["extra"]);
  const copy: Record<string, unknown> = { ...value };
  if (random() < 0.15) delete copy[key];
  else copy[key] = spoilt(copy[key], random);
  return copy;
}
