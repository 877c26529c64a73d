import type { ThemeConfig } from 'antd';

/** Colours of the workbench; every text colour stands at AA (4.5:1) or better on white and on `paper`. */
export const COLOURS = {
  ink: '#124559',
  primary: '#17607f',
  light: '#f4c05a',
  paper: '#f4f6f7',
  line: '#dbe2e6',
  text: '#1c2a33',
  muted: '#52626d',
  red: '#b3261e',
  orange: '#98480a',
  green: '#1d6b3f',
  blue: '#1b5b94',
  violet: '#66419a',
  grey: '#52606a',
} as const;

const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

/** Without any motion at all, menus of the library look for their place for ever. */
const STILL = { motionDurationFast: '0.01s', motionDurationMid: '0.01s', motionDurationSlow: '0.01s' };

/** @param still the person asked the system for less motion */
export function themeOf(largeType: boolean, still = false): ThemeConfig {
  return {
    token: {
      ...(still ? STILL : {}),
      colorPrimary: COLOURS.primary,
      colorInfo: COLOURS.primary,
      colorLink: COLOURS.primary,
      colorLinkHover: COLOURS.ink,
      colorSuccess: COLOURS.green,
      colorWarning: COLOURS.orange,
      colorError: COLOURS.red,
      colorInfoBg: '#e9f3f7',
      colorInfoBorder: '#b5d3de',
      colorWarningBg: '#fdf3d8',
      colorWarningBorder: '#e6cd8c',
      colorErrorBg: '#fdecea',
      colorErrorBorder: '#efb5b0',
      colorSuccessBg: '#e8f5ec',
      colorSuccessBorder: '#a9d3b6',
      // Derived from the dark primary colour it would be too dark to read on.
      controlItemBgActive: '#e3eff4',
      controlItemBgActiveHover: '#d8e9f0',
      colorTextBase: COLOURS.text,
      colorText: COLOURS.text,
      colorTextSecondary: COLOURS.muted,
      colorTextTertiary: '#5b6a75',
      colorTextDescription: COLOURS.muted,
      colorTextPlaceholder: '#66747e',
      colorTextDisabled: '#66747e',
      colorBorder: '#bccad2',
      colorBorderSecondary: COLOURS.line,
      colorBgLayout: COLOURS.paper,
      colorSplit: COLOURS.line,
      borderRadius: 6,
      fontFamily: FONTS,
      fontSize: largeType ? 18 : 14,
      controlHeight: largeType ? 42 : 34,
      wireframe: false,
    },
    components: {
      Layout: { headerBg: COLOURS.ink, siderBg: '#ffffff', bodyBg: COLOURS.paper, headerHeight: 56 },
      Menu: {
        itemSelectedBg: '#e3eff4',
        itemSelectedColor: COLOURS.ink,
        itemHeight: largeType ? 46 : 38,
        groupTitleColor: COLOURS.muted,
      },
      Table: {
        headerBg: '#eef3f5',
        headerColor: COLOURS.text,
        cellPaddingBlock: 10,
        rowHoverBg: '#f2f8fa',
        rowSelectedBg: '#e3eff4',
        rowSelectedHoverBg: '#d8e9f0',
      },
      Card: { headerFontSize: largeType ? 20 : 16 },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
      Tabs: { itemColor: COLOURS.muted },
      Statistic: { contentFontSize: largeType ? 32 : 26 },
    },
  };
}
