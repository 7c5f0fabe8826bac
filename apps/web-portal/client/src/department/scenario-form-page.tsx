import type { ScenarioView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { scenarioQuery } from '../api/queries';
import { AntPart } from '../appearance/ant-part';
import { keptDraft } from '../drafting/kept-drafts';
import { Loaded } from '../elements/loaded';
import { ScenarioForm } from './scenario-form';

/** /dept/scenarios/new and /:id/edit: the same form, which gets its address when it is first saved. */
export default function ScenarioFormPage() {
  const { id } = useParams();
  // A form begun as new stays itself when its address changes to the saved entry's.
  const [isNew] = useState(id === undefined);
  return (
    <AntPart>
      {isNew ? (
        <ScenarioForm start={null} kept={keptDraft('scenario-new')} />
      ) : (
        <Existing key={id} id={id!} />
      )}
    </AntPart>
  );
}

function Existing({ id }: { id: string }) {
  // Read once: the form itself is the newest copy from then on.
  const query = useQuery({ ...scenarioQuery(id), staleTime: Infinity, gcTime: 0 });
  return (
    <Loaded query={query} lines={16}>
      {(data: ScenarioView) => <ScenarioForm key={data.id} start={data} kept={keptDraft(`scenario-${id}`)} />}
    </Loaded>
  );
}
