import { useMutation } from "@tanstack/react-query";
import type { ImportDone, ImportPreview } from "#shared/contracts/menu-csv";
import { ApiProblem, problemOf } from "../../kit/api-problem";
import { useSigned } from "../../kit/start-app";
import { useForgetMenu } from "./queries";

/** Sends a file as it is: the session's client would read it as text, and its letters are not known yet. */
function useSend() {
  const { session } = useSigned();
  return async <T>(path: string, file: Blob): Promise<T> => {
    const headers = { authorization: `Bearer ${await session.accessToken()}`, "content-type": "text/csv" };
    const reply = await fetch(path, { method: "POST", headers, body: file }).catch(() => {
      throw new ApiProblem("offline");
    });
    const value: unknown = await reply.json().catch(() => null);
    if (!reply.ok) throw problemOf({ status: reply.status, value });
    return value as T;
  };
}

export type Previewed = { file: File; preview: ImportPreview };

export function usePreviewImport(brandId: string) {
  const send = useSend();
  return useMutation<Previewed, ApiProblem, File>({
    mutationFn: async (file) => ({ file, preview: await send(`/brands/${brandId}/menu-file/preview`, file) }),
  });
}

export function useImportMenu(brandId: string) {
  const send = useSend();
  return useMutation<ImportDone, ApiProblem, Previewed>({
    mutationFn: ({ file, preview }) => {
      const query = new URLSearchParams({ fingerprint: preview.fingerprint });
      return send(`/brands/${brandId}/menu-file?${query}`, file);
    },
    onSettled: useForgetMenu(),
  });
}
