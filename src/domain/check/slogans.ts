/**
 * Mottoes, principles and titles of the field that drafts set in quotation marks beside any citation. The list is ours.
 * Words of the document in it are exact, and never asked for here.
 */
import { lazy } from '../lazy';
import { wordsIn } from '../text/words';

const list = [
  'leave no one behind',
  'leaving no one behind',
  'leave nobody behind',
  'no one left behind',
  'no one is left behind',
  'no one must be left behind',
  'leave no migrant behind',
  'reach the furthest behind first',
  'reaching the furthest behind first',
  'nothing about us without us',
  'nothing about them without them',
  'safe orderly and regular migration',
  'global compact for safe orderly and regular migration',
  'making migration work for all',
  'build back better',
  'building back better',
  'building back better together',
  'build forward better',
  'do no harm',
  'first do no harm',
  'health for all',
  'education for all',
  'decent work for all',
  'no one is safe until everyone is safe',
  'no one is safe until we are all safe',
  'nobody is safe until everybody is safe',
  'no human being is illegal',
  'no one is illegal',
  'refugees welcome',
  'unity in diversity',
  'united in diversity',
  'all different all equal',
  'stronger together',
  'together we are stronger',
  'strength in numbers',
  'think globally act locally',
  'people planet prosperity peace and partnership',
  'people planet prosperity peace partnership',
  'transforming our world',
  'our common agenda',
  'in the best interests of the child',
  'the best interests of the child',
  'best interests of the child',
  'ne laisser personne de côté',
  'ne laisser personne pour compte',
  'rien sur nous sans nous',
  'des migrations sûres ordonnées et régulières',
  'reconstruire en mieux',
  'no dejar a nadie atrás',
  'no dejar a nadie rezagado',
  'nada sobre nosotros sin nosotros',
  'una migración segura ordenada y regular',
  'migración segura ordenada y regular',
  'reconstruir mejor',
];

const known = lazy(() => new Set(list.map(nameOf)));
/** The longest has fewer letters. */
const longest = 80;

/** Whether some words are a motto, a principle or a title that is known, and nothing else. */
export const isSlogan = (words: string): boolean => words.length <= longest && known().has(nameOf(words));

function nameOf(words: string): string {
  return wordsIn(words.toLowerCase().replaceAll('no-one', 'no one')).join(' ');
}
