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
    MEDIAINFO_STORAGE_SKU: 'Standard_LRS', MEDIAINFO_UPDATE_STRATEGY: 'RollingUpdate', MEDIAINFO_LOG_DAILY_CAP_GB: '-1', MEDIAINFO_DIAGNOSTICS: 'All',
  },
  {
    blobSoftDeleteDays: 0, containerSoftDeleteDays: 30, alwaysReadyInstances: 1, instanceMemoryMB: 4096, failedJobsThreshold: 5,
    queueAgeSeconds: 60, lifecycleDays: 200, logRetentionDays: 90, purgeProtection: false,
    extraSettings: { MediaInfo__Callbacks__Timeout: '00:00:05', OTEL_TRACES_SAMPLER_ARG: '0.5' },
  },
);
const elsewhere = new Deployment(
  { MEDIAINFO_MEDIA_ACCOUNT: 'films', MEDIAINFO_MEDIA_RESOURCE_GROUP: 'rg-media', MEDIAINFO_MEDIA_WRITABLE: 'true', MEDIAINFO_BUCKETS: 'in,out' });
const page = new Deployment({ MEDIAINFO_CONSOLE_ENABLED: 'true', MEDIAINFO_MEDIA_WRITABLE: 'true' });
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
      'Storage Blob Data Contributor on rg-prod/storageAccounts/stmedia/blobServices/default/containers/films for operator, ServicePrincipal',
      'Storage Blob Data Contributor on rg-prod/storageAccounts/stmedia/blobServices/default/containers/sounds for operator, ServicePrincipal',
      'Storage Queue Data Message Processor on rg-prod/storageAccounts/stmediainfo/queueServices/default/queues/done for operator, ServicePrincipal',
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
    assert.deepEqual(full.one('OperationalInsights/workspaces').properties.workspaceCapping, { dailyQuotaGb: -1 });
    assert.deepEqual(full.all('Storage/storageAccounts').map(({ sku }) => sku.name), ['Standard_LRS', 'Standard_LRS']);
  });

  test('drains its instances at an update', () => {
    assert.deepEqual(full.one('Web/sites').properties.functionAppConfig.siteUpdateStrategy, { type: 'RollingUpdate' });
  });
});

describe('the operator', () => {
  const operator = { AZURE_PRINCIPAL_ID: 'operator' };
  const ofOperator = (env) => new Deployment({ ...operator, ...env }).roles.filter((role) => role.includes(' for operator, User'));

  test('may write secrets, upload media and take the completion messages', () => {
    assert.deepEqual(ofOperator({ MEDIAINFO_CALLBACK_QUEUE: 'done' }), [
      'Key Vault Secrets Officer on rg-prod/vaults/kv-mi for operator, User',
      'Storage Blob Data Contributor on rg-prod/storageAccounts/stmedia for operator, User',
      'Storage Queue Data Message Processor on rg-prod/storageAccounts/stmediainfo/queueServices/default/queues/done for operator, User',
    ]);
  });

  test('gets no data role if that is not wanted, and none on a queue if there is none', () => {
    const vault = 'Key Vault Secrets Officer on rg-prod/vaults/kv-mi for operator, User';
    assert.deepEqual(ofOperator({ MEDIAINFO_CALLBACK_QUEUE: 'done', MEDIAINFO_OPERATOR_DATA_ROLES: 'false' }), [vault]);
    assert.deepEqual(ofOperator({}), [vault, 'Storage Blob Data Contributor on rg-prod/storageAccounts/stmedia for operator, User']);
  });

  test('finds the callback queue, which the deployment creates', () => {
    assert.match(full.one('Storage/storageAccounts/queueServices/queues').name, /^stmediainfo\w{13}\/default\/done$/);
    assert.equal(beside.all('Storage/storageAccounts/queueServices/queues').length, 0);
  });
});

