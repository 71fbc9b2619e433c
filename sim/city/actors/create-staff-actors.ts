import type { Luck } from "#sim/city/mind/luck";
import { type DispatcherEyes, decideDispatcher } from "#sim/city/people/decide-dispatcher";
import { decideKitchen, type KitchenEyes } from "#sim/city/people/decide-kitchen";
import { type Actor, type ActorDeps, createActor } from "./create-actor";

export type KitchenOptions = ActorDeps & { luck: Luck } & Pick<KitchenEyes, "patienceMs" | "cookMs">;

/** A kitchen: confirms, cooks and puts on the counter. */
export const createKitchenActor = (options: KitchenOptions): Actor =>
  createActor(options, (sight) => decideKitchen({ ...options, sight }));

export type DispatcherOptions = ActorDeps & { luck: Luck } & Pick<DispatcherEyes, "isOnDuty" | "patienceMs">;

/** A dispatcher: answers what rings, and gives away what nobody took. */
export const createDispatcherActor = (options: DispatcherOptions): Actor =>
  createActor(options, (sight) => decideDispatcher({ ...options, sight }));
