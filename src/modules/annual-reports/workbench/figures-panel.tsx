import { useState } from 'react';
import { Section } from '../../../workbench/components/section.tsx';
import type { ReportView } from '../reports/reports.contract.ts';
import { CellDrawer } from './cell-drawer.tsx';
import { FigureButton, FormTable } from './form-table.tsx';

const FEE = 'p6:fee:yuan';

/** The three tables of the form; every figure opens what stands behind it. */
export function FiguresPanel({ report }: { readonly report: ReportView }) {
  const [asked, setAsked] = useState<string>();
  return (
    <>
      {report.tables.map((table) => (
        <Section key={table.part} title={table.title}>
          <FormTable table={table} report={report} onOpen={setAsked} />
        </Section>
      ))}
      <Section title={report.parts[5] ?? ''}>
        <p>
          {report.feeSentence} <FigureButton cell={FEE} report={report} onOpen={setAsked} />
        </p>
      </Section>
      {asked ? <CellDrawer report={report} cell={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}
