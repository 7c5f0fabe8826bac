/** How one field is recognised among the headings of a sheet. */
export interface ColumnRule<Field extends string> {
  field: Field;
  /** What reports call it. */
  label: string;
  /** Headings in full; the first is the one we ask for. Also looked for inside longer headings. */
  names: string[];
  /** Names used in JSON lines, exact. */
  keys?: string[];
  /** Headings that contain this are never the field. */
  not?: RegExp;
  /** Leaf headings too general to stand alone, taken where the group heading says whose they are. */
  inGroup?: { group: RegExp; leaf: RegExp };
  /** Several columns may feed it; their texts are put one under the other. */
  many?: boolean;
}

/** The wording of one kind of list. */
export interface ListRules<Field extends string> {
  kind: 'scenario' | 'capability';
  /** 场景清单 or 能力清单. */
  label: string;
  rules: ColumnRule<Field>[];
  /** Without this column there is no list. */
  needed: Field;
  /** Fields offices merge over several entries: the first leads, the others go with it. */
  merged: Field[];
}
