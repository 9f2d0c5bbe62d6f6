// Days as numbers from 1970-01-01 on, as dates, and in the words that the server uses too.
export const OPEN = 1_000_000;
const DAY = 86_400_000;
const MONTHS = "January February March April May June July August September October November December".split(" ");

export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function dayWords(day: number): string {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function span(first: number, last: number): string {
  if (first === -OPEN && last === OPEN) return "day not known";
  if (first === -OPEN) return `until ${dayWords(last)}`;
  if (last === OPEN) return `from ${dayWords(first)}`;
  return first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
}
