import { describe, expect, it } from "vitest";
import type { ReportedPosition } from "#shared/contracts/position";
import type { PositionBuffer } from "./position-batch";
import { createPositionSender } from "./position-sender";

const fix = (seconds: number): ReportedPosition => ({ atMs: seconds * 1_000, lat: 41.3 + seconds / 1_000, lng: 69.2 });

function phone(kept: PositionBuffer = []) {
  let stored = kept;
  let online = true;
  const heard: number[] = [];
  const sender = createPositionSender({
    load: async () => stored,
    save: async (buffer) => {
      stored = buffer;
    },
    report: async (batch) => {
      if (!online) throw new Error("no network");
      heard.push(...batch.map(({ atMs }) => atMs / 1_000));
      return { accepted: batch.length, refused: [] };
    },
  });
  return { sender, heard, stored: () => stored, network: (is: boolean) => (online = is) };
}

describe("the positions of a courier's phone", () => {
  it("are kept while there is no network, and then reported in their order, each once", async () => {
    const { sender, heard, network, stored } = phone();
    network(false);
    for (const second of [10, 20, 30]) {
      sender.add(fix(second));
      await sender.flush();
    }
    expect(heard).toEqual([]);
    expect(stored()).toHaveLength(3);
    expect(sender.lastHeardAtMs()).toBe(null);
    network(true);
    sender.add(fix(40));
    await Promise.all([sender.flush(), sender.flush()]);
    expect(heard).toEqual([10, 20, 30, 40]);
    expect(sender.lastHeardAtMs()).toBe(40_000);
    expect(stored()).toEqual([]);
  });

  it("go out from before a restart, too, and by the hundred", async () => {
    const { sender, heard } = phone(Array.from({ length: 150 }, (_, index) => fix(index * 5)));
    await sender.flush();
    expect(heard).toHaveLength(150);
  });
});
