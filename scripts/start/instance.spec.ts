import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { goneWithin, isRunning } from "#sim/stack/process-info";
import { addressesOf, claimInstance, runningAddresses, stopInstance } from "./instance";

const folder = mkdtempSync(join(tmpdir(), "peyk-instance-"));
const file = join(folder, "running.json");
const sleepers: number[] = [];

/** A process whose command line reads like one of ours, or like somebody else's. */
function sleeper(name: string): number {
  const { pid } = spawn("sleep", ["60"], { argv0: name, stdio: "ignore" });
  sleepers.push(pid!);
  return pid!;
}
const leave = (record: object | string) =>
  writeFileSync(file, typeof record === "string" ? record : JSON.stringify(record));
const NOBODY = 2 ** 22 + 1; // above the highest process id

afterAll(async () => {
  for (const pid of sleepers.filter(isRunning)) process.kill(pid);
  await goneWithin(5_000, ...sleepers);
  rmSync(folder, { recursive: true });
});

describe("one start per data folder", () => {
  it("refuses a second start and says how to end the first", async () => {
    const first = sleeper("bun scripts/start.ts");
    leave({ supervisor: first, children: [] });
    await expect(claimInstance(file)).rejects.toThrow(new RegExp(`already runs.*kill ${first}`));
  });

  it("ends what a killed start left behind, and nobody else", async () => {
    const ours = sleeper("bun api/main.ts");
    const stranger = sleeper("somebody-elses-program");
    const children = [
      { name: "api", pid: ours },
      { name: "worker", pid: stranger },
      { name: "redis", pid: NOBODY },
    ];
    leave({ supervisor: NOBODY, children });
    const instance = await claimInstance(file);
    expect([isRunning(ours), isRunning(stranger)]).toEqual([false, true]);
    instance.release();
  });

  it("is ended from beside it, and a stranger with its process id is not", async () => {
    const first = sleeper("bun scripts/start.ts");
    leave({ supervisor: first, children: [] });
    expect(await stopInstance(file, 5_000)).toBe(true);
    expect(isRunning(first)).toBe(false);
    const stranger = sleeper("somebody-elses-program");
    leave({ supervisor: stranger, children: [] });
    expect(await stopInstance(file, 5_000)).toBe(false);
    expect(isRunning(stranger)).toBe(true);
  });

  it("takes no stranger for a former start that got the same process id", async () => {
    leave({ supervisor: sleeper("somebody-elses-program"), children: [] });
    (await claimInstance(file)).release();
  });

  it("tells commands beside it where everything is, for as long as it runs", async () => {
    const addresses = addressesOf({ PORT: "3005", TOKEN_SECRET: "hush" });
    expect(addresses).toEqual({ PORT: "3005" });
    leave({ supervisor: sleeper("bun scripts/start.ts --quiet"), children: [], addresses });
    expect(runningAddresses(file)).toEqual({ PORT: "3005" });
    leave({ supervisor: NOBODY, children: [], addresses });
    expect(runningAddresses(file)).toBeUndefined();
  });

  it("does not mind a record that was cut off", async () => {
    leave('{"supervisor":12');
    const instance = await claimInstance(file);
    instance.remember({ name: "api", pid: NOBODY });
    instance.release();
    expect(existsSync(file)).toBe(false);
  });
});
