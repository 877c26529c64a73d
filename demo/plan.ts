/** A plan document as the demonstration keeps it: what the table's cells say, word for word; reading them is the program's work. */
export interface DemoPlan {
  readonly level: 'city' | 'district' | 'unit';
  readonly unitCode: string;
  readonly year: number;
  readonly title: string;
  readonly issuer: string;
  readonly documentNumber: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  readonly addressees: string;
  readonly sections: readonly DemoSection[];
  readonly tasks: readonly DemoTask[];
}

export interface DemoSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface DemoTask {
  readonly number: number;
  readonly category: string;
  readonly name: string;
  readonly content: string;
  readonly units: string;
  readonly deadline: string;
}

/** One row without its number and category: name, content, responsible units, deadline. */
export type DemoRow = readonly [name: string, content: string, units: string, deadline: string];

/** Numbers the rows of all categories through. */
export function numbered(categories: readonly (readonly [category: string, rows: readonly DemoRow[]])[]): DemoTask[] {
  const tasks: DemoTask[] = [];
  for (const [category, rows] of categories)
    for (const [name, content, units, deadline] of rows)
      tasks.push({ number: tasks.length + 1, category, name, content, units, deadline });
  return tasks;
}
