import type { ButtonHTMLAttributes } from 'react';
import { Link } from 'react-router';

interface Look {
  look?: 'main' | 'plain' | 'quiet' | 'danger';
}

export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Look) {
  return <button type="button" className={`button button-${look} ${className}`} {...rest} />;
}

export function ButtonLink({ look = 'plain', to, children }: Look & { to: string; children: string }) {
  return (
    <Link className={`button button-${look}`} to={to}>
      {children}
    </Link>
  );
}
