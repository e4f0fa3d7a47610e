/** What stands above every page of analytics: its heading, the ways to print it and to take the numbers along, and the pages. */
import { Button, Skeleton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { FIELDS } from '#contract/fields.ts';
import { PrintIcon } from '../../components/icons.tsx';
import styles from './frame.module.css';
import { PagesNav } from './pages-nav.tsx';
import type { Analytics } from './use-analytics.ts';

interface Props {
  analytics: Analytics;
  /** What the numbers are as of: the library as it is, or a snapshot. */
  asOf: ReactNode;
}

export function AnalyticsHead({ analytics, asOf }: Props) {
  const { page, of, kept, programme, counts, failed, refusal } = analytics;
  const waits = counts === null && failed === null && refusal === null;
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <div>
          {of === null ? null : <p className={styles['of']}>{FIELDS[of.field].label}</p>}
          <Title order={1}>
            {headingOf(analytics) ?? <Skeleton component="span" display="inline-block" width="14rem" height="0.8em" />}
          </Title>
        </div>
        <div className={styles['asOf']}>{asOf}</div>
        <div className="screen-only">
          <Button
            leftSection={<PrintIcon />}
            onClick={() => window.print()}
            disabled={waits}
            title={waits ? 'There is nothing to print yet' : undefined}
          >
            Print report
          </Button>
        </div>
      </div>
      <PagesNav shown={page} programme={programme} kept={kept} />
    </header>
  );
}

/** The heading of the page: of one value its words; null while they are not known. */
export function headingOf({ page, of, name }: Analytics): string | null {
  return of === null ? page.heading : name;
}
