import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SystemStatusView } from '@mantianxing/contracts';
import { Answers } from '@mantianxing/platform';
import { Allow } from '../access/allow';
import { StatusService } from './status.service';

@ApiTags('运行状态')
@Controller('api/status')
export class StatusController {
  constructor(private readonly status: StatusService) {}

  @Get()
  @Allow('P')
  @Answers(SystemStatusView)
  show(): Promise<SystemStatusView> {
    return this.status.current();
  }
}
