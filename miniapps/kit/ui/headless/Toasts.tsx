import { Toast } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import { useTexts } from "../../texts";
import { Icon } from "../Icon";
import "./headless.css";

const SHOWN_MS = 5_000;

/** Around an app whose screens say short things that go by themselves. */
export const ToastProvider = ({ children }: { children: ReactNode }) => (
  <Toast.Provider timeout={SHOWN_MS}>
    {children}
    <Toast.Portal>
      <Toast.Viewport className="toasts">
        <Shown />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
);

export type Notice = { text: string; tone?: "good" | "alarm"; action?: { label: string; onPress: () => void } };

/** @returns says something at the foot of the screen: done, undone, refused */
export function useToast(): (notice: Notice) => void {
  const { add } = Toast.useToastManager();
  return ({ text, tone, action }) =>
    void add({
      description: text,
      type: tone ?? "plain",
      priority: tone === "alarm" ? "high" : "low",
      ...(action && { actionProps: { children: action.label, onClick: action.onPress } }),
    });
}

function Shown() {
  const { t } = useTexts();
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={`toast ${toast.type ?? ""}`}>
      <Toast.Description />
      {toast.actionProps && <Toast.Action className="toast-action" />}
      <Toast.Close className="icon-button" aria-label={t("ui-close")}>
        <Icon name="close" size={18} />
      </Toast.Close>
    </Toast.Root>
  ));
}
