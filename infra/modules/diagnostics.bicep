// What storage and the vault log about their callers, into the workspace.

@description('The names of the storage accounts.')
param accountNames string[]

@description('The name of the vault.')
param vaultName string

@description('The resource id of the workspace.')
param workspaceId string

@description('Whether reads of the accounts are logged too, not only changes.')
param reads bool

var name = 'to-workspace'
var changes = [
  'StorageWrite'
  'StorageDelete'
]
var accountLogs = map(reads ? concat(['StorageRead'], changes) : changes, category => {
  category: category
  enabled: true
})

resource accounts 'Microsoft.Storage/storageAccounts@2025-08-01' existing = [
  for account in accountNames: {
    name: account
  }
]

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' existing = [
  for (account, i) in accountNames: {
    parent: accounts[i]
    name: 'default'
  }
]

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' existing = [
  for (account, i) in accountNames: {
    parent: accounts[i]
    name: 'default'
  }
]

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' existing = [
  for (account, i) in accountNames: {
    parent: accounts[i]
    name: 'default'
  }
]

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName
}

resource ofBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (account, i) in accountNames: {
    name: name
    scope: blobs[i]
    properties: {
      workspaceId: workspaceId
      logs: accountLogs
    }
  }
]

resource ofQueues 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (account, i) in accountNames: {
    name: name
    scope: queues[i]
    properties: {
      workspaceId: workspaceId
      logs: accountLogs
    }
  }
]

resource ofTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (account, i) in accountNames: {
    name: name
    scope: tables[i]
    properties: {
      workspaceId: workspaceId
      logs: accountLogs
    }
  }
]

resource ofVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: name
  scope: vault
  properties: {
    workspaceId: workspaceId
    // A table of its own, as storage has.
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}
