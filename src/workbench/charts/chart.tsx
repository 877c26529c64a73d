import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useLargeType } from '../large-type.tsx';
import { COLOURS } from '../theme.ts';

/**
 * A picture of figures that also stand in a table beside it or below it: the picture itself says only its name to a screen reader.
 * echarts is loaded when the first chart is shown.
 */
export function Chart(props: {
  readonly label: string;
  readonly option: EChartsCoreOption;
  /** Pixels. */
  readonly height: number;
  readonly onPick?: (name: string, series: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(props.onPick);
  pick.current = props.onPick;
  const largeType = useLargeType();
  const { option, height } = props;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let stop = (): void => {};
    let isGone = false;
    void import('./echarts.ts').then(({ init }) => {
      if (isGone) return;
      const chart = init(element, null, { renderer: 'canvas', height });
      chart.setOption({
        textStyle: {
          fontFamily: getComputedStyle(element).fontFamily,
          color: COLOURS.text,
          fontSize: largeType.on ? 16 : 12,
        },
        animationDuration: 300,
        ...option,
        // HTML tooltips are written with inline style attributes, which the content policy refuses.
        ...(option.tooltip
          ? { tooltip: { ...(option.tooltip as object), renderMode: 'richText', confine: true } }
          : {}),
      });
      chart.on('click', (event) => pick.current?.(String(event.name ?? ''), String(event.seriesName ?? '')));
      const watcher = new ResizeObserver(() => chart.resize({ height }));
      watcher.observe(element);
      stop = () => {
        watcher.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [option, height, largeType.on]);
  return <div ref={box} className="mc-chart" role="img" aria-label={props.label} style={{ height }} />;
}
