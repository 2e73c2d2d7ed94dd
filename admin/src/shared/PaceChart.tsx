import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { IndicatorPoint } from '../providers/types';
import { fontFamily } from '../theme/tokens';
import { formatDate, formatDayMonth, localDateOf } from './format';
import { useFormat } from './useFormat';

echarts.use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** The straight way from the baseline to the target on the last day. */
interface Path {
  from: string;
  to: string;
  baselinePercent: number;
  targetPercent: number;
  targetText: string;
}

interface PaceChartProps {
  label: string;
  points: IndicatorPoint[];
  /** The days of the plan: every chart covers them, whatever is known so far. */
  from: string;
  to: string;
  path?: Path;
}

const weekMs = 7 * 86_400_000;
const mostLabels = 7;

/** A label every so many weeks from the first day on, as many as have room. */
function weeklyTicks(start: number, end: number): number[] {
  const weeks = Math.floor((end - start) / weekMs);
  const step = Math.max(1, Math.ceil(weeks / mostLabels));
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, tick) => start + tick * step * weekMs);
}

const atMs = (localDate: string) => Date.parse(`${localDate}T00:00:00+07:00`);

export default function PaceChart({ label, points, from, to, path }: PaceChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const { tokens } = useTheme();
  const translate = useTranslate();
  const format = useFormat();

  useEffect(() => {
    if (!holder.current) return undefined;
    const chart = echarts.init(holder.current, undefined, { renderer: 'svg' });
    const text = { fontFamily, fontSize: 13, color: tokens.quiet };
    const actual = points
      .filter((point) => point.basisPoints !== null)
      .map((point) => [atMs(point.onDate), (point.basisPoints ?? 0) / 100]);
    const start = atMs(path?.from ?? from);
    const end = atMs(path?.to ?? to);
    const line = { type: 'line', symbol: 'none', animation: false, silent: true } as const;
    chart.setOption({
      grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        textStyle: { ...text, color: tokens.ink },
        backgroundColor: tokens.paper,
        borderColor: tokens.hairline,
        formatter: (shown: { seriesName: string; value: [number, number] }[]) =>
          [
            formatDate(localDateOf(shown[0]?.value[0] ?? 0)),
            ...shown.map((one) => `${one.seriesName}: ${format.percent(one.value[1])}`),
          ].join('<br>'),
      },
      xAxis: {
        type: 'time',
        min: start,
        max: end,
        axisLabel: {
          ...text,
          hideOverlap: true,
          customValues: weeklyTicks(start, end),
          formatter: (ms: number) => formatDayMonth(localDateOf(ms)),
        },
        axisLine: { lineStyle: { color: tokens.hairline } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { ...text, formatter: '{value}%' },
        splitLine: { lineStyle: { color: tokens.hairline } },
      },
      series: [
        ...(path
          ? [
              {
                ...line,
                name: translate('app.chart.path'),
                data: [
                  [atMs(path.from), path.baselinePercent],
                  [atMs(path.to), path.targetPercent],
                ],
                lineStyle: { color: tokens.none, width: 1.5, type: 'dashed' },
              },
              {
                ...line,
                name: translate('app.chart.target'),
                data: [
                  [atMs(path.from), path.targetPercent],
                  [atMs(path.to), path.targetPercent],
                ],
                lineStyle: { color: tokens.ink, width: 1 },
                endLabel: {
                  show: true,
                  formatter: path.targetText,
                  ...text,
                  color: tokens.ink,
                  align: 'right',
                  verticalAlign: 'bottom',
                  offset: [0, -4],
                },
              },
            ]
          : []),
        {
          ...line,
          silent: false,
          name: translate('app.chart.actual'),
          data: actual,
          // A lone point makes no line; nothing else is drawn as a dot.
          symbol: 'circle',
          symbolSize: 6,
          showSymbol: actual.length === 1,
          lineStyle: { color: tokens.accent, width: 2.5 },
          itemStyle: { color: tokens.accent },
        },
      ],
    });
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(holder.current);
    return () => {
      resize.disconnect();
      chart.dispose();
    };
  }, [points, path, from, to, tokens, translate, format]);

  const key = { display: 'inline-flex', alignItems: 'center', gap: 0.75 } as const;
  return (
    <>
      <Box ref={holder} role="img" aria-label={label} sx={{ height: 220 }} />
      <Box
        aria-hidden
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: 13, color: 'text.secondary' }}
      >
        <Box sx={key}>
          <Box sx={{ width: 18, borderTop: '3px solid', borderColor: 'primary.main' }} />
          {translate('app.chart.actual')}
        </Box>
        {path && (
          <Box sx={key}>
            <Box sx={{ width: 18, borderTop: '2px dashed', borderColor: 'text.secondary' }} />
            {translate('app.chart.path')}
          </Box>
        )}
        {path && (
          <Box sx={key}>
            <Box sx={{ width: 18, borderTop: '1px solid', borderColor: 'text.primary' }} />
            {translate('app.chart.target')}
          </Box>
        )}
      </Box>
    </>
  );
}
