import { seeded } from './noise.mjs';

/** More capabilities in a set's own words: name and tags of one, sentences of two others. The same in every run. */
export function crowdOf(capabilities, count) {
  const next = seeded(count);
  const one = () => capabilities[Math.floor(next() * capabilities.length)];
  const half = ({ description }, from, to) => {
    const sentences = description.match(/[^。；\n]+[。；\n]?/g) ?? [''];
    return sentences.slice(Math.floor(sentences.length * from), Math.ceil(sentences.length * to)).join('');
  };
  return Array.from({ length: count }, (_, at) => {
    const [named, first, second] = [one(), one(), one()];
    return { ...named, id: `crowd-${at}`, summary: next() < 0.5 ? named.summary : '', description: half(first, 0, 0.5) + half(second, 0.5, 1), sectors: first.sectors };
  });
}
