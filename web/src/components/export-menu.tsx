/** The files in which items can be taken along, as a menu. */
import { Button, Menu } from '@mantine/core';
import { EXPORT_FORMATS, type ExportFormat } from '#contract/lists.ts';
import { DownloadIcon } from './icons.tsx';

const FORMAT_WORDS: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV (spreadsheets, one row for each item)',
  xlsx: 'XLSX (Excel workbook)',
  jsonl: 'JSONL (one JSON object for each item)',
};

interface Props {
  /** Of which items. */
  label: string;
  hrefOf: (format: ExportFormat) => string;
  /** It is not known yet of which items. */
  disabled?: boolean;
}

export function ExportMenu({ label, hrefOf, disabled = false }: Props) {
  return (
    <Menu disabled={disabled}>
      <Menu.Target>
        <Button leftSection={<DownloadIcon />} disabled={disabled}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label}</Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={hrefOf(format)} download>
            {FORMAT_WORDS[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
