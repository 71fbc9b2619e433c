import { describe, expect, it } from "vitest";
import { sectionsFor } from "./sections-for";

const SOURCE = `## Refusals

refusal-unknown = Again.

## Bots: customer
chat-title = Hello
## Mini-app track: the order
# What stands on top.
track-title = Your order
    .hint = Look
## Mini-app courier: the shift
courier-title = Shift
`;

describe("the texts of a mini-app", () => {
  it("are those for everybody and its own, and neither the bots' nor another app's", () => {
    expect(sectionsFor(SOURCE, "track")).toBe("refusal-unknown = Again.\ntrack-title = Your order\n    .hint = Look\n");
  });
});
