// Everything that the service needs in Azure, in one resource group. `azd up` deploys it, and the app onto it.

targetScope = 'subscription'

@description('The name of the environment, as azd calls it. Names of resources are made of it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region. It must have Flex Consumption.')
@minLength(1)
param location string

@description('The resource group; empty for rg-{environment}.')
param resourceGroupName string = ''

@description('The first API account\'s id: letters, digits, - and _.')
@minLength(1)
param accountId string

@description('The id of the first account\'s access key, as clients send it.')
@minLength(1)
param accessKeyId string

@secure()
@description('The secret of that key. It is written to Key Vault; empty keeps the one that is there from an earlier deployment.')
param accessKeySecret string = ''

@description('The actions that the key may call, with commas between; * for all.')
param accessKeyActions string = '*'

@description('The Huawei project ids that belong to the first account, with commas between; empty for none.')
param projectIds string = ''

@description('The storage queue for the first account\'s completion messages; empty for none.')
param callbackQueue string = ''

@description('The locations (regions of the vendors) that mean this storage, with commas between.')
param locations string = 'oss-cn-hangzhou'

@description('The containers that may be analysed, with commas between; empty for all of the media account.')
param buckets string = ''

@description('The storage account that holds the media; empty for one made here, in which no state of the service lies.')
param mediaAccountName string = ''

@description('The resource group of the media account; empty for the one deployed here.')
param mediaResourceGroupName string = ''

@description('Whether the service may also write objects to the media account, as an API\'s output parameter can ask for.')
param mediaWritable bool = false

@description('What keeps the orchestrations: the storage account, or Durable Task Scheduler, which is paid for by itself.')
@allowed([
  'AzureStorage'
  'DurableTaskScheduler'
])
param durableBackend string = 'AzureStorage'

@description('How Durable Task Scheduler is paid for: by action or by capacity.')
@allowed([
  'Consumption'
  'Dedicated'
])
param durableTaskSkuName string = 'Consumption'

