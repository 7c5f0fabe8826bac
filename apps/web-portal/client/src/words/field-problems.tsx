/** What is wrong with one field, said as soon as it is known. */
export function FieldProblems({ id, problems }: { id: string; problems?: string[] }) {
  return (
    <div id={id} aria-live="polite">
      {problems?.map((problem) => (
        <p key={problem} className="problem">
          {problem}
        </p>
      ))}
    </div>
  );
}
