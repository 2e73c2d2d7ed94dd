/** How a figure says that a warning is open for it: quietly, and unlike the shapes that say how it stands. */
export const warned = {
  textDecoration: 'underline dotted',
  textDecorationThickness: '1.5px',
  textUnderlineOffset: '3px',
} as const;