describe('the redundancy', () => {
  const chosen = (env) => new Deployment(env).all('Storage/storageAccounts').map(({ sku }) => sku.name);

  test('is three zones where the region has them, and one place elsewhere', () => {
    assert.deepEqual(chosen({ AZURE_LOCATION: 'swedencentral' }), ['Standard_ZRS', 'Standard_ZRS']);
    assert.deepEqual(chosen({ AZURE_LOCATION: 'ukwest' }), ['Standard_LRS', 'Standard_LRS']);
  });

  test('is the chosen one everywhere', () => {
    assert.deepEqual(chosen({ AZURE_LOCATION: 'ukwest', MEDIAINFO_STORAGE_SKU: 'Standard_GRS' }), ['Standard_GRS', 'Standard_GRS']);
  });
});

describe('diagnostics', () => {
  const settings = (deployment) => deployment.all('Insights/diagnosticSettings');
  const categories = ({ properties: { logs } }) => logs.map(({ category, categoryGroup }) => category ?? categoryGroup).join(' ');

  test('are off by default', () => assert.deepEqual(settings(beside), []));

  test('are those of each service of both accounts, and of the vault', () => {
    assert.deepEqual(settings(full).map(categories).sort(), [
      'StorageRead StorageWrite StorageDelete', 'StorageRead StorageWrite StorageDelete', 'StorageRead StorageWrite StorageDelete',
      'StorageRead StorageWrite StorageDelete', 'StorageRead StorageWrite StorageDelete', 'StorageRead StorageWrite StorageDelete', 'audit',
    ]);
    const [{ properties }] = settings(full);
    assert.match(JSON.stringify(properties.workspaceId), /log-mediainfo-/);
  });

  test('can leave out reads, and an account that was there before', () => {
    const changes = new Deployment({ MEDIAINFO_DIAGNOSTICS: 'Changes', MEDIAINFO_MEDIA_ACCOUNT: 'films' });
    const written = 'StorageWrite StorageDelete';
    assert.deepEqual(settings(changes).map(categories).sort(), [written, written, written, 'audit']);
  });
});

