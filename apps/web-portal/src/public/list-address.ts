/** Filters of a list as they stand in its address. */
export type Filters = Record<string, string | number | undefined>;

/** `path?…` with the filters that are set. */
export function addressOf(path: string, filters: Filters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export interface ChosenFilter {
  label: string;
  without: string;
}

/** The filters a person chose, each with the address of the same list without it. */
export function chosenFilters(path: string, filters: Filters, labels: Record<string, string> = {}): ChosenFilter[] {
  return Object.entries(filters)
    .filter(([name, value]) => name !== 'page' && value !== undefined && value !== '')
    .map(([name, value]) => ({
      label: labels[String(value)] ?? String(value),
      without: addressOf(path, { ...filters, page: undefined, [name]: undefined }),
    }));
}

export interface Pager {
  pages: { number: number; href: string; current: boolean; gap: boolean }[];
  previous: string;
  next: string;
}

/** Links to the pages around `page`, with the first and the last; gaps where pages are left out. */
export function pagerOf(path: string, filters: Filters, list: { total: number; page: number; pageSize: number }): Pager {
  const last = Math.max(1, Math.ceil(list.total / list.pageSize));
  const href = (number: number) => addressOf(path, { ...filters, page: number > 1 ? number : undefined });
  const shown = [...new Set([1, list.page - 1, list.page, list.page + 1, last])].filter((n) => n >= 1 && n <= last);
  const pages: Pager['pages'] = [];
  for (const number of shown.sort((a, b) => a - b)) {
    const before = pages.at(-1)?.number ?? 0;
    const left = number - before - 1;
    // A gap of one page is that page.
    if (left > 0) pages.push({ number: before + 1, href: left === 1 ? href(before + 1) : '', current: false, gap: left > 1 });
    pages.push({ number, href: href(number), current: number === list.page, gap: false });
  }
  return {
    pages,
    previous: list.page > 1 ? href(list.page - 1) : '',
    next: list.page < last ? href(list.page + 1) : '',
  };
}
