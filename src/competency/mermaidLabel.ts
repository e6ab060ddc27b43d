/** A text as Mermaid takes it between quotes: it reads #65; as the character of that number, and a word such as `end` is harmless there. */
export const mermaidLabel = (text: string): string =>
  text === '' ? ' ' : text.replaceAll(/[^\p{L}\p{N} .,:()+=/-]/gu, (character) => `#${character.codePointAt(0)};`);
