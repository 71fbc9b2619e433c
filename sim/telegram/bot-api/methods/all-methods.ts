import type { Methods } from "../call";
import { chats } from "./chats";
import { editing } from "./editing";
import { files } from "./files";
import { locations } from "./locations";
import { media } from "./media";
import { messages } from "./messages";
import { payments } from "./payments";
import { pins } from "./pins";
import { polls } from "./polls";
import { queries } from "./queries";
import { reactions } from "./reactions";
import { settings } from "./settings";
import { updates } from "./updates";

/** The part of the Bot API that exists here. What is not in it answers 404, as a method that Telegram lacks does. */
export const ALL_METHODS: Methods = {
  ...updates,
  ...settings,
  ...messages,
  ...media,
  ...locations,
  ...editing,
  ...pins,
  ...queries,
  ...payments,
  ...polls,
  ...reactions,
  ...chats,
  ...files,
};

// Method names are case-insensitive.
const BY_LOWER_NAME = new Map(Object.entries(ALL_METHODS).map(([name, run]) => [name.toLowerCase(), run]));

export const findMethod = (name: string) => BY_LOWER_NAME.get(name.toLowerCase());
