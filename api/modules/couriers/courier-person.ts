import type { Person } from "#api/platform/actor";
import { mustMay } from "#api/platform/must-may";
import type { Id } from "#shared/kernel/ids";
import type { Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";

/** Somebody who came through a courier bot and is a courier here. @throws Refusal `auth.not_allowed`, `courier.not_found` */
export function mustBeCourier(actor: Person, permission: Permission): Id {
  mustMay(actor, permission);
  if (!actor.courierId) throw new Refusal("courier.not_found");
  return actor.courierId;
}
