/** A chart to be taken along: as a picture with all that must be known of it, and its numbers as CSV, which the server makes. */
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { dayWords } from '../../lib/words.ts';
import { DownloadIcon } from '../icons.tsx';
import styles from './chart-frame.module.css';
import { drawingOf, ownFontRule, pngOf } from './drawn-svg.ts';
import { type PictureFacts, pictureName, pictureOf, pictureWords } from './picture.ts';
import { widthOfWords } from './room.ts';

/** A file as CSV, and as a workbook with how its numbers are counted. */
export interface ChartFiles {
  readonly csv: string;
  readonly xlsx: string;
}

interface Props {
  title: string;
  sentence: string;
  notes: readonly string[];
  facts: PictureFacts;
  /** The addresses of its numbers as files; null where none is made of them. */
  files: ChartFiles | null;
  /** The drawing as it stands on the page; null while there is none, or where the numbers are a table alone. */
  svg: () => SVGSVGElement | null;
}

export function DownloadMenu({ title, sentence, notes, facts, files, svg }: Props) {
  const [failed, setFailed] = useState(false);
  /** Whether there is a drawing, which is known once it is asked for. */
  const [drawn, setDrawn] = useState(false);
  const take = async (end: 'png' | 'svg') => {
    const element = svg();
    if (element === null) return;
    const { drawing, look } = drawingOf(element);
    const words = pictureWords(title, sentence, notes, facts, dayWords(facts.date));
    const name = pictureName(title, facts.date, end);
    if (end === 'svg') return save(new Blob([pictureOf(drawing, words, look, widthOfWords).markup], { type: 'image/svg+xml' }), name);
    const rules = await ownFontRule();
    save(await pngOf(pictureOf(drawing, words, { ...look, rules }, widthOfWords)), name);
  };
  const begin = (end: 'png' | 'svg') => {
    setFailed(false);
    take(end).catch(() => setFailed(true));
  };
  return (
    <div className={styles['download']}>
      <Menu onOpen={() => setDrawn(svg() !== null)}>
        <Menu.Target>
          <Button leftSection={<DownloadIcon />} aria-label={`Download: ${title}`}>
            Download
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {drawn ? <Menu.Item onClick={() => begin('png')}>PNG (picture, for slides and documents)</Menu.Item> : null}
          {drawn ? <Menu.Item onClick={() => begin('svg')}>SVG (picture that can be edited)</Menu.Item> : null}
          {files === null ? null : (
            <>
              <Menu.Item component="a" href={files.csv} download>
                CSV (its numbers, for spreadsheets)
              </Menu.Item>
              <Menu.Item component="a" href={files.xlsx} download>
                XLSX (Excel workbook, with how they are counted)
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {failed ? (
        <span role="alert" className={styles['failed']}>
          This browser could not make the picture; SVG and CSV may work.
        </span>
      ) : null}
    </div>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has begun to take it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
