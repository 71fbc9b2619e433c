import { describe, expect, it } from "vitest";
import { sectionsFor } from "./sections-for";

const SOURCE = `## What went wrong and what to do next
refusal-unknown = Again.
## Statuses

order-status-placed = Sent.

## Bots: customer
chat-title = Hello
## The start page of the demo
start-title = Peyk
## Mini-apps: everywhere
ui-back = Back
## Mini-app track: the order
# What stands on top.
track-title = Your order
    .hint = Look
## Mini-app courier, first: the shift
courier-title = Shift
## Mini-app courier: the trip
courier-fetch = Fetch
`;

describe("the texts of a mini-app", () => {
  it("are those for everybody and its own, and neither the bots' nor another app's", () => {
    expect(sectionsFor(SOURCE, "track", "first")).toBe(
      "order-status-placed = Sent.\nui-back = Back\ntrack-title = Your order\n    .hint = Look\n",
    );
    expect(sectionsFor(SOURCE, "track", "later")).toBe("");
  });

  it("come in two parts where it names what its first screen says", () => {
    expect(sectionsFor(SOURCE, "courier", "first")).toBe("ui-back = Back\ncourier-title = Shift\n");
    expect(sectionsFor(SOURCE, "courier", "later")).toBe("order-status-placed = Sent.\ncourier-fetch = Fetch\n");
  });
});
