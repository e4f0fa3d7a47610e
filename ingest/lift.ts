/** From places in the scan copy to spans of the canonical text: the only way there is. */
import type { CanonicalText, Citation } from '#contract/determination.ts';
import type { Message } from '#contract/message.ts';
import type { Evidence, Found, Span } from '#contract/span.ts';
import { evened } from '#mappings/text/evened.ts';
import type { Finding, Note } from '#mappings/text/finding.ts';
import type { ScanCopy, ScanSpan } from '#mappings/text/scan.ts';
import type { FoundCitation } from './extract/guideline-side.ts';

export type Lift = ReturnType<typeof makeLift>;

export function makeLift({ canonical, copy }: { readonly canonical: CanonicalText; readonly copy: ScanCopy }) {
  const quoted = (span: Span): Evidence => ({ ...span, quote: canonical.text.slice(span.start, span.end) });
  /** One place, whole: also where a page number stands inside it. */
  const evidence = (at: ScanSpan): Evidence => quoted(copy.lift(at));
  const words = (at: ScanSpan): string =>
    evened(
      copy
        .liftAround(at)
        .map((span) => quoted(span).quote)
        .join(' '),
    );
  const found = <T>(finding: Finding<T> | null): Found<T> | null =>
    finding === null
      ? null
      : {
          value: finding.value,
          grade: finding.grade,
          rule: finding.rule,
          evidence: finding.at.flatMap((at) => copy.liftAround(at).map(quoted)),
        };
  const all = <T>(findings: readonly Finding<T>[]): Found<T>[] => findings.map(found).filter((one) => one !== null);
  /** A text as printed: the words of its span in the canonical text, which keeps the quotes and dashes that the scan copy evens. */
  const text = (finding: Finding<string> | null): Found<string> | null => {
    const lifted = found(finding);
    return lifted === null ? null : { ...lifted, value: evened(lifted.evidence.map((one) => one.quote).join(' ')) };
  };
  const message = ({ at, ...note }: Note, item: number | null): Message => ({ ...note, span: at === null ? null : copy.lift(at), item });
  return { evidence, words, found, all, text, message };
}

/** A citation as records have it. */
export function liftCitation({ at, sectionsAsPrinted: sections, ...citation }: FoundCitation, lift: Lift): Citation {
  return {
    ...citation,
    sectionsAsPrinted: sections === null || typeof sections === 'string' ? sections : lift.words(sections),
    asPrinted: lift.evidence(at),
  };
}
