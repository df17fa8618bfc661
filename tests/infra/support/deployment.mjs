import assert from 'node:assert/strict';
import { deployed } from './compiler.mjs';

/** The variables that azd's environment must have. */
export const required = { AZURE_ENV_NAME: 'prod', AZURE_LOCATION: 'westeurope', MEDIAINFO_ACCOUNT_ID: '1000', MEDIAINFO_ACCESS_KEY_ID: 'key' };

// Azure's built-in roles, the same in every tenant.
const roleNames = {
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': 'Storage Blob Data Owner',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe': 'Storage Blob Data Contributor',
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1': 'Storage Blob Data Reader',
  'db58b8e5-c6ad-4a2a-8342-4190687cbf4a': 'Storage Blob Delegator',
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88': 'Storage Queue Data Contributor',
  '8a0f0c08-91a1-4084-bc3d-661d67233fed': 'Storage Queue Data Message Processor',
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
  '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User',
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': 'Key Vault Secrets Officer',
  '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
  '0ad04412-c4d5-4796-b79c-f76d14c8d402': 'Durable Task Data Contributor',
};

// Removes the part of each name that is derived from subscription, environment and region.
const short = (id) => id.replace(/-?[a-z0-9]{13}(?=$|\/)/g, '');

/** The resources of one deployment, as the compiler predicts them. */
export class Deployment {
  constructor(env = {}, parameters = {}) {
    this.resources = deployed({ ...required, ...env }, parameters);
  }

  all(type) {
    return this.resources.filter((resource) => resource.type === `Microsoft.${type}`);
  }

  /** The only resource of a type, or the only one whose name starts with `name`. */
  one(type, name = '') {
    const found = this.all(type).filter((resource) => resource.name.startsWith(name));
    assert.equal(found.length, 1, `${found.length} of ${type} ${name}`);
    return found[0];
  }

  /** Each assignment as "role on resource for principal", sorted. */
  get roles() {
    return this.all('Authorization/roleAssignments')
      .map(({ id, properties: { principalId, principalType, roleDefinitionId } }) => {
        // An id known only at deployment is the expression that computes it, with the scope first.
        const [, group, on] = /resourceGroups\/([^/]+)\/providers\/Microsoft\.\w+\/(.+?)(?:'|\/providers\/Microsoft\.Authorization\/)/.exec(id);
        const whom = /userAssignedIdentities\/id-/.test(principalId) ? 'the app' : principalId;
        return `${roleNames[roleDefinitionId.split('/').at(-1)]} on ${group}/${short(on)} for ${whom}, ${principalType}`;
      })
      .sort();
  }

  get settings() {
    return this.one('Web/sites/config').properties;
  }

  /** The properties of each alert, by the end of its name. */
  get alerts() {
    return new Map(this.all('Insights/scheduledQueryRules').map(({ name, properties }) => [/^mediainfo-\w{13}-(.+)$/.exec(name)[1], properties]));
  }
}

// The app's roles in every deployment.
const appRoles = [
  'Monitoring Metrics Publisher on rg-prod/components/appi-mediainfo for the app, ServicePrincipal',
  'Key Vault Secrets User on rg-prod/vaults/kv-mi for the app, ServicePrincipal',
  'Storage Blob Data Owner on rg-prod/storageAccounts/stmediainfo for the app, ServicePrincipal',
  'Storage Queue Data Contributor on rg-prod/storageAccounts/stmediainfo for the app, ServicePrincipal',
  'Storage Table Data Contributor on rg-prod/storageAccounts/stmediainfo for the app, ServicePrincipal',
];

/** All roles of a deployment that has these in addition to the common ones. */
export const roles = (...more) => [...appRoles, ...more].sort();
