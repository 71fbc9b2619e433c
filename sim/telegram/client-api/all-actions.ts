import type { z } from "zod";
import { chats } from "./actions/chats";
import { control } from "./actions/control";
import { miniApps } from "./actions/mini-apps";
import { paying } from "./actions/paying";
import { people } from "./actions/people";
import { pressing } from "./actions/pressing";
import { sharing } from "./actions/sharing";
import { talking } from "./actions/talking";

/** Everything that people can do with their phones, and a test with the world. */
export const ALL_ACTIONS = {
  ...people,
  ...chats,
  ...talking,
  ...sharing,
  ...pressing,
  ...paying,
  ...miniApps,
  ...control,
};

type Actions = typeof ALL_ACTIONS;
export type ActionName = keyof Actions;
export type ActionInput<A extends ActionName> = z.input<Actions[A]["input"]>;
export type ActionResult<A extends ActionName> = Awaited<ReturnType<Actions[A]["run"]>>;
