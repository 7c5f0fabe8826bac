/** Secrets a spec has put in, everything it has heard, and which secret was heard where. */
export class PlantedSecrets {
  private readonly planted = new Map<string, string>();
  private readonly heard = new Map<string, string>();

  /** Answers the value, so that it can be planted where it is used. */
  plant(name: string, value: string): string {
    if (value.length < 6) throw new Error(`“${value}” of ${name} would be found by chance`);
    this.planted.set(value, name);
    return value;
  }

  /** Kept whole: a secret may be cut in two by a chunk, or be known only after it was printed. */
  hear(where: string, text: string): void {
    this.heard.set(where, (this.heard.get(where) ?? '') + text);
  }

  get names(): string[] {
    return [...new Set(this.planted.values())];
  }

  lengthOf(where: string): number {
    return this.heard.get(where)?.length ?? 0;
  }

  /** `secret in place: line`, for each secret and each place it stands in. */
  found(): string[] {
    return [...this.heard].flatMap(([where, text]) =>
      [...this.planted].flatMap(([value, name]) =>
        spellings(value).flatMap((spelling) => {
          const at = text.indexOf(spelling);
          return at < 0 ? [] : [`${name} in ${where}: ${text.slice(Math.max(0, at - 120), at + spelling.length + 40)}`];
        }),
      ),
    );
  }
}

/** As it is, as it stands in an address, in JSON, and as credentials of basic authentication carry it. */
function spellings(value: string): string[] {
  return [...new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), Buffer.from(value).toString('base64').replace(/=+$/, '')])];
}
