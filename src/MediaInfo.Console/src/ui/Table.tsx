import type { ComponentChildren } from 'preact';

export interface Column<T> {
  readonly name: string;
  readonly title: ComponentChildren;
  readonly cell: (row: T) => ComponentChildren;
  /** Numbers are set to the right. */
  readonly numeric?: boolean;
}

interface Props<T> {
  /** Names the table for a reader of the screen. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** A table that scrolls inside its own frame, and becomes a list of cards on a narrow screen. */
export function Table<T>({ caption, columns, rows, keyOf }: Props<T>) {
  return (
    <div class="table">
      <table>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>{columns.map((column) => <th key={column.name} scope="col" class={column.numeric ? 'numeric' : ''}>{column.title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.name} class={column.numeric ? 'numeric' : ''}>
                  <span class="narrow" aria-hidden="true">{column.title}</span>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
