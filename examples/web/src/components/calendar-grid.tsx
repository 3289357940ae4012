import type { CalendarDay, CalendarRow, WeekCalendar } from "semaine/react";

/** The weeks of the shown month. */
export function CalendarGrid({ calendar }: { readonly calendar: WeekCalendar }) {
  return (
    <table className="calendar-grid" {...calendar.getGridProps()}>
      <thead>
        <tr {...calendar.getHeaderRowProps()}>
          {[calendar.weekNumbers, ...calendar.weekdays].map((column) => (
            <th key={column.key} {...calendar.getColumnHeaderProps(column)}>
              {column.shortLabel}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calendar.rows.map((row) => (
          <tr key={row.key} className={rowClass(row)} {...calendar.getRowProps(row)}>
            <th {...calendar.getWeekNumberProps(row)}>{row.weekNumber}</th>
            {row.days.map((day) => (
              <td key={day.dateISO} className={dayClass(day)} {...calendar.getCellProps(day, row)}>
                <span>{day.dayNumber}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowClass({ isCurrentWeek }: CalendarRow): string | undefined {
  return isCurrentWeek ? "row-current" : undefined;
}

function dayClass({ isOutsideMonth }: CalendarDay): string | undefined {
  return isOutsideMonth ? "day-outside" : undefined;
}
