import { expect, it } from "vitest";
import { clockText } from "./progress";

it.each([
  [65_109, "18:05:09"],
  [-8_717, "21:34:43"],
  [86_700, "24:05:00"],
])("%d seconds after midnight are %s on the progress line", (s, text) => expect(clockText(s)).toBe(text));
