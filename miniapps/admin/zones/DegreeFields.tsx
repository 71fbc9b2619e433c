import { useState } from "react";
import { Point } from "#shared/kernel/geo";
import type { Place } from "../../kit/map/map-parts";
import { useTexts } from "../../kit/texts";
import { TextField } from "../forms/fields";

type Props = { point: Place; onPick: (point: Place) => void };

/** A place without a pointer: "41.3266, 69.2351", as maps copy it. Counts as soon as it is one. */
export function DegreeFields({ point, onPick }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState(`${point.lat}, ${point.lng}`);
  const [wrong, setWrong] = useState(false);
  const read = (typed: string) => {
    setText(typed);
    const place = placeOf(typed);
    setWrong(place === null);
    if (place) onPick(place);
  };
  return (
    <TextField
      label={t("admin-degrees")}
      value={text}
      onChange={read}
      error={wrong ? t("admin-degrees-wrong") : null}
    />
  );
}

function placeOf(text: string): Place | null {
  const [lat, lng, ...rest] = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
  const parsed = Point.safeParse({ lat, lng });
  return parsed.success && rest.length === 0 ? parsed.data : null;
}
