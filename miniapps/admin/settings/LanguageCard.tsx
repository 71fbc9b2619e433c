import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MeView } from "#shared/contracts/people";
import { Language } from "#shared/kernel/language";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Card } from "../../kit/ui/Card";
import { Refused } from "../../kit/ui/States";
import { useMe } from "../app/use-me";
import { SelectField } from "../forms/fields";

/** Each language in its own words: who cannot read this page must find theirs. */
const NAMES: Record<Language, string> = { en: "English", ru: "Русский", uz: "Oʻzbekcha" };

/** In which language the bots write to the person here. */
export function LanguageCard() {
  const { t } = useTexts();
  const { session } = useSigned();
  const queries = useQueryClient();
  const language = useMe().data.language;
  const choose = useMutation<MeView, ApiProblem, Language>({
    mutationFn: (chosen) => ask(session.api.me.language.put({ language: chosen })),
    onSuccess: (changed) => queries.setQueryData(["me"], changed),
  });
  return (
    <Card title={t("admin-language")}>
      <SelectField
        label={t("admin-language-hint")}
        value={language}
        onChange={(chosen) => choose.mutate(chosen)}
        options={Language.options.map((each) => ({ value: each, text: NAMES[each] }))}
      />
      <Refused problem={choose.error} />
    </Card>
  );
}
