import { useEffect, useRef, useState } from 'react';
import type { Scoreboard } from '../providers/types';

const glowMs = 2000;

function figuresOf(scoreboard: Scoreboard): Map<string, string> {
  const figures = new Map<string, string>();
  for (const indicator of scoreboard.indicators) {
    figures.set(indicator.code, `${indicator.commune.numerator}/${indicator.commune.denominator}`);
  }
  for (const village of scoreboard.villages) {
    for (const cell of village.cells) {
      figures.set(`${village.id} ${cell.indicatorCode}`, `${cell.numerator}/${cell.denominator}`);
    }
  }
  return figures;
}

/** The cells whose figures have just changed, for two seconds; nothing glows on the first load. */
export function useGlow(scoreboard: Scoreboard | undefined): ReadonlySet<string> {
  const before = useRef<Map<string, string> | undefined>(undefined);
  const [glowing, setGlowing] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (!scoreboard) return undefined;
    const now = figuresOf(scoreboard);
    const old = before.current;
    before.current = now;
    if (!old) return undefined;
    const changed = new Set([...now].filter(([key, figure]) => old.get(key) !== figure).map(([key]) => key));
    if (changed.size === 0) return undefined;
    setGlowing(changed);
    const timer = setTimeout(() => setGlowing(new Set()), glowMs);
    return () => clearTimeout(timer);
  }, [scoreboard]);

  return glowing;
}

export const glowStyle = {
  '@keyframes glow': {
    from: { backgroundColor: 'rgba(47, 93, 168, 0.22)' },
    to: { backgroundColor: 'transparent' },
  },
  '&[data-glow="true"]': { animation: 'glow 2s ease-out' },
} as const;
