import { useQuery } from "@tanstack/react-query";
import { ImageIcon } from "lucide-react";
import type { MediaLink } from "#shared/contracts/media";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

/** Half of what a link is good for. */
const LINK_MS = 300_000;

/** A photo of a dish, as decoration beside its name. */
export function Photo({ mediaId, className = "thumb" }: { mediaId: string | null; className?: string }) {
  const { api } = useSigned().session;
  const link = useQuery<MediaLink, ApiProblem>({
    queryKey: ["media", mediaId],
    queryFn: () => ask(api.media({ id: mediaId! }).get()),
    enabled: mediaId !== null,
    staleTime: LINK_MS,
  });
  if (link.data) return <img className={className} src={link.data.url} alt="" loading="lazy" />;
  return (
    <span className={`${className} no-photo`} aria-hidden="true">
      <ImageIcon size={18} />
    </span>
  );
}
