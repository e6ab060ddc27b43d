import type { Accessibility, AccessMode } from '../content/accessibility.ts';

/**
 * Sets of access modes of which each is enough to follow all of the content; null when nothing is said.
 *
 * Without `accessModeSufficient`, all of `accessMode` together is the only way. An empty list says nothing.
 */
export function waysThrough(content: Accessibility): readonly (readonly AccessMode[])[] | null {
  const { accessMode = [], accessModeSufficient = [] } = content;
  if (accessModeSufficient.length > 0) return accessModeSufficient;
  return accessMode.length > 0 ? [accessMode] : null;
}

/** The ways that take no other modes than the given ones; all of them when no modes are given. */
export function usableWays(
  ways: readonly (readonly AccessMode[])[],
  modes: readonly AccessMode[] | undefined,
): readonly (readonly AccessMode[])[] {
  return modes === undefined ? ways : ways.filter((way) => way.every((mode) => modes.includes(mode)));
}
