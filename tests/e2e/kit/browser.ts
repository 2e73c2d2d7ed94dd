/** One browser for a file of journeys, and what no page may ever do while somebody uses it. */
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

export interface Screen {
  width: number;
  height: number;
}

export const laptop: Screen = { width: 1440, height: 900 };
export const phone: Screen = { width: 390, height: 844 };

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Shared machines stall; a person would wait as long. */
const PATIENCE_MS = 15_000;

/** Playwright gives each launch a fresh user-data folder and removes it. */
export function launchBrowser(): Promise<Browser> {
  const { CHROMIUM_PATH: executablePath } = process.env;
  if (!executablePath) throw new Error('CHROMIUM_PATH names no browser');
  return chromium.launch({ executablePath, args: flags });
}

/** A profile of its own: cookies and settings of one person at one machine. */
export async function openProfile(browser: Browser, origin: string, screen: Screen): Promise<BrowserContext> {
  const profile = await browser.newContext({
    baseURL: origin,
    viewport: screen,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // What moves would be pictured and measured half-way.
    reducedMotion: 'reduce',
    hasTouch: screen.width < 600,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  profile.setDefaultTimeout(PATIENCE_MS);
  await profile.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`content security policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  return profile;
}

/** Notes errors in the console, failed requests, and anything asked of another machine. */
export function noteComplaints(profile: BrowserContext, origin: string, complaints: string[]): void {
  const note = (complaint: string) => complaints.push(complaint);
  profile.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  profile.on('weberror', (error) => note(`page: ${error.error().stack ?? error.error().message}`));
  profile.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) note(`another origin: ${request.url()}`);
  });
  profile.on('response', (response) => {
    const request = response.request();
    if (response.status() < 400) return;
    const at =
      note(`${response.status()} ${request.method()} ${response.url()} ${request.postData() ?? ''}`) - 1;
    void response.text().then(
      (answer) => (complaints[at] += ` → ${answer}`),
      () => undefined,
    );
  });
  profile.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // The page itself drops what it no longer needs, such as the event stream of someone who signs out.
    if (reason !== 'net::ERR_ABORTED') note(`${reason} ${request.url()}`);
  });
  profile.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(origin).host) note(`another origin: ${socket.url()}`);
    });
  });
}
