import { useTexts } from "../../kit/texts";
import { TextField } from "../forms/fields";
import type { Form } from "../forms/use-form";

type Named = { en: string; ru: string; uz: string };

/** A name in each language; English stands in for those that are missing. */
export function NameFields<Draft extends Named>({ form }: { form: Form<Draft> }) {
  const { t } = useTexts();
  const { draft, errorAt } = form;
  const set = (change: Partial<Named>) => form.set(change as Partial<Draft>);
  return (
    <div className="pair">
      <TextField
        label={t("admin-name-en")}
        value={draft.en}
        onChange={(en) => set({ en })}
        error={errorAt("name.en")}
      />
      <TextField
        label={t("admin-name-ru")}
        value={draft.ru}
        onChange={(ru) => set({ ru })}
        error={errorAt("name.ru")}
      />
      <TextField
        label={t("admin-name-uz")}
        value={draft.uz}
        onChange={(uz) => set({ uz })}
        error={errorAt("name.uz")}
      />
    </div>
  );
}
