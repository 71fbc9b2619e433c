import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mustHaveRoom, roomIn, sizeOf } from "./disk-room";
import { mustBeReadable } from "./dot-env";
import { explain } from "./say";

const folder = mkdtempSync(join(tmpdir(), "peyk-ground-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, ".env");
const read = (text: string) => {
  writeFileSync(file, text);
  mustBeReadable(file);
};

describe("a broken .env", () => {
  it("is refused by the numbers of its lines, and never by what stands in them", () => {
    const text = "# ours\nPORT=3000\n\nTOKEN_SECRET: hush\nexport HOST = 0.0.0.0\njust words\n";
    expect(() => read(text)).toThrow(`${file} cannot be read at line 4, 6: write NAME=value there, or # before it.`);
    expect(() => read(text)).not.toThrow(/hush/);
  });

  it("is no broken one when a value goes on over lines, or there is none", () => {
    read('KEY="-----BEGIN\nabc\nEND-----"\nPORT=3000\r\nQUOTED="one line"\n');
    mustBeReadable(join(folder, "missing"));
  });
});

describe("a full disk", () => {
  it("is told before the work begins, with what is needed", () => {
    expect(() => mustHaveRoom("/data", 2_000_000_000, 150_000_000)).toThrow(
      "Only 150 MB are free at /data, 2000 MB are needed: make room there, or name a folder on another disk.",
    );
    mustHaveRoom(folder, 1);
  });

  it("is measured where the folder will be, too", () => {
    expect(roomIn(join(folder, "not", "yet", "there"))).toBeGreaterThan(0);
    writeFileSync(join(folder, "hundred"), "x".repeat(100));
    rmSync(file);
    expect([sizeOf(folder), sizeOf(join(folder, "missing"))]).toEqual([100, 0]);
  });

  it("is one line when it fills in the middle of the work", () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      path: "/data/x",
    });
    expect(explain(full)).toBe(
      "The disk is full (/data/x): make room, then start again. Nothing is lost that was acknowledged.",
    );
  });
});
