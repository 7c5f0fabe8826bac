import { Controller, Get, Injectable } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';

/** Holds the document, which can only be made once every route is known. */
@Injectable()
export class OpenApiDocument {
  current?: OpenAPIObject;
}

@ApiExcludeController()
@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  show(): OpenAPIObject | undefined {
    return this.document.current;
  }
}
