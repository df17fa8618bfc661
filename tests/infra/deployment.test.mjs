// What a deployment makes: every resource, role, setting and alert, as the compiler predicts them of the parameters that azd gives.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusal } from './support/compiler.mjs';
import { Deployment, required } from './support/deployment.mjs';

const plain = new Deployment();
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

const appRoles = [
  'Monitoring Metrics Publisher on rg-prod/components/appi-mediainfo for the app, ServicePrincipal',
  'Key Vault Secrets User on rg-prod/vaults/kv-mi for the app, ServicePrincipal',
  'Storage Blob Data Owner on rg-prod/storageAccounts/stmediainfo for the app, ServicePrincipal',
  'Storage Queue Data Contributor on rg-prod/storageAccounts/stmediainfo for the app, ServicePrincipal',
  'Storage Table Data Contributor on rg-prod/storageAccounts/stmediainfo for the app, ServicePrincipal',
];
const roles = (...more) => [...appRoles, ...more].sort();

describe('a deployment without a choice', () => {
  test('makes these resources', () => {
    const counts = {};
    for (const { type } of plain.resources.filter((one) => !one.type.endsWith('/roleAssignments') && !one.type.endsWith('/secrets'))) {
      counts[type.slice('Microsoft.'.length)] = (counts[type.slice('Microsoft.'.length)] ?? 0) + 1;
    }
    assert.deepEqual(counts, {
      'Resources/resourceGroups': 1,
      'ManagedIdentity/userAssignedIdentities': 1,
      'Storage/storageAccounts': 2,
      'Storage/storageAccounts/blobServices': 2,
      'Storage/storageAccounts/blobServices/containers': 1,
      'Storage/storageAccounts/managementPolicies': 1,
      'KeyVault/vaults': 1,
      'OperationalInsights/workspaces': 1,
      'Insights/components': 1,
      'Web/serverfarms': 1,
      'Web/sites': 1,
      'Web/sites/config': 1,
      'Web/sites/basicPublishingCredentialsPolicies': 2,
      'Insights/scheduledQueryRules': 4,
    });
  });

  test('tags what it makes with the environment', () => {
    const tagged = plain.resources.filter(({ tags }) => tags);
    assert.ok(tagged.length >= 12);
    assert.ok(tagged.every(({ tags }) => tags['azd-env-name'] === 'prod'));
  });

  test('gives the app these roles and no other', () => {
    assert.deepEqual(plain.roles, roles('Storage Blob Data Reader on rg-prod/storageAccounts/stmedia for the app, ServicePrincipal'));
  });

  test('sets these settings', () => {
    assert.deepEqual(Object.keys(plain.settings).sort(), [
      'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', 'APPLICATIONINSIGHTS_CONNECTION_STRING', 'AzureWebJobsDisableHomepage',
      'AzureWebJobsStorage__blobServiceUri', 'AzureWebJobsStorage__clientId', 'AzureWebJobsStorage__credential',
      'AzureWebJobsStorage__queueServiceUri', 'AzureWebJobsStorage__tableServiceUri', 'MediaInfo__Accounts__List__0__Id',
      'MediaInfo__Accounts__List__0__Keys__0__Allow__0', 'MediaInfo__Accounts__List__0__Keys__0__Id',
      'MediaInfo__Accounts__List__0__Keys__0__Secret', 'MediaInfo__Objects__Locations__0', 'MediaInfo__Probe__CacheBytes',
      'MediaInfo__Probe__MaxMemoryBytes', 'MediaInfo__Storage__MediaBlobServiceUri', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG',
    ].sort());
  });

  test('tells the app its own storage and that of its media by address, and no key of either', () => {
    assert.match(plain.settings.AzureWebJobsStorage__blobServiceUri, /storageAccounts\/stmediainfo\w{13}'.*primaryEndpoints\.blob/);
    assert.match(plain.settings.MediaInfo__Storage__MediaBlobServiceUri, /storageAccounts\/stmedia\w{13}'.*primaryEndpoints\.blob/);
    assert.equal(plain.settings.AzureWebJobsStorage__credential, 'managedidentity');
    assert.doesNotMatch(JSON.stringify(plain.settings), /AccountKey|listKeys/);
  });

  test('names the secret of the first key by its place in the vault', () => {
    assert.match(plain.settings.MediaInfo__Accounts__List__0__Keys__0__Secret, /@Microsoft\.KeyVault\(SecretUri=.*vaultUri, 'account-0-key-0'\)/);
  });

  test('lets every network in', () => {
    for (const { properties } of [...plain.all('Storage/storageAccounts'), plain.one('KeyVault/vaults')]) {
      assert.deepEqual(properties.networkAcls, { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] });
    }
    assert.equal(plain.one('Web/sites').properties.virtualNetworkSubnetId, null);
  });

  test('keeps deleted blobs and containers of both accounts for a week, and a deleted vault too', () => {
    for (const { properties } of plain.all('Storage/storageAccounts/blobServices')) {
      assert.deepEqual(properties, {
        deleteRetentionPolicy: { enabled: true, days: 7 },
        containerDeleteRetentionPolicy: { enabled: true, days: 7 },
      });
    }
    const { enableSoftDelete, enablePurgeProtection, softDeleteRetentionInDays } = plain.one('KeyVault/vaults').properties;
    assert.deepEqual([enableSoftDelete, enablePurgeProtection, softDeleteRetentionInDays], [true, true, 7]);
  });

  test('opens its accounts to identities alone, over TLS', () => {
    for (const { properties } of plain.all('Storage/storageAccounts')) {
      const { allowBlobPublicAccess, allowSharedKeyAccess, minimumTlsVersion, supportsHttpsTrafficOnly, allowCrossTenantReplication } = properties;
      assert.deepEqual([allowBlobPublicAccess, allowSharedKeyAccess, allowCrossTenantReplication], [false, false, false]);
      assert.deepEqual([minimumTlsVersion, supportsHttpsTrafficOnly], ['TLS1_2', true]);
    }
    assert.equal(plain.one('KeyVault/vaults').properties.enableRbacAuthorization, true);
    assert.equal(plain.one('Insights/components').properties.DisableLocalAuth, true);
  });

  test('lets nobody publish or sign in to the app by password, or call it without TLS', () => {
    assert.deepEqual(plain.all('Web/sites/basicPublishingCredentialsPolicies').map(({ properties }) => properties.allow), [false, false]);
    const { httpsOnly, siteConfig } = plain.one('Web/sites').properties;
    assert.deepEqual([httpsOnly, siteConfig.ftpsState, siteConfig.minTlsVersion], [true, 'Disabled', '1.2']);
  });

  test('runs the app of a container that only its identity opens', () => {
    const { type, value, authentication } = plain.one('Web/sites').properties.functionAppConfig.deployment.storage;
    assert.equal(type, 'blobContainer');
    assert.match(value, /storageAccounts\/stmediainfo\w{13}'.*, 'app-package'\)/);
    assert.equal(authentication.type, 'UserAssignedIdentity');
    assert.match(plain.one('Storage/storageAccounts/blobServices/containers').name, /^stmediainfo\w{13}\/default\/app-package$/);
  });

  test('sends alerts to nobody, but raises them', () => {
    assert.equal(plain.all('Insights/actionGroups').length, 0);
    for (const { enabled, actions, evaluationFrequency, windowSize } of plain.alerts.values()) {
      assert.deepEqual([enabled, actions.actionGroups, evaluationFrequency, windowSize], [true, [], 'PT5M', 'PT15M']);
    }
  });

  test('raises an alert on one message that was given up, and on twenty failed jobs', () => {
    const criterion = (name) => plain.alerts.get(name).criteria.allOf[0];
    assert.deepEqual([...plain.alerts.keys()].sort(), ['failed-jobs', 'poison-messages', 'queue-age', 'silence']);
    assert.deepEqual([criterion('poison-messages').operator, criterion('poison-messages').threshold], ['GreaterThan', 0]);
    assert.deepEqual([criterion('failed-jobs').operator, criterion('failed-jobs').threshold], ['GreaterThanOrEqual', 20]);
    assert.deepEqual([criterion('queue-age').operator, criterion('queue-age').threshold], ['GreaterThan', 900]);
    assert.equal(criterion('queue-age').dimensions[0].name, 'Queue');
  });
});

describe('a deployment with every choice', () => {
  test('lets in only the networks that it names', () => {
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

  test('keeps what is deleted for as long as it is told to, or not at all', () => {
    for (const { properties } of full.all('Storage/storageAccounts/blobServices')) {
      assert.deepEqual(properties, { deleteRetentionPolicy: { enabled: false }, containerDeleteRetentionPolicy: { enabled: true, days: 30 } });
    }
    // Once on, purge protection cannot be turned off: an explicit false would be refused.
    assert.equal(full.one('KeyVault/vaults').properties.enablePurgeProtection, null);
  });

  test('makes the named containers for media, and gives the app no more than them to read', () => {
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
    const list = (name) => Object.entries(settings).filter(([key]) => key.startsWith(`MediaInfo__${name}__`)).map(([key, value]) => [key.slice(-1), value]);
    assert.deepEqual(list('Objects__Buckets'), [['0', 'films'], ['1', 'sounds']]);
    assert.deepEqual(list('Objects__Locations'), [['0', 'oss-cn-hangzhou'], ['1', 'region01']]);
    assert.deepEqual(list('Accounts__List__0__ProjectIds'), [['0', 'p0'], ['1', 'p1']]);
    assert.deepEqual(list('Accounts__List__0__Keys__0__Allow'), [['0', 'mts:*'], ['1', 'mpc:List*']]);
    assert.equal(settings.MediaInfo__Accounts__List__0__CallbackQueue, 'done');
  });

  test('lets extra settings win over its own', () => {
    assert.equal(full.settings.MediaInfo__Callbacks__Timeout, '00:00:05');
    assert.equal(full.settings.OTEL_TRACES_SAMPLER_ARG, '0.5');
  });

  test('keeps the orchestrations in a scheduler that the app signs in to by its identity', () => {
    assert.equal(full.one('DurableTask/schedulers').properties.sku.name, 'Consumption');
    assert.match(full.settings.DURABLE_TASK_SCHEDULER_CONNECTION_STRING, /Endpoint=.*;Authentication=ManagedIdentity;ClientID=/);
    assert.equal(plain.all('DurableTask/schedulers').length, 0);
    assert.ok(!('DURABLE_TASK_SCHEDULER_CONNECTION_STRING' in plain.settings));
  });

  test('keeps an instance of each group ready', () => {
    assert.deepEqual(plain.one('Web/sites').properties.functionAppConfig.scaleAndConcurrency.alwaysReady, []);
    const { alwaysReady, instanceMemoryMB } = full.one('Web/sites').properties.functionAppConfig.scaleAndConcurrency;
    assert.deepEqual(alwaysReady.map(({ instanceCount }) => instanceCount), [1, 1, 1]);
    assert.equal(instanceMemoryMB, 4096);
  });

  test('tells the operators of every alert, from the thresholds on that it is given', () => {
    const { id, properties } = full.one('Insights/actionGroups');
    assert.equal(properties.emailReceivers[0].emailAddress, 'operators@example.com');
    for (const [name, { actions }] of full.alerts) {
      assert.deepEqual(actions.actionGroups, [id], name);
    }
    assert.equal(full.alerts.get('failed-jobs').criteria.allOf[0].threshold, 5);
    assert.equal(full.alerts.get('queue-age').criteria.allOf[0].threshold, 60);
  });

  test('keeps jobs, logs and copies of data as it is told to', () => {
    const [jobs] = full.one('Storage/storageAccounts/managementPolicies').properties.policy.rules;
    assert.equal(jobs.definition.actions.baseBlob.delete.daysAfterModificationGreaterThan, 200);
    assert.equal(full.one('OperationalInsights/workspaces').properties.retentionInDays, 90);
    assert.deepEqual(full.all('Storage/storageAccounts').map(({ sku }) => sku.name), ['Standard_LRS', 'Standard_LRS']);
  });
});

describe('media in an account that is there already', () => {
  test('is read from there, and no account is made for it', () => {
    for (const deployment of [elsewhere, beside]) {
      assert.equal(deployment.all('Storage/storageAccounts').length, 1);
      assert.match(deployment.settings.MediaInfo__Storage__MediaBlobServiceUri, /storageAccounts\/films'/);
    }
  });

  test('is written to only where that is asked for, in the named containers alone', () => {
    assert.deepEqual(elsewhere.roles, roles(
      'Storage Blob Data Contributor on rg-media/storageAccounts/films/blobServices/default/containers/in for the app, ServicePrincipal',
      'Storage Blob Data Contributor on rg-media/storageAccounts/films/blobServices/default/containers/out for the app, ServicePrincipal',
      'Storage Blob Delegator on rg-media/storageAccounts/films for the app, ServicePrincipal',
    ));
    assert.deepEqual(beside.roles, roles('Storage Blob Data Reader on rg-prod/storageAccounts/films for the app, ServicePrincipal'));
  });
});

test('no deployment lets the app own blobs of an account with media', () => {
  for (const deployment of [plain, full, elsewhere, beside]) {
    const owned = deployment.roles.filter((role) => role.includes('Blob Data Owner'));
    assert.deepEqual(owned.map((role) => role.split(' ')[5]), ['rg-prod/storageAccounts/stmediainfo']);
    assert.doesNotMatch(deployment.settings.MediaInfo__Storage__MediaBlobServiceUri, /stmediainfo/);
  }
});

describe('a deployment is refused', () => {
  test('where the networks are closed and the app itself has no way in', () => {
    assert.match(refusal({ ...required, MEDIAINFO_NETWORK_DEFAULT_ACTION: 'Deny' }), /the app itself reaches its storage through appSubnetId only/);
  });

  test('where a variable is missing, or has a value that there is not', () => {
    const { MEDIAINFO_ACCOUNT_ID: _, ...less } = required;
    const said = refusal({ ...less, MEDIAINFO_NETWORK_DEFAULT_ACTION: 'Maybe', MEDIAINFO_MEDIA_WRITABLE: 'often', AZURE_PRINCIPAL_TYPE: 'Robot' });
    assert.match(said, /Environment variable "MEDIAINFO_ACCOUNT_ID" does not exist/);
    assert.match(said, /'Allow' \| 'Deny'.*'Maybe'/);
    assert.match(said, /parameter "mediaWritable".*cannot be converted/);
    assert.match(said, /'Robot'/);
  });
});
