// A catalogue for the 24 MathE subtopics. Made up for the example, as MathE publishes questions and no courseware: the subtopics, the
// questions and their difficulties are real; formats, minutes and needs are ours, and vary as they do in a grown collection.
import { type Activity, newActivity } from 'tutelage/content';
import type { Course } from './mathe.ts';

export const slug = (subtopic: string): string =>
  subtopic
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replace(/-$/, '');

/** Text, film and exercises for each subtopic, and four workshops. */
export function catalogueOf({ graph, qMatrix }: Course, difficulty: ReadonlyMap<string, number>): Activity[] {
  const activities = graph.competencies.flatMap(({ id }, k) => {
    const itemIds = qMatrix.filter(({ competencyIds }) => competencyIds.includes(id)).map(({ itemId }) => itemId);
    const known = itemIds.flatMap((itemId) => difficulty.get(itemId) ?? []);
    const about = { competencyIds: [id], language: 'en', tags: tagsOf(id) };
    return [
      newActivity({
        ...about,
        id: `${slug(id)}-text`,
        title: `${id}: read`,
        minutes: 20,
        modalities: ['text'],
        devices: [],
        network: 'download',
        // every fourth text is an old scan: a picture of a page
        ...(k % 4 === 3
          ? { accessMode: ['visual'] }
          : {
              accessMode: ['textual', 'visual'],
              accessModeSufficient: [['textual']],
              accessibilityFeature: ['MathML', 'structuralNavigation', 'alternativeText', 'displayTransformability'],
            }),
      }),
      newActivity({
        ...about,
        id: `${slug(id)}-film`,
        title: `${id}: watch`,
        minutes: 12,
        modalities: ['video', 'audio'],
        devices: [],
        network: 'online',
        minBandwidthKbps: 1500,
        accessMode: ['auditory', 'visual'],
        accessModeSufficient: k % 3 === 0 ? [['auditory', 'visual'], ['auditory']] : [['auditory', 'visual']],
        accessibilityFeature: k % 2 === 0 ? ['captions'] : ['captions', 'audioDescription'],
      }),
      newActivity({
        ...about,
        id: `${slug(id)}-exercises`,
        title: `${id}: practise`,
        minutes: 15,
        modalities: ['interactive'],
        devices: [],
        network: k % 3 === 0 ? 'download' : 'online',
        accessMode: ['textual', 'visual'],
        accessModeSufficient: [['textual']],
        accessibilityFeature: ['MathML', 'alternativeText'],
        // every fifth set of exercises has a graph to draw in
        ...(k % 5 === 0 && {
          minScreenWidth: 900,
          input: ['mouse', 'touch'] as const,
          accessModeSufficient: [['textual', 'visual']],
        }),
        itemIds,
        ...(known.length > 0 && { difficulty: known.reduce((sum, b) => sum + b, 0) / known.length }),
      }),
    ];
  });
  const workshops = ['Numerical Methods', 'Statistics', 'Linear Optimization', 'Graph Theory'].map((id) =>
    newActivity({
      id: `${slug(id)}-workshop`,
      title: `${id}: work together`,
      competencyIds: [id],
      minutes: 45,
      modalities: ['handsOn'],
      devices: ['desktop', 'laptop'],
      places: ['school'],
      groupSize: { min: 2, max: 4 },
      tags: tagsOf(id),
    }),
  );
  return [...activities, ...workshops];
}

function tagsOf(subtopic: string): { id: string; weight: number }[] {
  if (/Statistics|Probability|Numerical|Optimization|Graph Theory/.test(subtopic))
    return [{ id: 'computing', weight: 1 }];
  return /Geometry|Vector|Graphics/.test(subtopic) ? [{ id: 'drawing', weight: 1 }] : [];
}
