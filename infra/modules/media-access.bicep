// The service's access to the media account: read, and write only if enabled. And the operator's, who uploads.

import { roles } from 'roles.bicep'

@description('The name of the account that holds the media.')
param accountName string

@description('The containers that the service may read; empty for all in the account.')
param containers string[]

@description('Whether the service may also write objects there.')
param writable bool

@description('The object id of the app\'s identity.')
param principalId string

@description('The object id of the principal that may upload media; empty for none.')
param operatorPrincipalId string

@description('Whether the operator is a user, a group or a service principal.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param operatorPrincipalType string

var role = writable ? roles.storageBlobDataContributor : roles.storageBlobDataReader

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' existing = {
  parent: account
  name: 'default'
}

resource media 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = [
  for container in containers: {
    parent: blobs
    name: container
  }
]

resource accountAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (empty(containers)) {
  name: guid(account.id, principalId, role)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}

resource containerAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in containers: {
    name: guid(media[i].id, principalId, role)
    scope: media[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// The account issues the keys for signed URLs. A role on the account includes that permission; a role on a container does not.
resource delegation 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(containers)) {
  name: guid(account.id, principalId, roles.storageBlobDelegator)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDelegator)
  }
}

resource accountUpload 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (empty(containers) && !empty(operatorPrincipalId)) {
  name: guid(account.id, operatorPrincipalId, roles.storageBlobDataContributor)
  scope: account
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource containerUpload 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in containers: if (!empty(operatorPrincipalId)) {
    name: guid(media[i].id, operatorPrincipalId, roles.storageBlobDataContributor)
    scope: media[i]
    properties: {
      principalId: operatorPrincipalId
      principalType: operatorPrincipalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
    }
  }
]

@description('The resource id of the account.')
output accountId string = account.id

@description('The address of the account\'s blob service.')
output blobServiceUri string = account.properties.primaryEndpoints.blob
