import { checkOneEach } from '../../math/check.ts';
import type { PackedSequences } from './tallySequences.ts';

/** Which class each answer and which group each learner is of. */
interface Classing {
  readonly classes?: readonly (readonly string[])[];
  readonly groups?: readonly string[];
}

/** Packed sequences with the classes of their answers and the groups of their learners, in the order in which they are met. */
export function classSequences(
  where: string,
  packed: PackedSequences,
  { classes, groups }: Classing,
): PackedSequences & { readonly classNames: readonly string[]; readonly groupNames: readonly string[] } {
  const learners = packed.begins.length - 1;
  const classNames = new Map<string, number>();
  const groupNames = new Map<string, number>();
  const place = (names: Map<string, number>, name: string): number => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  if (classes) checkOneEach(where, 'lists of classes', classes.length, 'sequences', learners);
  if (groups) checkOneEach(where, 'groups', groups.length, 'sequences', learners);
  for (const [k, names] of (classes ?? []).entries()) {
    const begin = packed.begins[k]!;
    checkOneEach(where, `classes of sequence ${k}`, names.length, 'answers', packed.begins[k + 1]! - begin);
    for (const [t, name] of names.entries()) packed.classes[begin + t] = place(classNames, name);
  }
  for (const [k, name] of (groups ?? []).entries()) packed.groups[k] = place(groupNames, name);
  if (!classes) place(classNames, '');
  if (!groups) place(groupNames, '');
  return { ...packed, classNames: [...classNames.keys()], groupNames: [...groupNames.keys()] };
}
