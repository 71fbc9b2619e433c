import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OrderView } from "#shared/contracts/order";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Card } from "../../../kit/ui/Card";
import { Query } from "../../../kit/ui/Query";
import { Refused } from "../../../kit/ui/States";
import { Stars } from "./Stars";

type About = "food" | "courier";

/** Food once it arrived, the courier in any case; each once. */
export function RatingCard({ order }: { order: OrderView }) {
  const { t } = useTexts();
  const { api } = useSigned().session;
  const queryKey = ["ratings", order.id];
  const given = useQuery({ queryKey, queryFn: () => ask(api.orders({ id: order.id }).ratings.get()) });
  const wanted: About[] = [
    ...(order.status === "delivered" ? (["food"] as const) : []),
    ...(order.delivery?.courier ? (["courier"] as const) : []),
  ];
  return (
    <Card title={t("track-rate")}>
      <Query query={given} rows={1}>
        {({ ratings }) =>
          wanted.map((about) => {
            const own = ratings.find((rating) => rating.about === about);
            return own ? (
              <div key={about} className="rated">
                <span>{t(`track-rate-${about}`)}</span>
                <Stars value={own.stars} label={t(`track-rate-${about}`)} />
              </div>
            ) : (
              <Question key={about} orderId={order.id} about={about} />
            );
          })
        }
      </Query>
    </Card>
  );
}

function Question({ orderId, about }: { orderId: string; about: About }) {
  const { t } = useTexts();
  const { api } = useSigned().session;
  const queries = useQueryClient();
  const [stars, setStars] = useState(0);
  const [comment, setComment] = useState("");
  const rate = useMutation({
    mutationFn: () => ask(api.orders({ id: orderId }).ratings.post({ about, stars, comment: comment.trim() || null })),
    onSuccess: () => haptic("success"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["ratings", orderId] }),
  });
  return (
    <div className="rate">
      <span>{t(`track-rate-${about}`)}</span>
      <Stars value={stars} label={t(`track-rate-${about}`)} onChoose={setStars} />
      {stars > 0 && (
        <>
          <input
            value={comment}
            maxLength={500}
            onChange={({ target }) => setComment(target.value)}
            placeholder={t("track-rate-comment")}
            aria-label={t("track-rate-comment")}
          />
          <Button look="primary" busy={rate.isPending} onPress={() => rate.mutate()}>
            {t("track-rate-send")}
          </Button>
        </>
      )}
      <Refused problem={rate.error} />
    </div>
  );
}
