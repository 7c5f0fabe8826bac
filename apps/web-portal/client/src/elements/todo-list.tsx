import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Todo {
  label: string;
  count: number;
  to: string;
  /** Said after the count: what is late, what is oldest. */
  note?: ReactNode;
}

/** What waits, as a register: figure, name, note. Lines with nothing waiting are left out. */
export function TodoList({ todos }: { todos: Todo[] }) {
  return (
    <ul className="todo-list">
      {todos
        .filter((todo) => todo.count > 0)
        .map((todo) => (
          <li key={todo.label}>
            <b className="figure">{todo.count}</b>
            <Link to={todo.to}>{todo.label}</Link>
            <span className="aside">{todo.note}</span>
          </li>
        ))}
    </ul>
  );
}
