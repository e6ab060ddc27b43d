import { posix } from 'node:path';
import ts from 'typescript';
import { type Files, FLOORS, SOLE_IMPORTERS } from './house.ts';

/** What a file imports, types and re-exports included: project files as paths from the top, packages by name. */
export const importsOf = (file: string, text: string): string[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? posix.join(posix.dirname(file), fileName) : fileName,
    );

const ROOT = 'src/index.ts';
const roomOf = (file: string) => file.split('/')[1]!;
const floorOf = (room: string) => FLOORS.findIndex(({ rooms }) => rooms.includes(room));

/** Why one file may not import another file or package; undefined when it may. */
function objection(files: Files, file: string, target: string): string | undefined {
  if (!target.startsWith('src/')) {
    const place = SOLE_IMPORTERS.find(([specifier]) => specifier.test(target))?.[1];
    if (place === undefined) return 'is no file of src and no agreed package';
    return file.startsWith(place) ? undefined : `belongs to ${place} alone`;
  }
  if (!files.has(target)) return 'is no file (a folder is imported by none of its files)';
  if (file === ROOT) return undefined;
  if (target.endsWith('/index.ts')) return 'is an index: import the file itself';
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === to) return undefined;
  const [here, there] = [floorOf(from), floorOf(to)];
  const { rooms, reads, toTheLeft } = FLOORS[here]!;
  const left = here === there && toTheLeft && rooms.indexOf(to) < rooms.indexOf(from);
  const below = here !== there && reads.includes(there);
  return left || below ? undefined : `is in ${to}, which ${from} may not read`;
}

/** Everything wrong with who imports whom. */
export function floorComplaints(files: Files): string[] {
  const unknown = [...files.keys()].filter((file) => file !== ROOT && floorOf(roomOf(file)) < 0);
  if (unknown.length > 0) return unknown.map((file) => `${file}: ${roomOf(file)} is no room of the house`);
  const edges = new Map([...files].map(([file, text]) => [file, importsOf(file, text)]));
  const wrong = [...edges].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const why = objection(files, file, target);
      return why ? [`${file}: ${target} ${why}`] : [];
    }),
  );
  return [...wrong, ...cycleComplaints(edges)];
}

/** One complaint for each import that closes a cycle. */
function cycleComplaints(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] => {
    const start = trail.indexOf(file);
    if (start >= 0) return [`cycle: ${[...trail.slice(start), file].join(' -> ')}`];
    if (done.has(file)) return [];
    const found = (edges.get(file) ?? []).flatMap((target) => visit(target, [...trail, file]));
    done.add(file);
    return found;
  };
  return [...edges.keys()].flatMap((file) => visit(file, []));
}
