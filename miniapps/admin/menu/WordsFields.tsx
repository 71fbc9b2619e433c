import { useTexts } from "../../kit/texts";
import { Field } from "../../kit/ui/Field";
import type { Words } from "./item-draft";

type Props = {
  label: string;
  value: Words;
  onChange: (value: Words) => void;
  error?: string | null;
  long?: boolean;
};

const LANGUAGES = ["en", "ru", "uz"] as const;

/** One text in three languages; an empty one falls back to English. */
export function WordsFields({ label, value, onChange, error = null, long = false }: Props) {
  const { t } = useTexts();
  return (
    <div className="pair">
      {LANGUAGES.map((language) => (
        <Field
          key={language}
          label={`${label}, ${t(`admin-language-${language}`)}`}
          error={language === "en" ? error : null}
        >
          {long ? (
            <textarea
              rows={2}
              value={value[language]}
              onChange={(event) => onChange({ ...value, [language]: event.target.value })}
            />
          ) : (
            <input
              type="text"
              autoComplete="off"
              value={value[language]}
              onChange={(event) => onChange({ ...value, [language]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
