import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root } from '../project.ts';

/** The page that `npm start` writes. */
export const PAGE = resolve(root, 'examples/output/01-from-answers-to-plan.html');

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
];

/** Debian's Chromium, without a network. */
export async function launch(): Promise<Browser> {
  if (!existsSync(EXECUTABLE))
    throw new Error(`no Chromium at ${EXECUTABLE}; apt-get install chromium, or set CHROMIUM`);
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

/** A file for a screenshot, beside the page and like it not under version control. */
export function screenshotAt(name: string): string {
  const folder = resolve(root, 'examples/output/screenshots');
  mkdirSync(folder, { recursive: true });
  return resolve(folder, `${name}.png`);
}
