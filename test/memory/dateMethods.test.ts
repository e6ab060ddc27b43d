import { expect, it } from 'vitest';

it('importing memory adds to Date.prototype the four methods of ts-fsrs and nothing else; importing schedule adds none', async () => {
  const names = () => Object.getOwnPropertyNames(Date.prototype);
  const before = names();
  await import('tutelage/schedule');
  expect(names()).toEqual(before);
  await import('tutelage/memory');
  expect(names().filter((name) => !before.includes(name))).toEqual(['scheduler', 'diff', 'format', 'dueFormat']);
});
