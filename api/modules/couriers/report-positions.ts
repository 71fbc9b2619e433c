import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { positionProblem } from "#api/domain/position/check-position";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { acrossOrganisations } from "#api/platform/with-actor";
import { couriers } from "#drizzle/schema/index";
import type { HeardPosition, PositionRefusal, PositionsAnswer, ReportedPosition } from "#shared/contracts/position";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { isTracked, ownersOf, type PositionOwner } from "./courier-directory";
import { keepNewest, type NewestPosition } from "./live-positions";

type Answer = z.infer<typeof PositionsAnswer>;
type Refused = Answer["refused"];

/** Positions of one's own phone. @throws Refusal `courier.not_found`, `auth.not_allowed` */
export async function reportPositions(
  deps: Deps,
  actor: Person,
  { positions }: { positions: ReportedPosition[] },
): Promise<Answer> {
  mustMay(actor, "position.send");
  const [courier] = await acrossOrganisations(deps, (tx) =>
    tx
      .select({ id: couriers.id, regionId: couriers.regionId, state: couriers.state, status: couriers.status })
      .from(couriers)
      .where(and(eq(couriers.organisationId, actor.organisationId), eq(couriers.accountId, actor.accountId))),
  );
  if (!courier) throw new Refusal("courier.not_found");
  const { organisationId } = actor;
  const works = courier.status === "active" && isTracked(courier.state);
  const owner = { organisationId, courierId: courier.id, regionId: courier.regionId, works };
  return takeIn(deps, positions, () => owner);
}

/** What one bot heard from the live locations of many. */
export async function hearPositions(
  deps: Deps,
  bot: { organisationId: Id },
  { positions }: { positions: HeardPosition[] },
): Promise<Answer> {
  const owners = await ownersOf(
    deps,
    bot.organisationId,
    positions.map(({ telegramId }) => telegramId),
  );
  return takeIn(deps, positions, ({ telegramId }) => owners.get(telegramId));
}

/** The positions of one courier in a message, in its order, each later than the one before. */
type Track = { owner: PositionOwner; indexes: number[] };

/**
 * Checks each position by itself, puts the newest of each courier where dispatch looks, in one round trip, and leaves
 * the history to the log behind. A courier's position that is not newer than his last is refused.
 */
async function takeIn<P extends ReportedPosition>(
  deps: Deps,
  positions: readonly P[],
  ownerOf: (position: P) => PositionOwner | undefined,
): Promise<Answer> {
  await deps.positionLog.room();
  const nowMs = deps.clock.now().getTime();
  const refused: Refused = [];
  const tracks = new Map<Id, Track>();
  for (const [index, position] of positions.entries()) {
    const owner = ownerOf(position);
    const code = problemOf(owner, position, nowMs) ?? followTrack(tracks, owner!, positions, index);
    if (code) refused.push({ index, code });
  }
  for (const group of byRegion(tracks)) await keepTracks(deps, group, positions, refused);
  refused.sort((a, b) => a.index - b.index);
  return { accepted: positions.length - refused.length, refused };
}

function problemOf(
  owner: PositionOwner | undefined,
  position: ReportedPosition,
  nowMs: number,
): PositionRefusal | null {
  if (!owner) return "courier.not_found";
  return owner.works ? positionProblem(position, nowMs) : "courier.not_online";
}

function followTrack(
  tracks: Map<Id, Track>,
  owner: PositionOwner,
  positions: readonly ReportedPosition[],
  index: number,
): PositionRefusal | null {
  const track = tracks.get(owner.courierId);
  if (!track) {
    tracks.set(owner.courierId, { owner, indexes: [index] });
    return null;
  }
  if (positions[index]!.atMs <= positions[track.indexes.at(-1)!]!.atMs) return "position.stale";
  track.indexes.push(index);
  return null;
}

/** A city's couriers are kept together in Redis; a message is nearly always of one city. */
function byRegion(tracks: Map<Id, Track>): Track[][] {
  const groups = new Map<Id, Track[]>();
  for (const track of tracks.values()) {
    const group = groups.get(track.owner.regionId);
    if (group) group.push(track);
    else groups.set(track.owner.regionId, [track]);
  }
  return [...groups.values()];
}

async function keepTracks(
  deps: Deps,
  tracks: readonly Track[],
  positions: readonly ReportedPosition[],
  refused: Refused,
): Promise<void> {
  const newest = tracks.map(({ owner, indexes }): NewestPosition => {
    const { atMs, lat, lng } = positions[indexes.at(-1)!]!;
    return { courierId: owner.courierId, firstMs: positions[indexes[0]!]!.atMs, atMs, lat, lng };
  });
  const late = await keepNewest(deps, tracks[0]!.owner.regionId, newest);
  for (const [place, { owner, indexes }] of tracks.entries()) {
    const lastMs = late.get(place) ?? Number.NEGATIVE_INFINITY;
    const { courierId, atMs, lat, lng } = newest[place]!;
    if (atMs > lastMs) deps.moveFeed.add(owner.organisationId, [courierId, lat, lng, atMs]);
    for (const index of indexes) {
      const position = positions[index]!;
      if (position.atMs <= lastMs) refused.push({ index, code: "position.stale" });
      else deps.positionLog.add(logged(owner, position));
    }
  }
}

const logged = ({ organisationId, courierId }: PositionOwner, position: ReportedPosition) => ({
  organisationId,
  courierId,
  atMs: position.atMs,
  lat: position.lat,
  lng: position.lng,
  accuracyMetres: position.accuracyMetres ?? null,
  headingDegrees: position.headingDegrees ?? null,
});
