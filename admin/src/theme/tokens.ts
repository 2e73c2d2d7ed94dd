/** The roles of the design, once for daylight and once for the evening. Everything visible takes its colour here. */
export interface Tokens {
  ground: string;
  paper: string;
  ink: string;
  quiet: string;
  hairline: string;
  accent: string;
  /** The accent under the pointer. */
  accentStrong: string;
  onAccent: string;
  good: string;
  attention: string;
  behind: string;
  none: string;
  goodWash: string;
  attentionWash: string;
  behindWash: string;
  accentWash: string;
}

export const light: Tokens = {
  ground: '#FAFAF7',
  paper: '#FFFFFF',
  ink: '#1F2328',
  quiet: '#5B6470',
  hairline: '#E4E4DE',
  accent: '#2F5DA8',
  accentStrong: '#244A87',
  onAccent: '#FFFFFF',
  good: '#0F766E',
  attention: '#B45309',
  behind: '#B42318',
  none: '#6B7280',
  goodWash: '#EAF4F2',
  attentionWash: '#FBF3E6',
  behindWash: '#FBEDEB',
  accentWash: '#EDF2FA',
};

export const dark: Tokens = {
  ground: '#15181C',
  paper: '#1C2025',
  ink: '#E8E9E6',
  quiet: '#A3ABB5',
  hairline: '#32373E',
  accent: '#8FB3EA',
  accentStrong: '#A9C5F0',
  onAccent: '#10233F',
  good: '#5CC4B8',
  attention: '#E9A94B',
  behind: '#F28B7D',
  none: '#9AA3AE',
  goodWash: '#16302E',
  attentionWash: '#33281A',
  behindWash: '#3A2220',
  accentWash: '#1F2C40',
};

export const radius = 10;
export const fontFamily = "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
