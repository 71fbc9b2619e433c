import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn, signedInBot } from "#api/platform/signed-in";
import {
  GroupConnected,
  MeView,
  ReachabilityView,
  Reachable,
  SetLanguage,
  SetPhone,
  SetQuietHours,
  ShiftView,
  StaffGroup,
  TelegramPerson,
  Unreachable,
} from "#shared/contracts/people";
import { connectGroup } from "./connect-group";
import { meet } from "./meet";
import { setLanguage, setPhone } from "./own-settings";
import { setQuietHours } from "./quiet-hours";
import { reportReachable, reportUnreachable } from "./report-reachability";
import { endShift, startShift } from "./staff-shift";
import { whoIs } from "./who-is";

export const meRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/me", tags: ["people"] })
    .use(signedIn(deps))
    .get("/", ({ actor }) => whoIs(deps, actor), { response: MeView, detail: { summary: "Who am I here?" } })
    .put("/language", ({ actor, body }) => setLanguage(deps, actor, body), {
      body: SetLanguage,
      response: MeView,
      detail: { summary: "Choose the language of all texts" },
    })
    .put("/phone", ({ actor, body }) => setPhone(deps, actor, body), {
      body: SetPhone,
      response: MeView,
      detail: { summary: "Give the number under which the business may call" },
    })
    .put("/quiet-hours", ({ actor, body }) => setQuietHours(deps, actor, body), {
      body: SetQuietHours,
      response: MeView,
      detail: { summary: "Hear nothing but alerts between these times of the day" },
    })
    .post("/shift/start", ({ actor }) => startShift(deps, actor), {
      response: ShiftView,
      detail: { summary: "Be on duty: alerts ring here first" },
    })
    .post("/groups", ({ actor, body }) => connectGroup(deps, actor, body), {
      body: StaffGroup,
      response: GroupConnected,
      detail: { summary: "Let alerts ring in a group of the staff, too" },
    })
    .post("/shift/end", ({ actor }) => endShift(deps, actor), {
      response: ShiftView,
      detail: { summary: "Go off duty" },
    });

export const peopleRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/people", tags: ["for bots"] })
    .use(signedInBot(deps))
    .post("/meet", ({ bot, body }) => meet(deps, bot, body), {
      body: TelegramPerson,
      response: MeView,
      detail: { summary: "Somebody wrote to the bot" },
    })
    .post("/unreachable", ({ bot, body }) => reportUnreachable(deps, bot, body), {
      body: Unreachable,
      response: ReachabilityView,
      detail: { summary: "Somebody cannot be reached through the bot any more" },
    })
    .post("/reachable", ({ bot, body }) => reportReachable(deps, bot, body), {
      body: Reachable,
      response: ReachabilityView,
      detail: { summary: "Somebody can be reached through the bot again" },
    });
