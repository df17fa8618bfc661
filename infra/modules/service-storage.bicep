// The service's access to its own account, and the account's lifecycle rules. The account holds no media.

import { roles } from 'roles.bicep'

@description('The name of the service\'s account.')
param accountName string

@description('The object id of the app\'s identity.')
param principalId string

@description('The object id of the principal that may take messages from the callback queue; empty for none.')
param operatorPrincipalId string

@description('Whether the operator is a user, a group or a service principal.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param operatorPrincipalType string

@description('The queue of the first account\'s completion messages; empty for none.')
param callbackQueue string

@description('Days after its last change until a job\'s document is deleted.')
@minValue(1)
param lifecycleDays int

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

// The container names match StorageNames.cs. The app creates everything else when it starts.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = {
  parent: account
  name: 'default'
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
              // Results are excluded, because a media library asset keeps its results for as long as it exists.
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

// The host, the triggers and the durable task hub use all three services.
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

// The app would create the queue with its first message, but a role on a queue needs one.
resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' existing = {
  parent: account
  name: 'default'
}

resource callbacks 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-08-01' = if (!empty(callbackQueue)) {
  parent: queues
  name: empty(callbackQueue) ? 'none' : callbackQueue
}

resource messages 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(callbackQueue) && !empty(operatorPrincipalId)) {
  name: guid(callbacks.id, operatorPrincipalId, roles.storageQueueDataMessageProcessor)
  scope: callbacks
  properties: {
    principalId: operatorPrincipalId
    principalType: operatorPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageQueueDataMessageProcessor)
  }
}

@description('The resource id of the account.')
output accountId string = account.id

@description('The address of the blob service.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('The address of the queue service.')
output queueServiceUri string = account.properties.primaryEndpoints.queue

@description('The address of the table service.')
output tableServiceUri string = account.properties.primaryEndpoints.table
