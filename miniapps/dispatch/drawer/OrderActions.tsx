import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../kit/ui/Button";
import { Refused } from "../../kit/ui/States";
import { ChoiceDialog } from "../ui/ChoiceDialog";
import type { BoardAction } from "./order-actions";

type Props = {
  actions: readonly BoardAction[];
  /** Something else on the page is what must be done. */
  isSecondary: boolean;
  onDone: () => void;
};

/** The next step first and large, what ends the order last; while one is under way the others wait. */
export function OrderActions({ actions, isSecondary, onDone }: Props) {
  const [asked, setAsked] = useState<BoardAction | null>(null);
  const act = useMutation({
    mutationFn: ({ action, choice }: { action: BoardAction; choice: string | null }) => action.run(choice),
    onSettled: () => {
      setAsked(null);
      onDone();
    },
  });
  const [first, ...others] = [...actions].sort((a, b) => Number(a.isDanger) - Number(b.isDanger));
  if (!first) return <Refused problem={act.error} />;
  const press = (action: BoardAction) => (action.choices ? setAsked(action) : act.mutate({ action, choice: null }));
  return (
    <div className="drawer-actions">
      {[first, ...others].map((action) => (
        <Button
          key={action.key}
          look={action.isDanger ? "danger" : action === first && !isSecondary ? "primary" : "plain"}
          busy={act.isPending}
          onPress={() => press(action)}
        >
          {action.text}
        </Button>
      ))}
      <Refused problem={act.error} />
      <ChoiceDialog
        title={asked?.text ?? ""}
        choices={asked?.choices ?? null}
        isBusy={act.isPending}
        onChoose={(choice) => asked && act.mutate({ action: asked, choice })}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}
