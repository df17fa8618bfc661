// The storage account of the service: its jobs and queues, the host's own state, the package, and by default the media.

import { roles } from 'roles.bicep'

@description('The name of the account, 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('The region.')
param location string

@description('Tags of the resource.')
param tags object

@description('How often storage keeps the data: Standard_LRS in one place, Standard_ZRS in three zones.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param skuName string

@description('The container that the app is deployed from.')
param packageContainerName string

@description('The object id of the app\'s identity.')
param principalId string

@description('Days after its last change when a job\'s document is deleted.')
@minValue(1)
param lifecycleDays int

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: skuName
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: packageContainerName
}

// The containers' names are those of StorageNames.cs. Everything else is made by the app when it starts.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = {
  parent: account
  name: 'default'
  dependsOn: [
    blobs
  ]
  properties: {
    policy: {
      rules: [
        {
          name: 'finished-jobs'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              // Not their results: those of a living asset of the media library are kept for as long as it lives.
              prefixMatch: [
                'mediainfo-jobs/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: lifecycleDays
                }
              }
            }
          }
        }
        {
          name: 'used-nonces'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'mediainfo-nonces/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 1
                }
              }
            }
          }
        }
      ]
    }
  }
}

// Host, triggers and the durable task hub use all three services. The blob role includes signing addresses (user delegation).
var assigned = [
  roles.storageBlobDataOwner
  roles.storageQueueDataContributor
  roles.storageTableDataContributor
]

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in assigned: {
    name: guid(account.id, principalId, role)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

@description('The name of the account.')
output name string = account.name

@description('The address of the blob service.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('The address of the queue service.')
output queueServiceUri string = account.properties.primaryEndpoints.queue

@description('The address of the table service.')
output tableServiceUri string = account.properties.primaryEndpoints.table
