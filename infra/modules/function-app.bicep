// The function app: Flex Consumption, Linux, .NET isolated worker.

@description('The name of the app; its address is https://{name}.azurewebsites.net in the public cloud.')
param name string

@description('The name of the plan.')
param planName string

@description('The region.')
param location string

@description('Tags of the resources.')
param tags object

@description('The resource id of the app\'s identity.')
param identityId string

@description('The address of the container that holds the app\'s package.')
param packageContainerUri string

@description('Memory of an instance in MiB. It limits how many jobs run concurrently in it.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int

@description('The maximum number of instances.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Always-ready instances for each group in alwaysReadyGroups, which avoid cold starts; each is billed. 0 for none.')
@minValue(0)
@maxValue(1000)
param alwaysReadyInstances int

@description('The resource id of the subnet for the app\'s outbound calls; empty for none.')
param subnetId string

@description('What happens to running instances at an update: Recreate restarts them, RollingUpdate drains them.')
@allowed([
  'Recreate'
  'RollingUpdate'
])
param updateStrategy string

@description('The app\'s settings, by name.')
param settings object

// The groups that scale independently and that a job depends on: all HTTP triggers, and all orchestrations and activities. A
// waiting call needs only the first.
var alwaysReadyGroups = [
  'http'
  'durable'
]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd deploys the service with this name here.
  tags: union(tags, {
    'azd-service-name': 'functions'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      // In the API since 2024-11-01, but not in the compiler's types.
      #disable-next-line BCP037
      siteUpdateStrategy: {
        type: updateStrategy
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : map(alwaysReadyGroups, group => {
          name: group
          instanceCount: alwaysReadyInstances
        })
      }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: settings
}

// Publishing passwords would be a second way in, besides the identity.
resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

@description('The name of the app.')
output name string = app.name

@description('The address of the service: the endpoint for the vendors\' SDKs.')
output endpoint string = 'https://${app.properties.defaultHostName}'
