import { describe, expect, it } from "vitest";
import { Refusal } from "#shared/kernel/refusal";
import { outside } from "./outside";

const guard = { timeoutMs: 20, attempts: 3, breakAfter: 2, halfOpenAfterMs: 40 };

describe("a neighbour outside the house", () => {
  it("who says no is not asked again, and the no is passed on", async () => {
    let asked = 0;
    const no = () => {
      asked += 1;
      return Promise.reject(new Refusal("zone.outside"));
    };
    await expect(outside(guard)(no)).rejects.toMatchObject({ code: "zone.outside" });
    expect(asked).toBe(1);
  });

  it("who was away is asked again once they had time to recover", async () => {
    const door = outside(guard);
    for (let i = 0; i < 2; i += 1)
      await expect(door(() => Promise.reject(new Error("away")))).rejects.toMatchObject({ code: "request.busy" });
    await expect.poll(() => door(() => Promise.resolve("back")).catch(() => "still left alone")).toBe("back");
  });
});
