import postgres from "postgres";
import { checkBots } from "../doctor/check-bots";
import { lineOf } from "../doctor/finding";
import type { Env } from "../start/environment";
import type { OwnerInvitation } from "./go-live";
import { invitationLines } from "./invitation-lines";

/** What somebody wants to read who has just gone live: do the bots hear, and where does the owner come in? */
export async function liveLines(env: Env, invitation: OwnerInvitation): Promise<string[]> {
  const findings = await checkBots(env.DATABASE_URL!, env);
  const lines = [...findings.map(lineOf), ...(await linksOf(env.DATABASE_URL!))];
  return [...lines, ...invitationLines(invitation, "npm start -- --tokens")];
}

async function linksOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const rows = await sql<{ kind: string; username: string }[]>`
    select kind, username from bots where enabled order by created_at, id`;
  await sql.end();
  return rows.map(({ kind, username }) => `${kind}: https://t.me/${username}`);
}
