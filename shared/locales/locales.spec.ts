import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { AlertKind, AlertLevel, AlertState } from "#shared/alert/alert";
import { CourierState, CourierStatus } from "#shared/courier/courier-state";
import { DeliveryAction, DeliveryStatus } from "#shared/delivery/delivery-status";
import { DeclineReason, OfferStatus, ReleaseReason } from "#shared/delivery/offer";
import { ProofKind } from "#shared/delivery/proof";
import { Language } from "#shared/kernel/language";
import { RefusalCode } from "#shared/kernel/refusal";
import { Doer } from "#shared/kernel/role";
import { Vehicle } from "#shared/kernel/vehicle";
import { PaymentMethod, PaymentState } from "#shared/money/payment";
import { Fulfilment } from "#shared/order/fulfilment";
import { CallOffReason, CancelReason, FailReason, RejectReason } from "#shared/order/order-reasons";
import { OrderAction, OrderStatus } from "#shared/order/order-status";

/** Words that rows store, and the prefix under which people read them. */
const NAMED: Record<string, readonly string[]> = {
  refusal: [...RefusalCode.options, "unknown"],
  "order-status": OrderStatus.options,
  "order-action": OrderAction.options,
  "delivery-status": DeliveryStatus.options,
  "delivery-action": DeliveryAction.options,
  "reject-reason": RejectReason.options,
  "cancel-reason": CancelReason.options,
  "call-off-reason": CallOffReason.options,
  "fail-reason": FailReason.options,
  "decline-reason": DeclineReason.options,
  "release-reason": ReleaseReason.options,
  "offer-status": OfferStatus.options,
  "payment-method": PaymentMethod.options,
  "payment-state": PaymentState.options,
  fulfilment: Fulfilment.options,
  "proof-kind": ProofKind.options,
  alert: AlertKind.options,
  "alert-state": AlertState.options,
  "alert-level": AlertLevel.options,
  role: Doer.options,
  "courier-state": CourierState.options,
  "courier-status": CourierStatus.options,
  vehicle: Vehicle.options,
};

const textOf = (language: Language) => readFileSync(new URL(`./${language}.ftl`, import.meta.url), "utf8");
const messagesOf = (language: Language) => new FluentResource(textOf(language)).body;
const messageIds = (language: Language) => messagesOf(language).map(({ id }) => id);

/** `{ $name }` of each message, attributes included, in alphabetical order. */
const variablesOf = (language: Language): Record<string, string[]> =>
  Object.fromEntries(
    messagesOf(language).map((message) => {
      const names = JSON.stringify([message.value, message.attributes]).matchAll(/"type":"var","name":"(\w+)"/g);
      return [message.id, [...new Set([...names].map((match) => match[1]!))].sort()];
    }),
  );

describe.each(Language.options)("the texts in %s", (language) => {
  it("name every word that a row stores, and every refusal", () => {
    const wanted = Object.entries(NAMED).flatMap(([prefix, words]) =>
      words.map((word) => `${prefix}-${word.replaceAll(/[._]/g, "-")}`),
    );
    const known = new Set(messageIds(language));
    expect(wanted.filter((id) => !known.has(id))).toEqual([]);
  });

  it("have the same messages with the same variables as English", () => {
    expect(variablesOf(language)).toEqual(variablesOf("en"));
  });

  it("are read whole: nothing twice, nothing that Fluent drops as junk", () => {
    const written = [...textOf(language).matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map((match) => match[1]!);
    expect(messageIds(language)).toEqual(written);
    const bundle = new FluentBundle(language);
    expect(bundle.addResource(new FluentResource(textOf(language)))).toEqual([]);
  });

  it("say what to do next after a refusal: two sentences, without variables that a caller might forget", () => {
    const refusals = messagesOf(language).filter(({ id }) => id.startsWith("refusal-"));
    for (const { id, value } of refusals) {
      expect([id, typeof value]).toEqual([id, "string"]);
      expect([id, /[.:] ?\S.*\.$/.test(String(value))]).toEqual([id, true]);
    }
  });

  it("are in kebab-case ids", () => {
    for (const id of messageIds(language)) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });
});

describe("the texts in Uzbek", () => {
  it("are in Latin script", () => {
    expect(textOf("uz")).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it("spell oʻ and gʻ with the proper letter, not with a quote", () => {
    expect(textOf("uz")).not.toMatch(/[og]['’‘`]/i);
  });
});
