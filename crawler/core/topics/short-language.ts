import { foldWords } from '../phrases.ts';

/** Small words that stand in nearly every sentence of a language, folded. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to your you we our us is are for with this that will not it be do from by or any',
  de: 'der die das und wir sie ihre ihr ihrer ist nicht mit von fur auf werden wird zu den dem ein eine',
  fr: 'le la les de des du et vous vos votre nous nos est pour que une un dans sur par ne pas au aux',
  es: 'el la los las de del y usted su sus que para por con una un en no se nosotros nuestro al',
  it: 'il lo la gli le di del della e che per con una un in non si noi nostro dei i sono',
  nl: 'de het een en van wij we uw u is niet voor met op te dat die zijn worden onze',
  pt: 'o a os as de do da e voce seu seus que para por com uma um em nao se nos nosso ao',
  pl: 'i w na z do nie sie ze jest oraz dla przez od panstwa twoje nasze o sa po za',
};

const LEAST = 2;

/**
 * The language of a text too short for counting letters, by its small words: the one with most of them, at least two and
 * more than any other. Japanese is told by kana, Chinese by ideographs without. Null where neither tells.
 */
export function tellShortLanguage(text: string): string | null {
  if (/[\u3041-\u30ff]/.test(text)) return 'ja';
  if ((text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= LEAST) return 'zh';
  const words = foldWords(text);
  const ranked = Object.entries(SMALL_WORDS)
    .map(([language, list]) => {
      const own = new Set(list.split(' '));
      return { language, count: words.filter((word) => own.has(word)).length };
    })
    .sort((a, b) => b.count - a.count);
  const [best, next] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
  return best.count >= LEAST && best.count > next.count ? best.language : null;
}
