// All Azure resources of the service, in one resource group. `azd up` deploys them and the app.

targetScope = 'subscription'

@description('The name of the azd environment. Resource names are derived from it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region. These have Flex Consumption; `az functionapp list-flexconsumption-locations` lists the ones that were added since.')
@allowed([
  'australiaeast'
  'australiasoutheast'
  'brazilsouth'
  'canadacentral'
  'centralindia'
  'centralus'
  'eastasia'
  'eastus'
  'eastus2'
  'eastus2euap'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'japaneast'
  'koreacentral'
  'northcentralus'
  'northeurope'
  'norwayeast'
  'southafricanorth'
  'southcentralus'
  'southeastasia'
  'southindia'
  'spaincentral'
  'swedencentral'
  'uaenorth'
  'uksouth'
  'ukwest'
  'westcentralus'
  'westeurope'
  'westus'
  'westus2'
  'westus3'
])
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('The resource group; empty for rg-{environment}.')
param resourceGroupName string = ''

@description('The id of the first API account: letters, digits, - and _.')
@minLength(1)
param accountId string

@description('The id of the first account\'s access key, as clients send it.')
@minLength(1)
param accessKeyId string

@secure()
@description('The secret of that key, stored in Key Vault; empty keeps the secret of an earlier deployment.')
param accessKeySecret string = ''

@description('The actions that the key may call, separated by commas; * for all.')
param accessKeyActions string = '*'

@description('The Huawei project ids that belong to the first account, separated by commas; empty for none.')
param projectIds string = ''

@description('The storage queue for the first account\'s completion messages; empty for none.')
param callbackQueue string = ''

@description('The locations (vendor regions) that refer to this storage, separated by commas.')
param locations string = 'oss-cn-hangzhou'

@description('The containers that may be analysed, separated by commas; empty for all in the media account.')
param buckets string = ''

@description('The storage account that holds the media; empty to create one, separate from the service\'s state.')
param mediaAccountName string = ''

@description('The resource group of the media account; empty for the one deployed here.')
param mediaResourceGroupName string = ''

@description('Whether the service may also write objects to the media account, which an API\'s output parameter can request.')
param mediaWritable bool = false

@description('Whether the app serves its page /console. With mediaWritable, the page may upload to the media account created here.')
param consoleEnabled bool = false

@description('Where orchestrations are stored: in the storage account, or in Durable Task Scheduler, which is billed separately.')
@allowed([
  'AzureStorage'
  'DurableTaskScheduler'
])
param durableBackend string = 'AzureStorage'

@description('How Durable Task Scheduler is billed: per action or by capacity.')
@allowed([
  'Consumption'
  'Dedicated'
])
param durableTaskSkuName string = 'Consumption'

