import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Person } from "#api/platform/actor";
import { loadActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type DownloadLink, WantedFile } from "#shared/contracts/download";
import { Id } from "#shared/kernel/ids";
import { Language } from "#shared/kernel/language";
import type { Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";

const GOOD_SECONDS = 300;

const NEEDS: Readonly<Record<WantedFile["kind"], Permission>> = {
  orders: "order.export",
  menu: "menu.edit",
  receipt: "order.see",
};

const Kept = z.object({ organisationId: Id, accountId: Id, botId: Id, language: Language, wanted: WantedFile });

/** A link to a file for whoever holds it, for minutes. @throws Refusal `auth.not_allowed` */
export async function offerDownload(
  { redis, keys, clock }: Deps,
  person: Person,
  { language, wanted }: { language: Language; wanted: WantedFile },
): Promise<DownloadLink> {
  mustMay(person, NEEDS[wanted.kind]);
  const token = randomBytes(32).toString("base64url");
  const { organisationId, accountId, botId } = person;
  const kept: z.infer<typeof Kept> = { organisationId, accountId, botId, language, wanted };
  await redis.set(keys.download(token), JSON.stringify(kept), "EX", GOOD_SECONDS);
  const expiresAt = new Date(clock.realNow().getTime() + GOOD_SECONDS * 1_000).toISOString();
  return { url: `/downloads/${token}`, expiresAt };
}

export type Ordered = { person: Person; language: Language; wanted: WantedFile };

/**
 * Who asked for what, with the rights that they have now.
 * @throws Refusal `download.not_found`, `auth.not_allowed`, `auth.suspended`
 */
export async function openDownload(deps: Deps, token: string): Promise<Ordered> {
  const text = await deps.redis.get(deps.keys.download(token));
  if (!text) throw new Refusal("download.not_found");
  const { language, wanted, ...whose } = Kept.parse(JSON.parse(text));
  const { language: _, ...actor } = await loadActor(deps, whose);
  const person: Person = { ...actor, ...whose, sessionId: null };
  mustMay(person, NEEDS[wanted.kind]);
  return { person, language, wanted };
}
