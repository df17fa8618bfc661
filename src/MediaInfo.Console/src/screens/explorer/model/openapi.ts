/** The parts of an OpenAPI 3.1 document that the explorer reads. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly 'x-otherwise'?: string;
  /** Whether calls without it are refused, unless another parameter says otherwise. */
  readonly 'x-requiredAtTimes'?: boolean;
  readonly 'x-maxBytes'?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly example?: unknown;
  readonly 'x-flat'?: boolean;
}

export interface ErrorRow {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly when: string;
  readonly remedy: string;
}

export interface ResponseObject {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly 'x-errors'?: readonly ErrorRow[];
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
  };
  readonly responses: Readonly<Record<string, ResponseObject>>;
  readonly 'x-action': {
    readonly protocol: 'rpc' | 'mpc' | 'mns';
    readonly dialect: string;
    readonly group: string;
    readonly product: string;
    readonly version: string;
    readonly name: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly permission: string;
    readonly changesState: boolean;
  };
}

export interface OpenApiDocument {
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly responses?: Readonly<Record<string, ResponseObject>>;
  };
}