@description('The redundancy of the storage accounts; empty for ZRS where the region has availability zones, and LRS elsewhere.')
@allowed([
  ''
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param storageSkuName string = ''

@description('Days for which a deleted or overwritten blob can be restored, in the accounts created here; 0 for none. Every change overwrites a document of the service, so each earlier version is kept for this time.')
@minValue(0)
@maxValue(365)
param blobSoftDeleteDays int = 7

@description('Days for which a deleted container can be restored, in the accounts created here; 0 for none.')
@minValue(0)
@maxValue(365)
param containerSoftDeleteDays int = 7

@description('Whether the app reaches the accounts and the vault through private endpoints in a virtual network created here. They then accept no other network but those below.')
param vnetEnabled bool = false

@description('The addresses of that virtual network: a range of at least /23, of which the app and the endpoints each get a /24.')
param vnetAddressPrefix string = '10.0.0.0/16'

@description('Whether the accounts and the vault created here accept every network, or only the networks below and Azure\'s trusted services.')
@allowed([
  'Allow'
  'Deny'
])
param networkDefaultAction string = 'Allow'

@description('The resource id of the subnet for the app\'s outbound calls; empty for none. It must be delegated to Microsoft.App/environments and have the service endpoints Microsoft.Storage and Microsoft.KeyVault.')
param appSubnetId string = ''

@description('Resource ids of more subnets that may reach the accounts and the vault, separated by commas; empty for none.')
param allowedSubnetIds string = ''

@description('Public IPv4 addresses and ranges that may reach the accounts and the vault, separated by commas, for example of clients that upload media; empty for none.')
param allowedIpRanges string = ''

@description('Days after its last change when storage deletes a job\'s document that the app has not removed. Keep it above Retention:Days (90). It is also the longest time that a job can wait in a paused pipeline.')
@minValue(7)
param lifecycleDays int = 180

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('How the durable host uses the storage account: small costs little at rest, large starts jobs sooner and runs the orchestrations on more instances. Change it only while no job runs, because it also changes the number of partitions of the task hub.')
@allowed([
  'small'
  'large'
])
param scaleProfile string = 'small'

@description('Memory of an instance in MiB. It determines how many jobs run at the same time in the instance and how much memory each ffprobe may use; 512 is enough only for small media.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('The maximum number of instances.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('What happens to running instances when code or settings change: Recreate restarts them all at once, RollingUpdate drains them batch by batch while new ones start. A change applies from the next update on.')
@allowed([
  'Recreate'
  'RollingUpdate'
])
param updateStrategy string = 'Recreate'

@description('Always-ready instances for each of two groups: requests, and orchestrations with their activities. Each is billed, so 1 means two. With 0, the next call to an idle app is a cold start.')
@minValue(0)
@maxValue(1000)
param alwaysReadyInstances int = 0

@description('Gigabytes of logs a day after which the workspace accepts no more until the next day; -1 for no limit. The alert on silence then fires.')
@minValue(-1)
param logDailyCapGB int = 2

@description('What the accounts and the vault log into the workspace: nothing, what changes data and every use of the vault, or reads too. The app reads its queues all the time, so All is a lot.')
@allowed([
  'None'
  'Changes'
  'All'
])
param diagnostics string = 'None'

@description('The fraction of traces that is kept, from 0.0 to 1.0. All logs and metrics are kept, so alerts are not affected.')
@minLength(1)
param traceRatio string = '1.0'

@description('The e-mail address that receives alerts; empty for none.')
param alertEmail string = ''

@description('The number of failed jobs within 15 minutes that raises an alert.')
@minValue(1)
param failedJobsThreshold int = 20

@description('Seconds that the oldest message of a queue may wait before an alert is raised.')
@minValue(60)
param queueAgeSeconds int = 900

@description('The object id of the principal that may write secrets to the vault, for example the one that deploys; empty for none.')
param operatorPrincipalId string = ''

@description('Whether the operator also gets the data roles that it takes to upload media and to read the completion messages.')
param operatorDataRoles bool = true

@description('Whether the operator is a user, a group or a service principal.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param operatorPrincipalType string = 'User'

@description('Whether a deleted vault is protected from purging for seven days. Turn it off for short-lived environments.')
param purgeProtection bool = true

@description('Additional settings of the app by name, for example for more accounts. They override the settings made here.')
param extraSettings object = {}

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
var appName = 'func-mediainfo-${token}'
var packageContainerName = 'app-package'
var secretName = 'account-0-key-0'
// The hubName in host.json.
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
var ipList = empty(allowedIpRanges) ? [] : map(split(allowedIpRanges, ','), item => trim(item))
var ownNetwork = vnetEnabled && !empty(appSubnetId)
  ? fail('With vnetEnabled the app gets a subnet of the network created here, so appSubnetId must be empty.')
  : vnetEnabled
var network = {
  publicAccess: ownNetwork && empty(ipList) && empty(subnetList) ? 'Disabled' : 'Enabled'
  defaultAction: networkDefaultAction == 'Deny' && !ownNetwork && empty(appSubnetId)
    ? fail('With networkDefaultAction Deny the app itself reaches its storage through appSubnetId only, which is empty.')
    : ownNetwork ? 'Deny' : networkDefaultAction
  subnetIds: empty(appSubnetId) ? subnetList : union([appSubnetId], subnetList)
  ipRanges: ipList
}

// The regions of the list above that have no availability zones.
var regionsWithoutZones = [
  'australiasoutheast'
  'eastus2euap'
  'northcentralus'
  'southindia'
  'ukwest'
  'westcentralus'
  'westus'
]
var redundancy = !empty(storageSkuName)
  ? storageSkuName
  : contains(regionsWithoutZones, location) ? 'Standard_LRS' : 'Standard_ZRS'
var dataOperator = operatorDataRoles ? operatorPrincipalId : ''

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
    skuName: any(redundancy)
    containerNames: [
      packageContainerName
    ]
    uploadOrigins: []
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
    operatorPrincipalId: dataOperator
    operatorPrincipalType: operatorPrincipalType
    callbackQueue: callbackQueue
    lifecycleDays: lifecycleDays
  }
}

// Media never shares an account with the service's state: the host owns every blob there, so narrower roles would have no effect.
module mediaAccount 'modules/storage-account.bicep' = if (makesMediaAccount) {
  name: 'media-account'
  scope: group
  params: {
    name: mediaName
    location: location
    tags: tags
    skuName: any(redundancy)
    containerNames: bucketList
    uploadOrigins: consoleEnabled && mediaWritable ? ['https://${appName}.azurewebsites.net'] : []
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
    operatorPrincipalId: dataOperator
    operatorPrincipalType: operatorPrincipalType
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
    dailyCapGB: logDailyCapGB
    principalId: identity.outputs.principalId
  }
}

module diagnosis 'modules/diagnostics.bicep' = if (diagnostics != 'None') {
  name: 'diagnostics'
  scope: group
  params: {
    accountNames: makesMediaAccount ? [serviceAccount.outputs.name, mediaAccount!.outputs.name] : [serviceAccount.outputs.name]
    vaultName: vault.outputs.name
    workspaceId: monitoring.outputs.workspaceId
    reads: diagnostics == 'All'
  }
}

module privateNetwork 'modules/private-network.bicep' = if (ownNetwork) {
  name: 'private-network'
  scope: group
  params: {
    name: 'vnet-mediainfo-${token}'
    location: location
    tags: tags
    addressPrefix: vnetAddressPrefix
    serviceAccountId: storage.outputs.accountId
    mediaAccountId: media.outputs.accountId
    vaultId: vault.outputs.id
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

// The names of the app's own settings match its options classes; a test compares them.
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

var consoleSettings = consoleEnabled ? {
  MediaInfo__Console__Enabled: 'true'
} : {}

// The numbers are explicit because an instance may report more processors than it has. host.json's maxConcurrentActivityFunctions is
// larger than each sum.
var turnsBySize = {
  '512': {
    concurrency: 1
    guestConcurrency: 1
  }
  '2048': {
    concurrency: 2
    guestConcurrency: 1
  }
  '4096': {
    concurrency: 4
    guestConcurrency: 2
  }
}
var turns = turnsBySize[string(instanceMemoryMB)]
var turnSettings = {
  MediaInfo__Turns__Concurrency: string(turns.concurrency)
  MediaInfo__Turns__GuestConcurrency: string(turns.guestConcurrency)
}

// An ffprobe for each place, plus the read cache, leave a quarter to the host and the worker.
var memorySettings = {
  MediaInfo__Probe__MaxMemoryBytes: string(instanceMemoryMB * 1048576 / 8 * 5 / (turns.concurrency + turns.guestConcurrency))
  // A place runs one of both at a time.
  MediaInfo__Frames__MaxMemoryBytes: string(instanceMemoryMB * 1048576 / 8 * 5 / (turns.concurrency + turns.guestConcurrency))
  MediaInfo__Frames__AtOnce: '1'
  MediaInfo__Probe__CacheBytes: string(instanceMemoryMB * 1048576 / 8)
}

// The scale profiles. They override host.json with settings that the scale controller does not need: it reads the number of
// partitions from the task hub. The partitions bound the number of instances that run orchestrations, not of those that run
// activities.
var profiles = {
  small: {
    partitionCount: 1
    pollingInterval: '00:00:05'
  }
  large: {
    partitionCount: 4
    pollingInterval: '00:00:01'
  }
}
var profile = profiles[scaleProfile]
var queueProfileSettings = {
  AzureFunctionsJobHost__extensions__queues__maxPollingInterval: profile.pollingInterval
}
// Durable Task Scheduler has no queues and no partitions.
var hubProfileSettings = usesScheduler ? {} : {
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__partitionCount: string(profile.partitionCount)
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval: profile.pollingInterval
}

// The host.json for Durable Task Scheduler refers to this setting. The client signs in with the app's identity.
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
    subnetId: ownNetwork ? privateNetwork!.outputs.appSubnetId : appSubnetId
    updateStrategy: updateStrategy
    settings: union(
      hostSettings,
      accountSettings,
      actionSettings,
      projectSettings,
      callbackSettings,
      locationSettings,
      bucketSettings,
      mediaSettings,
      consoleSettings,
      turnSettings,
      memorySettings,
      queueProfileSettings,
      hubProfileSettings,
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

@description('The vault that holds the accounts\' secrets.')
output AZURE_KEY_VAULT_NAME string = vault.outputs.name

@description('The storage account of the service.')
output AZURE_STORAGE_ACCOUNT_NAME string = serviceAccount.outputs.name

@description('The storage account of the media.')
output AZURE_MEDIA_ACCOUNT_NAME string = mediaName

@description('The address of the blob service of the media.')
output AZURE_MEDIA_BLOB_URL string = media.outputs.blobServiceUri

@description('The address of the queue service of the completion messages.')
output AZURE_CALLBACK_QUEUE_URL string = storage.outputs.queueServiceUri

@description('The address of the secret of the first account\'s access key.')
output AZURE_ACCESS_KEY_SECRET_URL string = '${vault.outputs.uri}secrets/${secretName}'
