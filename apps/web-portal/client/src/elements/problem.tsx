/** What went wrong, read out at once; nothing while there is nothing to say. */
export function Problem({ text }: { text?: string | null }) {
  if (!text) return null;
  return (
    <p className="problem" role="alert">
      {text}
    </p>
  );
}
