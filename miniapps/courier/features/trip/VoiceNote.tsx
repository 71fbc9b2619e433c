import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Id } from "#shared/kernel/ids";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { Refused } from "../../../kit/ui/States";

/** The customer's own words about how to find the door, fetched when somebody wants to hear them. */
export function VoiceNote({ mediaId }: { mediaId: Id }) {
  const { t } = useTexts();
  const { api } = useSigned().session;
  const [wanted, setWanted] = useState(false);
  const link = useQuery({
    queryKey: ["courier", "media", mediaId],
    queryFn: () => ask(api.media({ id: mediaId }).get()),
    enabled: wanted,
    staleTime: 300_000, // the link lasts ten minutes
  });
  // biome-ignore lint/a11y/useMediaCaption: nobody writes down what a customer says
  if (link.data) return <audio className="voice" src={link.data.url} controls autoPlay aria-label={t("road-voice")} />;
  return (
    <>
      <Button onPress={() => setWanted(true)} busy={link.isFetching}>
        <Icon name="play" size={20} />
        {t("road-voice")}
      </Button>
      <Refused problem={link.error} />
    </>
  );
}
