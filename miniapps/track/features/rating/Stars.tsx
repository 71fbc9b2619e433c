import { useId } from "react";
import { Icon } from "../../../kit/ui/Icon";

const ALL = [1, 2, 3, 4, 5] as const;

type Props = { value: number; label: string; onChoose?: (stars: number) => void };

/** Five stars; to choose from, or as they were given. */
export function Stars({ value, label, onChoose }: Props) {
  const name = useId();
  if (!onChoose)
    return (
      <span className="stars" role="img" aria-label={`${label}: ${value} / 5`}>
        {ALL.map((star) => (
          <span key={star} className={star <= value ? "lit" : ""}>
            <Icon name="star" />
          </span>
        ))}
      </span>
    );
  return (
    <fieldset className="stars" aria-label={label}>
      {ALL.map((star) => (
        <label key={star} className={star <= value ? "lit" : ""}>
          <input
            type="radio"
            name={name}
            checked={value === star}
            onChange={() => onChoose(star)}
            aria-label={`${star} / 5`}
          />
          <Icon name="star" size={32} />
        </label>
      ))}
    </fieldset>
  );
}
