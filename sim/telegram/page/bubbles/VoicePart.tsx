import type { Voice } from "grammy/types";
import { useRef, useState } from "react";
import { fileUrl } from "../connection";
import { Icon } from "../ui/Icon";
import { duration } from "../ui/time";

const BARS = 28;

/** Bars from the file's own name: always the same picture for the same recording. */
const heights = (seed: string): number[] =>
  Array.from({ length: BARS }, (_, index) => {
    const code = seed.charCodeAt(index % seed.length) * (index + 7);
    return 4 + (code % 15) * Math.abs(Math.sin(index * 0.9 + code));
  });

export function VoicePart({ voice, mine }: { voice: Voice; mine: boolean }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const flip = () => void (isPlaying ? audio.current?.pause() : audio.current?.play().catch(() => undefined));
  return (
    <div className="voice">
      <button
        type="button"
        className="voice-button"
        onClick={flip}
        aria-label={isPlaying ? "Pause" : "Play the voice message"}
      >
        <Icon name={isPlaying ? "pause" : "play"} size={22} filled={!isPlaying} />
      </button>
      <span className={mine ? "wave mine" : "wave"} aria-hidden="true">
        {heights(voice.file_unique_id).map((height, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have nothing but their place
          <i key={index} style={{ height }} />
        ))}
        <small>{duration(voice.duration)}</small>
      </span>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote down what was said */}
      <audio
        ref={audio}
        src={fileUrl(voice.file_id)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
    </div>
  );
}