describe('a private network', () => {
  const inside = new Deployment({ MEDIAINFO_VNET_ENABLED: 'true' });
  const closed = (deployment) => [...deployment.all('Storage/storageAccounts'), deployment.one('KeyVault/vaults')]
    .map(({ properties: { publicNetworkAccess, networkAcls } }) => [publicNetworkAccess, networkAcls.defaultAction]);

  test('is not made by default', () => {
    assert.deepEqual(beside.resources.filter(({ type }) => type.startsWith('Microsoft.Network/')), []);
  });

  test('has a subnet for the app, delegated to the platform, and one for the endpoints', () => {
    const { subnets, addressSpace } = inside.one('Network/virtualNetworks').properties;
    assert.deepEqual(addressSpace.addressPrefixes, ['10.0.0.0/16']);
    assert.deepEqual(subnets.map(({ name, properties }) => [name, properties.addressPrefix]),
      [['app', '10.0.0.0/24'], ['private-endpoints', '10.0.1.0/24']]);
    assert.deepEqual(subnets[0].properties.delegations.map(({ properties }) => properties.serviceName), ['Microsoft.App/environments']);
    assert.match(inside.one('Web/sites').properties.virtualNetworkSubnetId, /virtualNetworks\/vnet-mediainfo-\w+\/subnets\/app$/);
  });

  test('has an endpoint for each service that the app uses', () => {
    const found = inside.all('Network/privateEndpoints').map(({ name, properties: { subnet: { id }, privateLinkServiceConnections: [to] } }) => {
      assert.match(id, /subnets\/private-endpoints$/);
      const [, resource] = /\/((?:storageAccounts|vaults)\/[a-z-]+?)-?[a-z0-9]{13}$/.exec(to.properties.privateLinkServiceId);
      return `${name.replace(/^vnet-mediainfo-\w{13}-/, '')}: ${to.properties.groupIds} of ${resource}`;
    });
    assert.deepEqual(found.sort(), [
      'media-blob: blob of storageAccounts/stmedia',
      'service-blob: blob of storageAccounts/stmediainfo',
      'service-queue: queue of storageAccounts/stmediainfo',
      'service-table: table of storageAccounts/stmediainfo',
      'vault: vault of vaults/kv-mi',
    ]);
  });

  test('resolves the names of the endpoints', () => {
    const zones = inside.all('Network/privateDnsZones').map(({ name }) => name).sort();
    // The suffixes differ between clouds, so the names are known only at deployment.
    assert.deepEqual(zones, [
      ...['blob', 'queue', 'table'].map((service) => `[format('privatelink.${service}.{0}', environment().suffixes.storage)]`),
      "[replace(environment().suffixes.keyvaultDns, '.vault.', 'privatelink.vaultcore.')]",
    ]);
    assert.equal(inside.all('Network/privateDnsZones/virtualNetworkLinks').length, zones.length);
    const used = inside.all('Network/privateEndpoints/privateDnsZoneGroups')
      .map(({ name, properties: { privateDnsZoneConfigs: [{ properties }] } }) =>
        [name.replace(/^vnet-mediainfo-\w{13}-|\/default$/g, ''), /privatelink\.(\w+)/.exec(properties.privateDnsZoneId)[1]]);
    assert.deepEqual(used.sort(), [['media-blob', 'blob'], ['service-blob', 'blob'], ['service-queue', 'queue'],
      ['service-table', 'table'], ['vault', 'vaultcore']]);
  });

  test('closes the accounts and the vault to all others', () => {
    assert.deepEqual(closed(inside), Array(3).fill(['Disabled', 'Deny']));
  });

  test('lets in the named addresses, if there are any', () => {
    const some = new Deployment({ MEDIAINFO_VNET_ENABLED: 'true', MEDIAINFO_ALLOWED_IPS: '203.0.113.7' });
    assert.deepEqual(closed(some), Array(3).fill(['Enabled', 'Deny']));
  });

  test('reaches media in an account that was there before', () => {
    const films = new Deployment({ MEDIAINFO_VNET_ENABLED: 'true', MEDIAINFO_MEDIA_ACCOUNT: 'films' });
    const { properties } = films.all('Network/privateEndpoints').find(({ name }) => name.endsWith('-media-blob'));
    assert.match(properties.privateLinkServiceConnections[0].properties.privateLinkServiceId, /storageAccounts\/films$/);
  });

  test('can have other addresses', () => {
    const other = new Deployment({ MEDIAINFO_VNET_ENABLED: 'true' }, { vnetAddressPrefix: '192.168.8.0/23' });
    const { subnets } = other.one('Network/virtualNetworks').properties;
    assert.deepEqual(subnets.map(({ properties }) => properties.addressPrefix), ['192.168.8.0/24', '192.168.9.0/24']);
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

describe('a deployment with the console', () => {
  const rules = (deployment) => deployment.all('Storage/storageAccounts/blobServices')
    .filter(({ properties }) => properties.cors).map(({ name, properties }) => [name, properties.cors.corsRules]);

  test('serves the page, which may send media to the account made for it, and to no other', () => {
    assert.equal(page.settings.MediaInfo__Console__Enabled, 'true');
    const [[account, [rule]], ...more] = rules(page);
    assert.deepEqual(more, []);
    assert.match(account, /^stmedia\w{13}\/default$/);
    assert.match(rule.allowedOrigins.join(), /^https:\/\/func-mediainfo-\w{13}\.azurewebsites\.net$/);
    assert.deepEqual([rule.allowedMethods, rule.allowedHeaders], [['PUT'], ['content-type', 'if-none-match', 'x-ms-blob-type']]);
  });

  test('is a choice, and a page that may not write has no rule', () => {
    assert.ok(!('MediaInfo__Console__Enabled' in beside.settings));
    assert.deepEqual([beside, elsewhere, new Deployment({ MEDIAINFO_CONSOLE_ENABLED: 'true' })].flatMap(rules), []);
  });
});
