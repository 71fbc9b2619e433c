import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { postgresTool } from "./postgres-tool";

const folder = mkdtempSync(join(tmpdir(), "peyk-tools-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Says which version it is, as PostgreSQL's own do. */
function tool(version: string): string {
  const file = join(folder, `pg_dump-${version}`);
  writeFileSync(file, `#!/bin/sh\necho "pg_dump (PostgreSQL) ${version} (Debian ${version}-0+deb12u1)"\n`, {
    mode: 0o755,
  });
  return file;
}
const [old, same, newer] = [tool("15.18"), tool("18.4"), tool("19.1")];

describe("the tool for a server of somebody else", () => {
  it("is that of the server's own major version, else a newer one", () => {
    expect(postgresTool("pg_dump", "18.4", [old, newer, same])).toBe(same);
    expect(postgresTool("pg_dump", "18.4 (Debian 18.4-1)", [old, newer])).toBe(newer);
  });

  it("is asked for in one line when it is missing or too old", () => {
    expect(() => postgresTool("pg_dump", "18.4", [old])).toThrow(
      "The server is PostgreSQL 18, pg_dump 15 is too old: install postgresql-client-18 (apt.postgresql.org), then try again.",
    );
    expect(() => postgresTool("pg_restore", "18.4", [])).toThrow(/PostgreSQL 18, no pg_restore found: install/);
  });
});
