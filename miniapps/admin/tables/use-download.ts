import { useMutation } from "@tanstack/react-query";
import type { DownloadLink, WantedFile } from "#shared/contracts/download";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { openOutside } from "../../kit/telegram";

/** Clients whose own window cannot save a file: the phone's browser does, by a link that needs no sign-in. */
const PHONES = ["android", "ios"];

/** Has the API write a file and the browser save it, however long it is. */
export function useDownload() {
  const { session, launch } = useSigned();
  return useMutation<DownloadLink, ApiProblem, WantedFile>({
    mutationFn: (wanted) => ask(session.api.downloads.post(wanted)),
    onSuccess: ({ url }) => {
      const address = new URL(url, location.origin).href;
      if (PHONES.includes(launch.platform)) openOutside(address);
      else saveFrom(address);
    },
  });
}

function saveFrom(address: string): void {
  const link = Object.assign(document.createElement("a"), { href: address, download: "" });
  document.body.append(link);
  link.click();
  link.remove();
}
