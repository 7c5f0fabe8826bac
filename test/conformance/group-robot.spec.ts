import { DingtalkRobot, FeishuRobot, WecomRobot } from '@mantianxing/notification';
import { describeGroupRobot } from './group-robot';

describeGroupRobot('WECOM', (out, hosts) => new WecomRobot(out, hosts));
describeGroupRobot('DINGTALK', (out, hosts) => new DingtalkRobot(out, hosts));
describeGroupRobot('FEISHU', (out, hosts) => new FeishuRobot(out, hosts));
