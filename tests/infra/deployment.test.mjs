// What a default deployment creates: every resource, role, setting and alert, as the compiler predicts them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusal } from './support/compiler.mjs';
import { Deployment, required, roles } from './support/deployment.mjs';

const plain = new Deployment();

describe('a default deployment', () => {
  test('creates these resources', () => {
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

  test('tags what it creates with the environment', () => {
    const tagged = plain.resources.filter(({ tags }) => tags);
    assert.ok(tagged.length >= 12);
    assert.ok(tagged.every(({ tags }) => tags['azd-env-name'] === 'prod'));
  });

  test('gives the app these roles and no others', () => {
    assert.deepEqual(plain.roles, roles('Storage Blob Data Reader on rg-prod/storageAccounts/stmedia for the app, ServicePrincipal'));
  });

  test('sets these settings', () => {
    assert.deepEqual(Object.keys(plain.settings).sort(), [
      'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', 'APPLICATIONINSIGHTS_CONNECTION_STRING', 'AzureWebJobsDisableHomepage',
      'AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval',
      'AzureFunctionsJobHost__extensions__durableTask__storageProvider__partitionCount',
      'AzureFunctionsJobHost__extensions__queues__maxPollingInterval',
      'AzureWebJobsStorage__blobServiceUri', 'AzureWebJobsStorage__clientId', 'AzureWebJobsStorage__credential',
      'AzureWebJobsStorage__queueServiceUri', 'AzureWebJobsStorage__tableServiceUri', 'MediaInfo__Accounts__List__0__Id',
      'MediaInfo__Accounts__List__0__Keys__0__Allow__0', 'MediaInfo__Accounts__List__0__Keys__0__Id',
      'MediaInfo__Accounts__List__0__Keys__0__Secret', 'MediaInfo__Frames__AtOnce', 'MediaInfo__Frames__MaxMemoryBytes',
      'MediaInfo__Objects__Locations__0', 'MediaInfo__Probe__CacheBytes', 'MediaInfo__Probe__MaxMemoryBytes', 'MediaInfo__Storage__MediaBlobServiceUri', 'MediaInfo__Turns__Concurrency',
      'MediaInfo__Turns__GuestConcurrency', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG',
    ].sort());
  });

  test('gives the app the addresses of its own storage and the media storage, but no keys', () => {
    assert.match(plain.settings.AzureWebJobsStorage__blobServiceUri, /storageAccounts\/stmediainfo\w{13}'.*primaryEndpoints\.blob/);
    assert.match(plain.settings.MediaInfo__Storage__MediaBlobServiceUri, /storageAccounts\/stmedia\w{13}'.*primaryEndpoints\.blob/);
    assert.equal(plain.settings.AzureWebJobsStorage__credential, 'managedidentity');
    assert.doesNotMatch(JSON.stringify(plain.settings), /AccountKey|listKeys/);
  });

  test('refers to the secret of the first key in the vault', () => {
    assert.match(plain.settings.MediaInfo__Accounts__List__0__Keys__0__Secret, /@Microsoft\.KeyVault\(SecretUri=.*vaultUri, 'account-0-key-0'\)/);
  });

  test('admits every network', () => {
    for (const { properties } of [...plain.all('Storage/storageAccounts'), plain.one('KeyVault/vaults')]) {
      assert.deepEqual(properties.networkAcls, { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] });
    }
    for (const { properties } of [...plain.all('Storage/storageAccounts'), plain.one('KeyVault/vaults')]) {
      assert.equal(properties.publicNetworkAccess, 'Enabled');
    }
    assert.equal(plain.one('Web/sites').properties.virtualNetworkSubnetId, null);
  });

  test('keeps its data in three zones, and restarts its instances at an update', () => {
    assert.deepEqual(plain.all('Storage/storageAccounts').map(({ sku }) => sku.name), ['Standard_ZRS', 'Standard_ZRS']);
    assert.deepEqual(plain.one('Web/sites').properties.functionAppConfig.siteUpdateStrategy, { type: 'Recreate' });
  });

  test('bounds the logs of a day', () => {
    assert.deepEqual(plain.one('OperationalInsights/workspaces').properties.workspaceCapping, { dailyQuotaGb: 2 });
  });

  test('keeps deleted blobs and containers of both accounts, and a deleted vault, for a week', () => {
    for (const { properties } of plain.all('Storage/storageAccounts/blobServices')) {
      assert.deepEqual(properties, {
        deleteRetentionPolicy: { enabled: true, days: 7 },
        containerDeleteRetentionPolicy: { enabled: true, days: 7 },
      });
    }
    const { enableSoftDelete, enablePurgeProtection, softDeleteRetentionInDays } = plain.one('KeyVault/vaults').properties;
    assert.deepEqual([enableSoftDelete, enablePurgeProtection, softDeleteRetentionInDays], [true, true, 7]);
  });

  test('lets only identities access its accounts, over TLS', () => {
    for (const { properties } of plain.all('Storage/storageAccounts')) {
      const { allowBlobPublicAccess, allowSharedKeyAccess, minimumTlsVersion, supportsHttpsTrafficOnly, allowCrossTenantReplication } = properties;
      assert.deepEqual([allowBlobPublicAccess, allowSharedKeyAccess, allowCrossTenantReplication], [false, false, false]);
      assert.deepEqual([minimumTlsVersion, supportsHttpsTrafficOnly], ['TLS1_2', true]);
    }
    assert.equal(plain.one('KeyVault/vaults').properties.enableRbacAuthorization, true);
    assert.equal(plain.one('Insights/components').properties.DisableLocalAuth, true);
  });

  test('allows neither publishing to the app by password or FTP, nor calls without TLS', () => {
    assert.deepEqual(plain.all('Web/sites/basicPublishingCredentialsPolicies').map(({ properties }) => properties.allow), [false, false]);
    const { httpsOnly, siteConfig } = plain.one('Web/sites').properties;
    assert.deepEqual([httpsOnly, siteConfig.ftpsState, siteConfig.minTlsVersion], [true, 'Disabled', '1.2']);
  });

  test('runs the app from a container that only its identity can access', () => {
    const { type, value, authentication } = plain.one('Web/sites').properties.functionAppConfig.deployment.storage;
    assert.equal(type, 'blobContainer');
    assert.match(value, /storageAccounts\/stmediainfo\w{13}'.*, 'app-package'\)/);
    assert.equal(authentication.type, 'UserAssignedIdentity');
    assert.match(plain.one('Storage/storageAccounts/blobServices/containers').name, /^stmediainfo\w{13}\/default\/app-package$/);
  });

  test('raises alerts, but sends them to nobody', () => {
    assert.equal(plain.all('Insights/actionGroups').length, 0);
    for (const { enabled, actions, evaluationFrequency, windowSize } of plain.alerts.values()) {
      assert.deepEqual([enabled, actions.actionGroups, evaluationFrequency, windowSize], [true, [], 'PT5M', 'PT15M']);
    }
  });

  test('raises an alert for one message given up and for twenty failed jobs', () => {
    const criterion = (name) => plain.alerts.get(name).criteria.allOf[0];
    assert.deepEqual([...plain.alerts.keys()].sort(), ['failed-jobs', 'poison-messages', 'queue-age', 'silence']);
    assert.deepEqual([criterion('poison-messages').operator, criterion('poison-messages').threshold], ['GreaterThan', 0]);
    assert.deepEqual([criterion('failed-jobs').operator, criterion('failed-jobs').threshold], ['GreaterThanOrEqual', 20]);
    assert.deepEqual([criterion('queue-age').operator, criterion('queue-age').threshold], ['GreaterThan', 900]);
    assert.equal(criterion('queue-age').dimensions[0].name, 'Queue');
  });
});

describe('a deployment is refused', () => {
  test('if the networks are closed and the app itself has no subnet', () => {
    assert.match(refusal({ ...required, MEDIAINFO_NETWORK_DEFAULT_ACTION: 'Deny' }), /the app itself reaches its storage through appSubnetId only/);
  });

  test('if the media would be in the account that the app owns', () => {
    const { name } = plain.one('Storage/storageAccounts', 'stmediainfo');
    assert.match(refusal({ ...required, MEDIAINFO_MEDIA_ACCOUNT: name.toUpperCase() }), /Media cannot lie in the service's own account/);
  });

  test('if the app gets a subnet of the private network and another one', () => {
    const both = { ...required, MEDIAINFO_VNET_ENABLED: 'true', MEDIAINFO_APP_SUBNET: '/subscriptions/s/subnets/app' };
    assert.match(refusal(both), /With vnetEnabled the app gets a subnet of the network created here/);
  });

  test('in a region without Flex Consumption', () => {
    assert.match(refusal({ ...required, AZURE_LOCATION: 'antarctica' }), /'antarctica'/);
  });

  test('if a variable is missing or has an invalid value', () => {
    const { MEDIAINFO_ACCOUNT_ID: _, ...less } = required;
    const said = refusal({ ...less, MEDIAINFO_NETWORK_DEFAULT_ACTION: 'Maybe', MEDIAINFO_MEDIA_WRITABLE: 'often', AZURE_PRINCIPAL_TYPE: 'Robot' });
    assert.match(said, /Environment variable "MEDIAINFO_ACCOUNT_ID" does not exist/);
    assert.match(said, /'Allow' \| 'Deny'.*'Maybe'/);
    assert.match(said, /parameter "mediaWritable".*cannot be converted/);
    assert.match(said, /'Robot'/);
  });
});
