import { type ReactNode, useState } from "react";
import type { Currency } from "#shared/kernel/money";
import type { Minor } from "#shared/kernel/units";
import { writeAmount } from "#shared/money/read-amount";
import type { ApiProblem } from "../../kit/api-problem";
import { money } from "../../kit/format";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Sheet } from "../../kit/ui/headless/Sheet";
import { Refused } from "../../kit/ui/States";
import { AmountField } from "./fields";
import { minorOf } from "./read-fields";

type Props = {
  title: string;
  /** What is asked, with the amount as it stands in the field. */
  question: (amount: string) => string;
  currency: Currency;
  /** What there is. The field begins with all of it. */
  mostMinor: Minor;
  busy: boolean;
  problem: ApiProblem | null;
  onYes: (amountMinor: Minor) => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks how much money shall move, once, before it does. */
export function AmountSheet({ title, question, currency, mostMinor, busy, problem, onYes, onClose, children }: Props) {
  const { t, language } = useTexts();
  const [text, setText] = useState(() => writeAmount(mostMinor, currency));
  const amountMinor = minorOf(text, currency);
  const said = (minor: Minor) => money(language, minor, currency);
  const fits = amountMinor >= 1 && amountMinor <= mostMinor;
  const wrong = amountMinor > mostMinor ? t("admin-form-at-most", { most: said(mostMinor) }) : t("admin-form-amount");
  const foot = (
    <>
      <Button onPress={onClose}>{t("ui-cancel")}</Button>
      <Button look="primary" busy={busy} disabled={!fits} onPress={() => onYes(amountMinor)}>
        {title}
      </Button>
    </>
  );
  return (
    <Sheet title={title} isOpen onClose={onClose} foot={foot}>
      {fits && <p>{question(said(amountMinor))}</p>}
      <AmountField
        label={t("admin-field-amount-minor")}
        currency={currency}
        value={text}
        onChange={setText}
        error={fits ? null : wrong}
      />
      {children}
      <Refused problem={problem} />
    </Sheet>
  );
}
