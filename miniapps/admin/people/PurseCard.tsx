import { useState } from "react";
import type { CourierPurse, CourierView } from "#shared/contracts/courier";
import { money } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Card, Facts } from "../../kit/ui/Card";
import { Query } from "../../kit/ui/Query";
import { useMay } from "../app/use-me";
import { useBranches } from "../branches/queries";
import { AmountSheet } from "../forms/AmountSheet";
import { SelectField } from "../forms/fields";
import { type SettlementKind, usePurse, useSettle } from "./queries";

/** What a courier holds of ours and we of theirs, and both ways to even it out. */
export function PurseCard({ courier }: { courier: CourierView }) {
  const { t, language } = useTexts();
  const [open, setOpen] = useState<SettlementKind | null>(null);
  const takesIn = useMay("cash.take_in");
  const paysOut = useMay("courier.pay_out");
  return (
    <Card title={t("admin-courier-money")}>
      <Query query={usePurse(courier.id)} rows={1}>
        {(purse) => {
          const { currency, cashInHandMinor, owedMinor } = purse;
          return (
            <>
              <Facts
                rows={[
                  [t("admin-courier-cash-in-hand"), money(language, cashInHandMinor, currency)],
                  [t("admin-courier-owed"), money(language, owedMinor, currency)],
                ]}
              />
              <div className="line">
                {takesIn && cashInHandMinor > 0 && (
                  <Button look="primary" onPress={() => setOpen("cash-hand-ins")}>
                    {t("admin-courier-take-in")}
                  </Button>
                )}
                {paysOut && owedMinor > 0 && (
                  <Button onPress={() => setOpen("pay-outs")}>{t("admin-courier-pay-out")}</Button>
                )}
              </div>
              {open && (
                <SettlementSheet key={open} courier={courier} purse={purse} kind={open} onClose={() => setOpen(null)} />
              )}
            </>
          );
        }}
      </Query>
    </Card>
  );
}

const WORDS = { "cash-hand-ins": "admin-courier-take-in", "pay-outs": "admin-courier-pay-out" } as const;

type SheetProps = { courier: CourierView; purse: CourierPurse; kind: SettlementKind; onClose: () => void };

function SettlementSheet({ courier: { id, firstName: name }, purse, kind, onClose }: SheetProps) {
  const { t, language } = useTexts();
  const { currency, cashInHandMinor, owedMinor } = purse;
  // One name for everything that this sheet sends: a second try after a lost answer books once.
  const [settlementId] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<string | null>(null);
  const { branches: mine } = useSigned().me;
  const tills = (useBranches().data ?? []).filter(
    (branch) => branch.currency === currency && (mine === "all" || mine.includes(branch.id)),
  );
  const branchId = chosen ?? tills[0]?.id;
  const settle = useSettle(id, kind);
  return (
    <AmountSheet
      title={t(WORDS[kind])}
      question={(amount) => t(`${WORDS[kind]}-question`, { name, amount })}
      currency={currency}
      mostMinor={kind === "cash-hand-ins" ? cashInHandMinor : owedMinor}
      busy={settle.isPending}
      problem={settle.error}
      onYes={(amountMinor) =>
        branchId && settle.mutate({ settlementId, branchId, amountMinor }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      {branchId && tills.length > 1 && (
        <SelectField
          label={t("admin-courier-till")}
          value={branchId}
          onChange={setChosen}
          options={tills.map((branch) => ({ value: branch.id, text: localText(branch.name, language) }))}
        />
      )}
    </AmountSheet>
  );
}
