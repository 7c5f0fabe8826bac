import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { robotsQuery } from '../api/queries';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { AddRobot } from './add-robot';
import { RobotRow } from './robot-row';
import './messages.css';

/** 群机器人: which groups hear what? */
export default function GroupRobotsPage() {
  const query = useQuery(robotsQuery);
  const [isAdding, setAdding] = useState(false);
  const [done, setDone] = useState('');
  const add = (
    <Button look="main" onClick={() => setAdding(true)}>
      添加群机器人
    </Button>
  );
  return (
    <Page
      title="群机器人"
      lead="把进展告知企业微信、钉钉、飞书的工作群：只有数量、已公开的场景名称和链接，没有人名、企业名和联系方式。"
      action={isAdding || query.data?.items.length === 0 ? undefined : add}
    >
      {done ? (
        <div className="notice notice-good" role="status">
          <p>{done}</p>
          <Button look="quiet" onClick={() => setDone('')}>
            知道了
          </Button>
        </div>
      ) : null}
      {isAdding ? (
        <AddRobot
          onSaved={(name) => {
            setAdding(false);
            setDone(`已添加“${name}”。请试发一条，看群里是否收到。`);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : null}
      <Loaded query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            isAdding ? null : (
              <Empty text="还没有群机器人。" action={add} />
            )
          ) : (
            <table className="list robots">
              <thead>
                <tr>
                  <th scope="col">群机器人</th>
                  <th scope="col">告知什么</th>
                  <th scope="col">状态</th>
                  <th scope="col">操作</th>
                </tr>
              </thead>
              <tbody>
                {items.map((robot) => (
                  <RobotRow key={robot.id} robot={robot} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Page>
  );
}
