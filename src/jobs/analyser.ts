import type { Additions } from '../compile.ts';
import type { SourceArticle } from '../model/article.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { ArticleRecord } from '../model/record.ts';
import type { Engine } from '../tables.ts';

/** An article's record, unless it did not pass its own check, and what there is to say. */
export interface Outcome {
  readonly record: ArticleRecord | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that analyses articles; if the program itself fails on one, that is told, and the others still come out. */
export async function analyser(includeText: boolean, engine?: Engine): Promise<(article: SourceArticle) => Outcome> {
  const { analyse } = await import('../pipeline.ts');
  return article => {
    try {
      const { record, diagnostics } = analyse(article, { includeText, engine });
      return { record: diagnostics.some(({ severity }) => severity === 'error') ? null : record, diagnostics };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { record: null, diagnostics: [diagnostic('analyse/bug', { path: article.source.path }, detail)] };
    }
  };
}

/** The rules of the program with those of a user; undefined, where there are none: the program's own are loaded already. */
export async function engineOf(additions: Additions | null): Promise<Engine | undefined> {
  return additions === null ? undefined : (await import('../pipeline.ts')).engineWith(additions);
}
