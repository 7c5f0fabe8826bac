import type { SingleKeys } from '../desk/review/keys';
import { chooseSingleKeys, SINGLE_KEYS_LABEL, useSingleKeys } from './single-keys';

export function SingleKeysChoice() {
  const chosen = useSingleKeys();
  return (
    <fieldset className="choice-row">
      <legend>单键快捷键</legend>
      {(Object.keys(SINGLE_KEYS_LABEL) as SingleKeys[]).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="single-keys"
            checked={chosen === choice}
            onChange={() => chooseSingleKeys(choice)}
          />
          {SINGLE_KEYS_LABEL[choice]}
        </label>
      ))}
    </fieldset>
  );
}
