import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { CourierChange, type CourierView } from "#shared/contracts/courier";
import { Vehicle } from "#shared/kernel/vehicle";
import { writeAmount } from "#shared/money/read-amount";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Card, Facts } from "../../kit/ui/Card";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Empty } from "../../kit/ui/States";
import { AmountField, Group, NumberField, SelectField } from "../forms/fields";
import { minorOf, wholeOf } from "../forms/read-fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import { Decide } from "./Decide";
import { PersonBadge } from "./PersonBadge";
import { PurseCard } from "./PurseCard";
import { useCouriers, useDecideCourier } from "./queries";

/** One courier: whether they ride here, with what, and for how much at least. */
export function CourierPage({ id }: { id: string }) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const couriers = useCouriers();
  const courier = couriers.data?.find((each) => each.id === id);
  return (
    <Screen
      title={courier ? [courier.firstName, courier.lastName].filter(Boolean).join(" ") : t("admin-people-couriers")}
      onBack={() => navigate("/couriers")}
      aside={courier && <PersonBadge status={courier.status} />}
    >
      <Query query={couriers}>
        {() =>
          courier ? (
            <>
              <Standing courier={courier} />
              <PurseCard courier={courier} />
              <CourierForm courier={courier} />
            </>
          ) : (
            <Empty icon="bike" text={t("refusal-courier-not-found")} />
          )
        }
      </Query>
    </Screen>
  );
}

function Standing({ courier }: { courier: CourierView }) {
  const { t, language } = useTexts();
  const { id, firstName, phone, rating, acceptanceRate, status } = courier;
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  return (
    <Card>
      <Facts
        rows={[
          [t("admin-branch-phone"), phone ?? "–"],
          [t("admin-courier-rating"), rating === null ? "–" : new Intl.NumberFormat(language).format(rating)],
          [t("admin-courier-acceptance"), acceptanceRate === null ? "–" : share.format(acceptanceRate)],
        ]}
      />
      <Decide name={firstName} status={status} isCourier decision={useDecideCourier(id)} />
    </Card>
  );
}

function CourierForm({ courier }: { courier: CourierView }) {
  const { t } = useTexts();
  const { api } = useSigned().session;
  const queries = useQueryClient();
  const { id, currency, vehicle, capacity, dailyGuaranteeMinor, cashLimitMinor } = courier;
  const form = useForm({
    initial: {
      vehicle,
      capacity: String(capacity),
      dailyGuaranteeMinor: writeAmount(dailyGuaranteeMinor, currency),
      cashLimitMinor: writeAmount(cashLimitMinor, currency),
    },
    schema: CourierChange,
    toInput: (draft) => ({
      vehicle: draft.vehicle,
      capacity: wholeOf(draft.capacity),
      dailyGuaranteeMinor: minorOf(draft.dailyGuaranteeMinor, currency),
      cashLimitMinor: minorOf(draft.cashLimitMinor, currency),
    }),
    save: (change) => ask(api.couriers({ id }).patch(change)),
    saved: () => void queries.invalidateQueries({ queryKey: ["couriers"] }),
  });
  const { draft, set, errorAt } = form;
  return (
    <>
      <Group title={t("admin-courier-work")}>
        <div className="pair">
          <SelectField
            label={t("admin-courier-vehicle")}
            value={draft.vehicle}
            onChange={(chosen) => set({ vehicle: chosen })}
            options={Vehicle.options.map((each) => ({ value: each, text: t(`vehicle-${each}`) }))}
          />
          <NumberField
            label={t("admin-courier-capacity")}
            value={draft.capacity}
            onChange={(value) => set({ capacity: value })}
            error={errorAt("capacity")}
          />
          <AmountField
            label={t("admin-courier-guarantee")}
            currency={currency}
            value={draft.dailyGuaranteeMinor}
            onChange={(value) => set({ dailyGuaranteeMinor: value })}
            error={errorAt("dailyGuaranteeMinor")}
          />
          <AmountField
            label={t("admin-courier-cash-limit")}
            currency={currency}
            value={draft.cashLimitMinor}
            onChange={(value) => set({ cashLimitMinor: value })}
            error={errorAt("cashLimitMinor")}
          />
        </div>
      </Group>
      <SaveBar form={form} />
    </>
  );
}
