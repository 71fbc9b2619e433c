import { describe, expect, it } from "vitest";
import { sectionsFor } from "./sections-for";

const SOURCE = `## What went wrong and what to do next
refusal-unknown = Again.
## Statuses

order-status-placed = Sent.

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
    expect(sectionsFor(SOURCE, "track")).toBe(
      "order-status-placed = Sent.\ntrack-title = Your order\n    .hint = Look\n",
    );
  });
});
