import { Button } from "../../kit/ui/Button";
import { Sheet } from "../../kit/ui/headless/Sheet";

export type Choice = { value: string; text: string };

type Props = {
  title: string;
  /** Null: closed. */
  choices: readonly Choice[] | null;
  isBusy?: boolean;
  onChoose: (value: string) => void;
  onClose: () => void;
};

/** A question with a few answers, each one tap; also the second look before something that cannot be undone. */
export const ChoiceDialog = ({ title, choices, isBusy = false, onChoose, onClose }: Props) => (
  <Sheet title={title} isOpen={choices !== null} onClose={onClose}>
    <div className="choices">
      {choices?.map(({ value, text }) => (
        <Button key={value} wide busy={isBusy} onPress={() => onChoose(value)}>
          {text}
        </Button>
      ))}
    </div>
  </Sheet>
);