@description('How often storage keeps the data.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param storageSkuName string = 'Standard_ZRS'

@description('Days that a deleted or overwritten blob can be brought back, in the accounts made here; 0 for none. The service\'s documents are overwritten at each change, so that all their states are kept for so long.')
@minValue(0)
@maxValue(365)
param blobSoftDeleteDays int = 7

@description('Days that a deleted container can be brought back, in the accounts made here; 0 for none.')
@minValue(0)
@maxValue(365)
param containerSoftDeleteDays int = 7

@description('Whether the accounts and the vault made here can be reached from every network, or from those below and Azure\'s trusted services only.')
@allowed([
  'Allow'
  'Deny'
])
param networkDefaultAction string = 'Allow'

@description('The resource id of the subnet that the app calls out through; empty for none. Delegated to Microsoft.App/environments, with the service endpoints Microsoft.Storage and Microsoft.KeyVault.')
param appSubnetId string = ''

@description('More subnets that may reach the accounts and the vault, as resource ids with commas between; empty for none.')
param allowedSubnetIds string = ''

@description('Public IPv4 addresses and ranges that may reach the accounts and the vault, with commas between, such as that of who uploads media; empty for none.')
param allowedIpRanges string = ''

@description('Days after its last change when storage deletes a job\'s document that the app itself has not removed. Keep it longer than Retention:Days (90). A job may wait in a paused pipeline so long, not longer.')
@minValue(7)
param lifecycleDays int = 180

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Memory of an instance in MiB. Five sixteenths of it is the most that one ffprobe may have; 512 is enough for small media only.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Most instances that run at a time.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Instances that always run for each of the three groups that a waiting call goes through: requests, tokens of jobs, and orchestrations with their steps. Each is paid for, so 1 means three. 0 for none, which lets an idle app start for its next call.')
@minValue(0)
@maxValue(1000)
param alwaysReadyInstances int = 0

@description('The part of all traces that is kept, from 0.0 to 1.0. Logs and metrics are always kept, and so are all alerts.')
@minLength(1)
param traceRatio string = '1.0'

@description('Who is told of alerts, by e-mail; empty for nobody.')
param alertEmail string = ''

@description('Failed jobs in a quarter of an hour from which on it is an alert.')
@minValue(1)
param failedJobsThreshold int = 20

@description('Seconds that the oldest message of a queue may wait before it is an alert.')
@minValue(60)
param queueAgeSeconds int = 900

@description('The object id of who may write secrets to the vault, such as the one who deploys; empty for nobody.')
param operatorPrincipalId string = ''

@description('Whether the operator is a person, a group or a service.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param operatorPrincipalType string = 'User'

@description('Whether a deleted vault can be purged by nobody for seven days. Off for environments that come and go.')
param purgeProtection bool = true

@description('Further settings of the app by name, such as more accounts. They win over those made here.')
param extraSettings object = {}

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
var appName = 'func-mediainfo-${token}'
var packageContainerName = 'app-package'
var secretName = 'account-0-key-0'
// hubName of host.json.
var taskHubName = 'MediaInfo'
var makesMediaAccount = empty(mediaAccountName)
var serviceAccountName = 'stmediainfo${token}'
var givenMediaName = toLower(mediaAccountName) == serviceAccountName
  ? fail('Media cannot lie in the service\'s own account: the app owns every blob there. Move it to another one.')
  : mediaAccountName
var mediaName = makesMediaAccount ? 'stmedia${token}' : givenMediaName
var usesScheduler = durableBackend == 'DurableTaskScheduler'
var locationList = map(split(locations, ','), item => trim(item))
var bucketList = empty(buckets) ? [] : map(split(buckets, ','), item => trim(item))
var projectList = empty(projectIds) ? [] : map(split(projectIds, ','), item => trim(item))
var actionList = map(split(accessKeyActions, ','), item => trim(item))
var subnetList = empty(allowedSubnetIds) ? [] : map(split(allowedSubnetIds, ','), item => trim(item))
var network = {
  defaultAction: networkDefaultAction == 'Deny' && empty(appSubnetId)
    ? fail('With networkDefaultAction Deny the app itself reaches its storage through appSubnetId only, which is empty.')
    : networkDefaultAction
  subnetIds: empty(appSubnetId) ? subnetList : union([appSubnetId], subnetList)
  ipRanges: empty(allowedIpRanges) ? [] : map(split(allowedIpRanges, ','), item => trim(item))
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: empty(resourceGroupName) ? 'rg-${environmentName}' : resourceGroupName
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-mediainfo-${token}'
    location: location
    tags: tags
  }
}

module serviceAccount 'modules/storage-account.bicep' = {
  name: 'service-account'
  scope: group
  params: {
    name: serviceAccountName
    location: location
    tags: tags
    skuName: storageSkuName
    containerNames: [
      packageContainerName
    ]
    network: network
    blobSoftDeleteDays: blobSoftDeleteDays
    containerSoftDeleteDays: containerSoftDeleteDays
  }
}

module storage 'modules/service-storage.bicep' = {
  name: 'service-storage'
  scope: group
  params: {
    accountName: serviceAccount.outputs.name
    principalId: identity.outputs.principalId
    lifecycleDays: lifecycleDays
  }
}

// Media never shares an account with the service's state: there the host owns every blob, and no narrower role would hold.
module mediaAccount 'modules/storage-account.bicep' = if (makesMediaAccount) {
  name: 'media-account'
  scope: group
  params: {
    name: mediaName
    location: location
    tags: tags
    skuName: storageSkuName
    containerNames: bucketList
    network: network
    blobSoftDeleteDays: blobSoftDeleteDays
    containerSoftDeleteDays: containerSoftDeleteDays
  }
}

module media 'modules/media-access.bicep' = {
  name: 'media-access'
  scope: resourceGroup(makesMediaAccount || empty(mediaResourceGroupName) ? group.name : mediaResourceGroupName)
  params: {
    accountName: mediaName
    containers: bucketList
    writable: mediaWritable
    principalId: identity.outputs.principalId
  }
  dependsOn: [
    mediaAccount
  ]
}

module vault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  scope: group
  params: {
    name: 'kv-mi-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
    purgeProtection: purgeProtection
    network: network
    secretName: secretName
    secretValue: accessKeySecret
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-mediainfo-${token}'
    insightsName: 'appi-mediainfo-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    principalId: identity.outputs.principalId
  }
}

