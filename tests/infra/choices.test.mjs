// What the parameters change in a deployment, and what no parameter can change.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Deployment, roles } from './support/deployment.mjs';

const subnet = (name) => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/${name}`;
const full = new Deployment(
  {
    AZURE_PRINCIPAL_ID: 'operator', AZURE_PRINCIPAL_TYPE: 'ServicePrincipal',
    MEDIAINFO_ACCESS_KEY_ACTIONS: 'mts:*, mpc:List*', MEDIAINFO_PROJECT_IDS: 'p0,p1', MEDIAINFO_CALLBACK_QUEUE: 'done',
    MEDIAINFO_LOCATIONS: 'oss-cn-hangzhou, region01', MEDIAINFO_BUCKETS: 'films, sounds', MEDIAINFO_DURABLE_BACKEND: 'DurableTaskScheduler',
    MEDIAINFO_ALERT_EMAIL: 'operators@example.com', MEDIAINFO_NETWORK_DEFAULT_ACTION: 'Deny', MEDIAINFO_APP_SUBNET: subnet('app'),
    MEDIAINFO_ALLOWED_SUBNETS: `${subnet('upload')}, ${subnet('app')}`, MEDIAINFO_ALLOWED_IPS: '203.0.113.7, 198.51.100.0/24',
  },
  {
    blobSoftDeleteDays: 0, containerSoftDeleteDays: 30, alwaysReadyInstances: 1, instanceMemoryMB: 4096, failedJobsThreshold: 5,
    queueAgeSeconds: 60, lifecycleDays: 200, logRetentionDays: 90, purgeProtection: false, storageSkuName: 'Standard_LRS',
    extraSettings: { MediaInfo__Callbacks__Timeout: '00:00:05', OTEL_TRACES_SAMPLER_ARG: '0.5' },
  },
);
const elsewhere = new Deployment(
  { MEDIAINFO_MEDIA_ACCOUNT: 'films', MEDIAINFO_MEDIA_RESOURCE_GROUP: 'rg-media', MEDIAINFO_MEDIA_WRITABLE: 'true', MEDIAINFO_BUCKETS: 'in,out' });
const beside = new Deployment({ MEDIAINFO_MEDIA_ACCOUNT: 'films' });

describe('a deployment with every parameter set', () => {
  test('admits only the given networks', () => {
    for (const { properties } of full.all('Storage/storageAccounts')) {
      assert.deepEqual(properties.networkAcls, {
        bypass: 'AzureServices',
        defaultAction: 'Deny',
        ipRules: ['203.0.113.7', '198.51.100.0/24'].map((value) => ({ action: 'Allow', value })),
        virtualNetworkRules: ['app', 'upload'].map((name) => ({ action: 'Allow', id: subnet(name) })),
      });
    }
    assert.deepEqual(full.one('KeyVault/vaults').properties.networkAcls, {
      bypass: 'AzureServices',
      defaultAction: 'Deny',
      ipRules: ['203.0.113.7', '198.51.100.0/24'].map((value) => ({ value })),
      virtualNetworkRules: ['app', 'upload'].map((name) => ({ id: subnet(name) })),
    });
    assert.equal(full.one('Web/sites').properties.virtualNetworkSubnetId, subnet('app'));
  });

  test('keeps deleted data for the given time, or not at all', () => {
    for (const { properties } of full.all('Storage/storageAccounts/blobServices')) {
      assert.deepEqual(properties, { deleteRetentionPolicy: { enabled: false }, containerDeleteRetentionPolicy: { enabled: true, days: 30 } });
    }
    // Once on, purge protection cannot be turned off: Azure would reject an explicit false.
    assert.equal(full.one('KeyVault/vaults').properties.enablePurgeProtection, null);
  });

  test('creates the named media containers, and lets the app read only those', () => {
    const containers = full.all('Storage/storageAccounts/blobServices/containers').map(({ name }) => name.replace(/\w{13}\//, '/'));
    assert.deepEqual(containers.sort(), ['stmedia/default/films', 'stmedia/default/sounds', 'stmediainfo/default/app-package']);
    assert.deepEqual(full.roles, roles(
      'Durable Task Data Contributor on rg-prod/schedulers/dts-mediainfo/taskHubs/MediaInfo for the app, ServicePrincipal',
      'Key Vault Secrets Officer on rg-prod/vaults/kv-mi for operator, ServicePrincipal',
      'Storage Blob Data Reader on rg-prod/storageAccounts/stmedia/blobServices/default/containers/films for the app, ServicePrincipal',
      'Storage Blob Data Reader on rg-prod/storageAccounts/stmedia/blobServices/default/containers/sounds for the app, ServicePrincipal',
      'Storage Blob Delegator on rg-prod/storageAccounts/stmedia for the app, ServicePrincipal',
    ));
  });

  test('sets lists item by item', () => {
    const { settings } = full;
    const list = (name) => Object.entries(settings)
      .filter(([key]) => key.startsWith(`MediaInfo__${name}__`))
      .map(([key, value]) => [key.slice(-1), value]);
    assert.deepEqual(list('Objects__Buckets'), [['0', 'films'], ['1', 'sounds']]);
    assert.deepEqual(list('Objects__Locations'), [['0', 'oss-cn-hangzhou'], ['1', 'region01']]);
    assert.deepEqual(list('Accounts__List__0__ProjectIds'), [['0', 'p0'], ['1', 'p1']]);
    assert.deepEqual(list('Accounts__List__0__Keys__0__Allow'), [['0', 'mts:*'], ['1', 'mpc:List*']]);
    assert.equal(settings.MediaInfo__Accounts__List__0__CallbackQueue, 'done');
  });

  test('lets extra settings override its own', () => {
    assert.equal(full.settings.MediaInfo__Callbacks__Timeout, '00:00:05');
    assert.equal(full.settings.OTEL_TRACES_SAMPLER_ARG, '0.5');
  });

  test('stores the orchestrations in a scheduler that the app signs in to with its identity', () => {
    assert.equal(full.one('DurableTask/schedulers').properties.sku.name, 'Consumption');
    assert.match(full.settings.DURABLE_TASK_SCHEDULER_CONNECTION_STRING, /Endpoint=.*;Authentication=ManagedIdentity;ClientID=/);
    assert.equal(beside.all('DurableTask/schedulers').length, 0);
    assert.ok(!('DURABLE_TASK_SCHEDULER_CONNECTION_STRING' in beside.settings));
  });

  test('keeps an instance of each group ready', () => {
    assert.deepEqual(beside.one('Web/sites').properties.functionAppConfig.scaleAndConcurrency.alwaysReady, []);
    const { alwaysReady, instanceMemoryMB } = full.one('Web/sites').properties.functionAppConfig.scaleAndConcurrency;
    assert.deepEqual(alwaysReady.map(({ instanceCount }) => instanceCount), [1, 1]);
    assert.equal(instanceMemoryMB, 4096);
  });

  test('sends every alert to the operators, at the given thresholds', () => {
    const { id, properties } = full.one('Insights/actionGroups');
    assert.equal(properties.emailReceivers[0].emailAddress, 'operators@example.com');
    for (const [name, { actions }] of full.alerts) {
      assert.deepEqual(actions.actionGroups, [id], name);
    }
    assert.equal(full.alerts.get('failed-jobs').criteria.allOf[0].threshold, 5);
    assert.equal(full.alerts.get('queue-age').criteria.allOf[0].threshold, 60);
  });

  test('applies the given job lifetime, log retention and storage redundancy', () => {
    const [jobs] = full.one('Storage/storageAccounts/managementPolicies').properties.policy.rules;
    assert.equal(jobs.definition.actions.baseBlob.delete.daysAfterModificationGreaterThan, 200);
    assert.equal(full.one('OperationalInsights/workspaces').properties.retentionInDays, 90);
    assert.deepEqual(full.all('Storage/storageAccounts').map(({ sku }) => sku.name), ['Standard_LRS', 'Standard_LRS']);
  });
});

describe('media in an existing account', () => {
  test('is read from there, and no media account is created', () => {
    for (const deployment of [elsewhere, beside]) {
      assert.equal(deployment.all('Storage/storageAccounts').length, 1);
      assert.match(deployment.settings.MediaInfo__Storage__MediaBlobServiceUri, /storageAccounts\/films'/);
    }
  });

  test('is writable only on request, and only in the named containers', () => {
    assert.deepEqual(elsewhere.roles, roles(
      'Storage Blob Data Contributor on rg-media/storageAccounts/films/blobServices/default/containers/in for the app, ServicePrincipal',
      'Storage Blob Data Contributor on rg-media/storageAccounts/films/blobServices/default/containers/out for the app, ServicePrincipal',
      'Storage Blob Delegator on rg-media/storageAccounts/films for the app, ServicePrincipal',
    ));
    assert.deepEqual(beside.roles, roles('Storage Blob Data Reader on rg-prod/storageAccounts/films for the app, ServicePrincipal'));
  });
});

test('no deployment lets the app own blobs in a media account', () => {
  for (const deployment of [full, elsewhere, beside]) {
    const owned = deployment.roles.filter((role) => role.includes('Blob Data Owner'));
    assert.deepEqual(owned.map((role) => role.split(' ')[5]), ['rg-prod/storageAccounts/stmediainfo']);
    assert.doesNotMatch(deployment.settings.MediaInfo__Storage__MediaBlobServiceUri, /stmediainfo/);
  }
});
