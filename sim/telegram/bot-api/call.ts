import type { ApiMethods, Message } from "grammy/types";
import type { Bot } from "../world/state";
import type { World } from "../world/world";
import type { Faults } from "./faults";
import type { Limiter } from "./limits";
import type { Params } from "./params";
import type { Polling } from "./polling";

/** One call of a method by a bot. */
export type Call = {
  world: World;
  bot: Bot;
  params: Params;
  limiter: Limiter;
  faults: Faults;
  polling: Polling;
  /** Fires when the bot hangs up. */
  signal: AbortSignal;
};

type Maybe<T> = T | Promise<T>;
/** The library names the one content a method returns; ours is a message whose content is known at run time. */
type Answer<R> = R extends Message ? Message : R extends Message[] ? Message[] : R;

export type MethodName = keyof ApiMethods;
/** A part of the Bot API: each method by its own name, answering in the shape the library's types demand. */
export type Methods = { [M in MethodName]?: (call: Call) => Maybe<Answer<ReturnType<ApiMethods[M]>>> };
