import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ALLOW } from './allow';

const ROUTE_METHOD = 'method';

/** Looks at every route once at start: one without a declared rule ends the start. */
@Injectable()
export class AccessRules implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.routesWithoutRule();
    if (open.length > 0) throw new Error(`这些路由没有声明谁可访问（@Allow）：${open.join('、')}`);
  }

  private routesWithoutRule(): string[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype || !instance || this.reflector.get(ALLOW, metatype)) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(ROUTE_METHOD, prototype[name] as object))
        .filter((name) => !this.reflector.get(ALLOW, prototype[name] as () => unknown))
        .map((name) => `${metatype.name}.${name}`);
    });
  }
}
