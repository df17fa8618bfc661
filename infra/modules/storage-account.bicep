// A storage account that only identities can access: the service's own account and the one for its media.

import { networkRules } from 'network-rules.bicep'

@description('The name of the account, 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('The region.')
param location string

@description('Tags of the resource.')
param tags object

@description('The redundancy: Standard_LRS keeps the data in one place, Standard_ZRS in three zones.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param skuName string

@description('The containers to create.')
param containerNames string[]

@description('The origins of web pages that may send blobs to signed addresses; empty for none.')
param uploadOrigins string[]

@description('The networks that may reach the account.')
param network networkRules

@description('Days for which a deleted or overwritten blob can be restored; 0 for none.')
@minValue(0)
@maxValue(365)
param blobSoftDeleteDays int

@description('Days for which a deleted container can be restored; 0 for none.')
@minValue(0)
@maxValue(365)
param containerSoftDeleteDays int

var off = {
  enabled: false
}

// The headers are those that CreateUpload answers.
var crossOrigin = empty(uploadOrigins) ? {} : {
  cors: {
    corsRules: [
      {
        allowedOrigins: uploadOrigins
        allowedMethods: ['PUT']
        allowedHeaders: ['content-type', 'if-none-match', 'x-ms-blob-type']
        exposedHeaders: ['etag']
        maxAgeInSeconds: 600
      }
    ]
  }
}

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
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: network.defaultAction
      ipRules: map(network.ipRanges, range => {
        action: 'Allow'
        value: range
      })
      virtualNetworkRules: map(network.subnetIds, subnet => {
        action: 'Allow'
        id: subnet
      })
    }
    publicNetworkAccess: network.publicAccess
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: union(
    {
      deleteRetentionPolicy: blobSoftDeleteDays == 0 ? off : {
        enabled: true
        days: max(blobSoftDeleteDays, 1)
      }
      containerDeleteRetentionPolicy: containerSoftDeleteDays == 0 ? off : {
        enabled: true
        days: max(containerSoftDeleteDays, 1)
      }
    },
    crossOrigin
  )
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for container in containerNames: {
    parent: blobs
    name: container
  }
]

@description('The name of the account.')
output name string = account.name
