import type { SeenChat } from "../../world/person-event";

/** What a bubble must know of its chat: things that stay, so that a new message does not redraw all the others. */
export type ChatPlace = Pick<SeenChat, "id" | "kind">;
