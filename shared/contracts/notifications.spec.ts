import { describe, expect, it } from "vitest";
import { NOTIFICATION_KINDS, Notification, type NotificationKind, subjectOf, threadOf } from "./notifications";

const KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];
const ID = "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6";

describe("the kinds of notification", () => {
  it("have one row each", () => {
    const variants = Notification.options.map((option) => option.shape.kind.value);
    expect([...KINDS].sort()).toEqual([...variants].sort());
  });

  it("name a subject that their body really has", () => {
    for (const option of Notification.options)
      expect(Object.keys(option.shape)).toContain(NOTIFICATION_KINDS[option.shape.kind.value].subject);
  });

  it("close only what was written by the same bot about the same subject, and at its urgency", () => {
    const closing = KINDS.filter((kind) => NOTIFICATION_KINDS[kind].manner === "closing");
    expect(closing).not.toEqual([]);
    for (const kind of closing) {
      const { bot, subject, urgency } = NOTIFICATION_KINDS[kind];
      expect(NOTIFICATION_KINDS[threadOf(kind)]).toMatchObject({ bot, subject, urgency });
      expect(threadOf(kind)).not.toBe(kind);
    }
  });

  it("ring with a sound, and edit without one", () => {
    for (const kind of KINDS) {
      const { manner, loud } = NOTIFICATION_KINDS[kind];
      if (manner === "ring") expect(loud).toBe(true);
      if (manner === "card" || manner === "closing") expect(loud).toBe(false);
    }
  });

  it("give nothing but alerts the right to overtake offers", () => {
    for (const kind of KINDS) expect(NOTIFICATION_KINDS[kind].urgency === 0).toBe(kind.startsWith("alert."));
  });
});

describe("a notification", () => {
  it("tells what it is about", () => {
    expect(subjectOf({ kind: "offer.made", offerId: ID, expiresAt: "2026-03-21T12:00:00Z" })).toBe(ID);
  });

  it("is refused when it carries what is no id", () => {
    expect(Notification.safeParse({ kind: "trip.card", tripId: "7" }).success).toBe(false);
  });
});
