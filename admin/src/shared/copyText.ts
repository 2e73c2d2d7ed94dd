/** Puts text on the clipboard; false when the browser will not. */
export async function copyText(text: string): Promise<boolean> {
  // Missing where the panel is served without TLS, as on a server in the office's own network.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    const isDone = await clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isDone) return true;
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Inside an open dialog: outside of it, the dialog takes the focus back before anything is copied.
  (before?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  try {
    // The only way without TLS, whatever the deprecation says.
    return document.execCommand('copy');
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
