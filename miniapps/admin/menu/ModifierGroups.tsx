import { Plus } from "lucide-react";
import type { Currency } from "#shared/kernel/money";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { AmountField, CheckField, Group, NumberField } from "../forms/fields";
import type { Form } from "../forms/use-form";
import { type GroupFields, type ItemFields, type ModifierFields, newGroup, newModifier } from "./item-draft";
import { WordsFields } from "./WordsFields";

type Props = { currency: Currency; form: Form<ItemFields> };

/** What a customer chooses with the dish: a size, a sauce, extras. */
export function ModifierGroups({ currency, form }: Props) {
  const { t } = useTexts();
  const { groups } = form.draft;
  const replace = (index: number, group: GroupFields | null) =>
    form.set({ groups: groups.flatMap((each, at) => (at === index ? (group ?? []) : each)) });
  return (
    <>
      {groups.map((group, index) => (
        <GroupEditor
          key={group.key}
          group={group}
          currency={currency}
          errorAt={(path) => form.errorAt(`modifierGroups.${index}.${path}`)}
          onChange={(next) => replace(index, next)}
        />
      ))}
      <div className="line">
        <Button onPress={() => form.set({ groups: [...groups, newGroup()] })}>
          <Plus size={18} aria-hidden="true" />
          {t("admin-choices-add-group")}
        </Button>
      </div>
    </>
  );
}

type EditorProps = {
  group: GroupFields;
  currency: Currency;
  errorAt: (path: string) => string | null;
  onChange: (group: GroupFields | null) => void;
};

function GroupEditor({ group, currency, errorAt, onChange }: EditorProps) {
  const { t } = useTexts();
  const { modifiers } = group;
  const replace = (index: number, modifier: ModifierFields | null) =>
    onChange({ ...group, modifiers: modifiers.flatMap((each, at) => (at === index ? (modifier ?? []) : each)) });
  return (
    <Group title={group.name.en || t("admin-choices-group")} hint={t("admin-choices-hint")}>
      <WordsFields
        label={t("admin-choices-name")}
        value={group.name}
        onChange={(name) => onChange({ ...group, name })}
        error={errorAt("name.en")}
      />
      <div className="pair">
        <NumberField
          label={t("admin-choices-least")}
          value={group.min}
          onChange={(min) => onChange({ ...group, min })}
          error={errorAt("minChoices")}
        />
        <NumberField
          label={t("admin-choices-most")}
          value={group.max}
          onChange={(max) => onChange({ ...group, max })}
          error={errorAt("maxChoices")}
        />
      </div>
      {modifiers.map((modifier, index) => (
        <div key={modifier.key} className="choice">
          <WordsFields
            label={t("admin-choices-choice")}
            value={modifier.name}
            onChange={(name) => replace(index, { ...modifier, name })}
            error={errorAt(`modifiers.${index}.name.en`)}
          />
          <div className="pair">
            <AmountField
              label={t("admin-choices-adds")}
              currency={currency}
              value={modifier.delta}
              onChange={(delta) => replace(index, { ...modifier, delta })}
              error={errorAt(`modifiers.${index}.priceDeltaMinor`)}
            />
            <CheckField
              label={t("admin-choices-available")}
              value={modifier.available}
              onChange={(available) => replace(index, { ...modifier, available })}
            />
            {modifiers.length > 1 && (
              <Button look="danger" onPress={() => replace(index, null)}>
                {t("admin-choices-remove")}
              </Button>
            )}
          </div>
        </div>
      ))}
      <div className="line">
        <Button onPress={() => onChange({ ...group, modifiers: [...modifiers, newModifier()] })}>
          <Plus size={18} aria-hidden="true" />
          {t("admin-choices-add")}
        </Button>
        <Button look="danger" onPress={() => onChange(null)}>
          {t("admin-choices-remove-group")}
        </Button>
      </div>
    </Group>
  );
}
