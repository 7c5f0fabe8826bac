import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SystemStatusView } from '@mantianxing/contracts';
import { Allow } from '../access/allow';
import { StatusService } from './status.service';

@ApiTags('运行状态')
@Controller('api/status')
export class StatusController {
  constructor(private readonly status: StatusService) {}

  @Get()
  @Allow('P')
  @ApiOkResponse({ standardSchema: SystemStatusView })
  @SerializeOptions({ schema: SystemStatusView })
  show(): Promise<SystemStatusView> {
    return this.status.current();
  }
}