module scheduler 'modules/durable-task-scheduler.bicep' = if (usesScheduler) {
  name: 'durable-task-scheduler'
  scope: group
  params: {
    name: 'dts-mediainfo-${token}'
    taskHubName: taskHubName
    location: location
    tags: tags
    skuName: durableTaskSkuName
    principalId: identity.outputs.principalId
  }
}

// The names of the app's own settings are those of its options classes; a test holds them against each other.
var hostSettings = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: traceRatio
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__blobServiceUri: storage.outputs.blobServiceUri
  AzureWebJobsStorage__queueServiceUri: storage.outputs.queueServiceUri
  AzureWebJobsStorage__tableServiceUri: storage.outputs.tableServiceUri
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.outputs.clientId
}

var accountSettings = {
  MediaInfo__Accounts__List__0__Id: accountId
  MediaInfo__Accounts__List__0__Keys__0__Id: accessKeyId
  MediaInfo__Accounts__List__0__Keys__0__Secret: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/${secretName})'
}

var actionSettings = toObject(
  range(0, length(actionList)),
  i => 'MediaInfo__Accounts__List__0__Keys__0__Allow__${i}',
  i => actionList[i]
)

var projectSettings = toObject(
  range(0, length(projectList)),
  i => 'MediaInfo__Accounts__List__0__ProjectIds__${i}',
  i => projectList[i]
)

var callbackSettings = empty(callbackQueue) ? {} : {
  MediaInfo__Accounts__List__0__CallbackQueue: callbackQueue
}

var locationSettings = toObject(
  range(0, length(locationList)),
  i => 'MediaInfo__Objects__Locations__${i}',
  i => locationList[i]
)

var bucketSettings = toObject(
  range(0, length(bucketList)),
  i => 'MediaInfo__Objects__Buckets__${i}',
  i => bucketList[i]
)

var mediaSettings = {
  MediaInfo__Storage__MediaBlobServiceUri: media.outputs.blobServiceUri
}

// The ffprobes of as many activities as host.json lets run at a time, and what is read, leave a quarter to host and worker.
var memorySettings = {
  MediaInfo__Probe__MaxMemoryBytes: string(instanceMemoryMB * 1048576 / 16 * 5)
  MediaInfo__Probe__CacheBytes: string(instanceMemoryMB * 1048576 / 8)
}

// The package's host.json names this setting where it is that of Durable Task Scheduler. The client signs in as the app's identity.
var durableSettings = !usesScheduler ? {} : {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.outputs.clientId}'
}

module app 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: appName
    planName: 'plan-mediainfo-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    packageContainerUri: '${storage.outputs.blobServiceUri}${packageContainerName}'
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    subnetId: appSubnetId
    settings: union(
      hostSettings,
      accountSettings,
      actionSettings,
      projectSettings,
      callbackSettings,
      locationSettings,
      bucketSettings,
      mediaSettings,
      memorySettings,
      durableSettings,
      extraSettings
    )
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    namePrefix: 'mediainfo-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
    failedJobsThreshold: failedJobsThreshold
    queueAgeSeconds: queueAgeSeconds
  }
}

@description('The endpoint for the vendors\' SDKs.')
output ENDPOINT string = app.outputs.endpoint

@description('The name of the function app.')
output AZURE_FUNCTION_APP_NAME string = app.outputs.name

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The vault of the accounts\' secrets.')
output AZURE_KEY_VAULT_NAME string = vault.outputs.name

@description('The storage account of the service.')
output AZURE_STORAGE_ACCOUNT_NAME string = serviceAccount.outputs.name

@description('The storage account of the media.')
output AZURE_MEDIA_ACCOUNT_NAME string = mediaName
